import { readdirSync, readFileSync } from "node:fs";
import { hasErrors } from "../../src/core/problem.ts";
import { type Economy, type EconomyFiles, readEconomy } from "../../src/plan/economy/index.ts";

const shelf = new URL("../../economies/", import.meta.url);

/** The texts of a built-in economy by file name. */
export function economyFiles(id: string): EconomyFiles {
  const folder = new URL(`${id}/`, shelf);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

const read = new Map<string, Economy>();

/** A built-in economy, read once, which has to be free of errors. */
export function builtInEconomy(id: string): Economy {
  const known = read.get(id);
  if (known) return known;
  const { value, problems } = readEconomy(economyFiles(id));
  if (!value || hasErrors(problems)) throw new Error(JSON.stringify(problems.slice(0, 3)));
  read.set(id, value);
  return value;
}
