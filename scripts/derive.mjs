// Computes every derived figure of the dossiers from its formula and writes it into figures.csv.
//   node scripts/derive.mjs [folder …] [--check]
// Without folders all of dossiers/ is done. --check writes nothing and fails if something would change.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(join(root, "dist/.built"))) {
  console.error("Kreislauf is not built yet: node scripts/set-up.mjs");
  process.exit(1);
}
const { deriveFigures, readDossier } = await import("../dist/dossier/index.js");
const { readFolder, writeWhole } = await import("../dist/store/index.js");
const { formatProblem } = await import("../dist/text/index.js");

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const checkOnly = process.argv.includes("--check");
const all = () =>
  readdirSync(join(root, "dossiers"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, "dossiers", entry.name));

let sound = true;
for (const folder of named.length > 0 ? named : all()) {
  const path = join(folder, "figures.csv");
  if (!existsSync(path)) {
    console.error(`${path}: there is no such file`);
    sound = false;
    continue;
  }
  const { text, changes, problems } = deriveFigures(readFileSync(path, "utf8"));
  for (const { id, column, before, after } of changes) {
    console.log(`${relative(root, path)}: ${id}.${column} ${before || "(empty)"} → ${after || "(empty)"}`);
  }
  if (problems.length === 0 && changes.length > 0 && !checkOnly) await writeWhole(path, text);
  // Once the figures are right, the whole dossier has to be.
  const read = await readFolder(folder);
  const rest = problems.length > 0 ? problems : readDossier(read.files).problems;
  const errors = rest.filter((problem) => problem.severity === "error");
  for (const problem of errors) console.error(formatProblem(problem, "en"));
  if (errors.length > 0 || (checkOnly && changes.length > 0)) sound = false;
  console.log(`${relative(root, folder)}: ${changes.length} changed, ${errors.length} errors`);
}
process.exit(sound ? 0 : 1);
