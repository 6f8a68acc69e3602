// Writes what the plan screen needs beside the app: each economy that has a planning.yaml as one JSON of its texts, and
// the plan for its own goals, computed once here with the code that the browser and the command line run.
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadSolver, PlanDesk } from "../dist/plan/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}dist/web`;
for (const folder of ["economies", "plans"]) mkdirSync(`${out}/${folder}`, { recursive: true });
const solver = await loadSolver();
for (const name of readdirSync(`${root}economies`)) {
  const folder = `${root}economies/${name}`;
  if (!existsSync(`${folder}/planning.yaml`)) continue;
  const files = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]),
  );
  writeFileSync(`${out}/economies/${name}.json`, JSON.stringify(files));
  const { value: desk, problems } = PlanDesk.open(solver, new Map(Object.entries(files)));
  if (!desk) throw new Error(`${name}: ${JSON.stringify(problems.slice(0, 3))}`);
  const wish = { settings: {} };
  const { value: document } = desk.plan(wish);
  if (document?.status !== "optimal")
    throw new Error(`${name}: the plan for its own goals is ${document?.status}`);
  const planned = { levers: desk.levers, goals: desk.goalsOf(wish), document, problems: [] };
  writeFileSync(`${out}/plans/${name}.json`, JSON.stringify(planned));
  desk.close();
}
