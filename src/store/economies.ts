import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const shelf = fileURLToPath(new URL("../../economies", import.meta.url));

/** Names of the economies that come with Kreislauf. */
export async function builtInEconomies(): Promise<readonly string[]> {
  const entries = await readdir(shelf, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Folder of a built-in economy. */
export function findEconomy(name: string): string {
  return join(shelf, name);
}
