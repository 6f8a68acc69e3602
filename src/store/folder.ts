import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import { readTextFile } from "./text-file.ts";

/** Most files that are read of a folder, and how deep. */
export const folderLimits = { files: 200, depth: 4 } as const;

/** Texts of a folder's files by relative path with `/`; `files` is missing if there is no such folder. */
export interface FolderReading {
  readonly files: ReadonlyMap<string, string> | undefined;
  readonly problems: readonly Problem[];
}

const readable = /\.(ya?ml|csv|kl)$/i;

/**
 * Reads every YAML, CSV and model file of a folder. Links are not followed, other files are ignored; a file that
 * is too large or not UTF-8 is a problem.
 */
export async function readFolder(path: string): Promise<FolderReading> {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const top = await lstat(path).catch(() => undefined);
  if (!top?.isDirectory()) return { files: undefined, problems: [] };

  const waiting: { readonly prefix: string; readonly depth: number }[] = [{ prefix: "", depth: 0 }];
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    const { prefix, depth } = folder;
    const entries = await readdir(join(path, prefix), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = prefix + entry.name;
      if (entry.isDirectory() && depth < folderLimits.depth && !entry.name.startsWith(".")) {
        waiting.push({ prefix: `${name}/`, depth: depth + 1 });
      } else if (entry.isFile() && readable.test(entry.name)) {
        if (files.size >= folderLimits.files) {
          problems.push(createProblem("too-many-files", whole(name), { limit: folderLimits.files }));
          return { files, problems };
        }
        const text = await readTextFile(join(path, name), name, problems);
        if (text !== undefined) files.set(name, text);
      }
    }
  }
  return { files, problems };
}

const builtInFolder = fileURLToPath(new URL("../../dossiers", import.meta.url));

/** Names of the dossiers that come with Kreislauf. */
export async function builtInDossiers(): Promise<readonly string[]> {
  const entries = await readdir(builtInFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Folder of a built-in dossier. */
export function findBuiltIn(name: string): string {
  return join(builtInFolder, name);
}

function whole(file: string): Problem["where"] {
  return { file, line: 0, column: 0 };
}
