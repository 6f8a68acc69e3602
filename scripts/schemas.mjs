// Writes every published JSON Schema to schemas/<name>.schema.json, made from the schemas that read the data.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(join(root, "dist/.built"))) {
  console.error("Kreislauf is not built yet: node scripts/set-up.mjs");
  process.exit(1);
}
const { publishedSchemas } = await import("../dist/cli/published-schemas.js");
const { writeWhole } = await import("../dist/store/index.js");

await mkdir(join(root, "schemas"), { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas())) {
  const path = join(root, "schemas", `${name}.schema.json`);
  await writeWhole(path, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(path);
}
