import type { Problem } from "../../core/problem.ts";
import { tables as dossierTables } from "../../dossier/columns.ts";
import { createProblem } from "../../text/problem.ts";
import { ownEconomy } from "./own-economies.ts";

const tables = [
  "products.csv",
  "sectors.csv",
  "use.csv",
  "make.csv",
  "final-demand.csv",
  "capital-flow.csv",
  "planning.yaml",
  "goals.yaml",
];
const ofDossier: readonly string[] = Object.keys(dossierTables).map((name) => `${name}.csv`);

/** Whether dropped files belong to an economy: a whole one, or tables of one. */
export function areOfEconomy(files: ReadonlyMap<string, string>): boolean {
  if (files.has("economy.yaml")) return true;
  return files.size > 0 && [...files.keys()].every((name) => tables.includes(name));
}

/** The texts of an economy, own or of the server. */
export async function economyFiles(id: string): Promise<ReadonlyMap<string, string>> {
  const own = await ownEconomy(id).catch(() => undefined);
  if (own) return new Map(Object.entries(own.files));
  const answer = await fetch(`/app/economies/${encodeURIComponent(id)}.json`);
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  return new Map(Object.entries((await answer.json()) as Readonly<Record<string, string>>));
}

/** Tables that stand alone and belong to nothing that is open, such as a series of prices. */
export function strangers(files: ReadonlyMap<string, string>): readonly Problem[] {
  if (files.has("dossier.yaml") || files.has("economy.yaml")) return [];
  return [...files]
    .filter(([name]) => name.endsWith(".csv") && !tables.includes(name) && !ofDossier.includes(name))
    .map(([name, text]) => {
      const columns = (text.split(/\r?\n/, 1)[0] ?? "").slice(0, 120);
      return createProblem("drop-series", { file: name, line: 1, column: 1 }, { name, columns });
    });
}
