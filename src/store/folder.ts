import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";

export const folderLimits = { files: 200, fileBytes: 20 * 1024 * 1024, depth: 4 } as const;

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
        const text = await readText(join(path, name), name, problems);
        if (text !== undefined) files.set(name, text);
      }
    }
  }
  return { files, problems };
}

/** Text of one file; undefined, with a problem, if it is too large or not UTF-8. The file must exist. */
export async function readText(path: string, name: string, problems: Problem[]): Promise<string | undefined> {
  const { size } = await lstat(path);
  if (size > folderLimits.fileBytes) {
    problems.push(
      createProblem("file-too-large", whole(name), { file: name, size, limit: folderLimits.fileBytes }),
    );
    return undefined;
  }
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = validPrefix(bytes);
    const lines = before.split("\n");
    const where = { file: name, line: lines.length, column: lines.at(-1)!.length + 1 };
    problems.push(createProblem("not-utf8", where, { file: name, byte: Buffer.byteLength(before) }));
    return undefined;
  }
}

/** The text up to the first byte that is not UTF-8, found by halving. */
function validPrefix(bytes: Buffer): string {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good).toString("utf8");
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
