// Cockshott's example planned by harmony and by the linear programme, next to his own program 5yearplan where Java and its
// compiled classes are given: KREISLAUF_5YEARPLAN=<folder with planning/*.class> npm run bench -- five-year
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareFiveYearPlans, loadSolver, planByHarmony, readFiveYearTables } from "../src/plan/index.ts";
import { fastest, report } from "./promise.ts";

const folder = fileURLToPath(new URL("../../test/reference/five-year-plan/", import.meta.url));
const names = ["flows.csv", "cap.csv", "dep.csv", "labtarg.csv"] as const;
const tables = readFiveYearTables(
  new Map(names.map((name) => [name, readFileSync(`${folder}${name}`, "utf8")])),
).value;
if (!tables) throw new Error("The example has errors.");

/** Milliseconds that 5yearplan says its harmony took, the best of five; without the start of Java. */
function timeOfJava(classes: string): number | undefined {
  const paths = names.map((name) => `${folder}${name}`);
  const times = Array.from({ length: 5 }, () => {
    const words = ["-cp", classes, "planning.nyearHarmony", ...paths];
    const { stdout } = spawnSync("java", words, { encoding: "utf8" });
    return 1000 * Number(/took ([\d.E-]+) sec/.exec(stdout ?? "")?.[1] ?? NaN);
  });
  const best = Math.min(...times);
  return Number.isFinite(best) ? best : undefined;
}

const classes = process.env["KREISLAUF_5YEARPLAN"];
const theirs = classes === undefined ? undefined : timeOfJava(classes);
const oracle = theirs === undefined ? {} : { oracle: { name: "5yearplan in Java", found: theirs } };
const solver = await loadSolver();
const given = tables;
report({
  what: "four goods, five years, harmony",
  found: fastest(() => planByHarmony(given)),
  unit: "ms",
  ...oracle,
});
report({
  what: "the same by harmony and by the linear programme, compared",
  found: fastest(() => compareFiveYearPlans(given, solver)),
  unit: "ms",
  ...oracle,
});
if (classes === undefined)
  console.log("  5yearplan: not given (KREISLAUF_5YEARPLAN names the folder of its classes)");
else if (theirs === undefined)
  console.log(`  5yearplan: java or planning.nyearHarmony did not run with ${classes}`);
