import { fileURLToPath } from "node:url";
import { readFolder } from "./folder.ts";

const folder = fileURLToPath(new URL("../../models", import.meta.url));

/**
 * Texts of the models that come with Kreislauf, by name without ending (`textbook/sim`), and of all files that they may
 * include.
 */
export async function readBuiltInModels(): Promise<{
  readonly models: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
}> {
  const files = (await readFolder(folder)).files ?? new Map<string, string>();
  const models = new Map(
    [...files].flatMap(([name, text]) => (name.endsWith(".kl") ? [[name.slice(0, -3), text] as const] : [])),
  );
  return { models, files };
}
