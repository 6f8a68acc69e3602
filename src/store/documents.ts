import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../docs", import.meta.url));

/** Texts of the documents of Kreislauf, by `<language>/<name>`; none where they were not installed. */
export async function readDocuments(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.endsWith(".md")).sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => {
        const name = path.slice(0, -".md".length).replaceAll(sep, "/");
        return [name, await readFile(join(folder, path), "utf8")] as const;
      }),
    ),
  );
}
