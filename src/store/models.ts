import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../core/problem.ts";
import { readFolder } from "./folder.ts";
import { readTextFile } from "./text-file.ts";

/** A model's text with the texts it may include, by name. */
export interface ModelText {
  readonly file: string;
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

const builtInFolder = fileURLToPath(new URL("../../models", import.meta.url));

/** Names of the models that come with Kreislauf: `ki-boom`, `textbook/sim`. */
export async function builtInModels(): Promise<readonly string[]> {
  const entries = await readdir(builtInFolder, { recursive: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.endsWith(".kl"))
    .map((entry) => entry.slice(0, -".kl".length).replaceAll(sep, "/"));
  // A folder called like a model holds its parts.
  return names.filter((name) => !names.includes(name.slice(0, Math.max(0, name.lastIndexOf("/"))))).sort();
}

/** Reads a model by the path of its file, or by name (`sim` for `textbook/sim`) if it is built in. */
export async function readModelText(
  name: string,
): Promise<{ readonly model: ModelText | undefined; readonly problems: readonly Problem[] }> {
  const builtIn = (await builtInModels()).find((known) => known === name || basename(known) === name);
  const path = name.endsWith(".kl") || builtIn === undefined ? name : join(builtInFolder, `${builtIn}.kl`);
  const problems: Problem[] = [];
  const isFile = path.endsWith(".kl") && ((await stat(path).catch(() => undefined))?.isFile() ?? false);
  const text = isFile ? await readTextFile(path, name, problems) : undefined;
  if (text === undefined) return { model: undefined, problems };
  const file = builtIn === undefined || name.endsWith(".kl") ? name : `${builtIn}.kl`;
  if (!/^\s*include\b/m.test(text)) return { model: { file, text, files: new Map() }, problems };
  const folder = await readFolder(dirname(path));
  return {
    model: { file, text, files: folder.files ?? new Map<string, string>() },
    problems: [...problems, ...folder.problems],
  };
}

/** The text of the guide beside a model (`ki-boom.guide.yaml`): how it is shown. */
export async function readGuideText(name: string): Promise<string | undefined> {
  const builtIn = (await builtInModels()).find((known) => known === name || basename(known) === name);
  const path = name.endsWith(".kl") ? name.slice(0, -".kl".length) : join(builtInFolder, builtIn ?? name);
  const file = `${path}.guide.yaml`;
  return (await stat(file).catch(() => undefined))?.isFile() ? readTextFile(file, name, []) : undefined;
}
