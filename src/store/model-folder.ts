import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const builtInFolder = fileURLToPath(new URL("../../models", import.meta.url));

/** Files of the models that come with Kreislauf, by name: those of `models/` and of `models/textbook/`. */
export async function builtInModels(): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(
    [builtInFolder, join(builtInFolder, "textbook")].map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => name.endsWith(".kl")).map((name) => join(folder, name));
    }),
  );
  return new Map(
    files
      .flat()
      .sort()
      .map((file) => [basename(file, ".kl"), file]),
  );
}
