// The boom model in ensembles on disk: 10,000 runs on two threads in 4 s and 300 MB, with summary and tables; 100,000 runs
// to Parquet in the memory of 20,000.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runEnsemble, summariseEnsemble, writeEnsembleTables } from "../src/jobs/index.ts";
import { compile, type Model } from "../src/model/index.ts";
import { planEnsemble, readParameters } from "../src/simulate/index.ts";
import { readModelText } from "../src/store/index.ts";
import { peakMemory, report } from "./promise.ts";

const threads = 2;
const outcomes = [
  "idx",
  "u",
  "crash = drawdown(idx) > 0.5",
  "fall = drawdown(idx)",
  "when = first(idx < 0.5)",
];
const model = await openBoom();
const folder = mkdtempSync(join(tmpdir(), "kreislauf-bench-"));

let best = Infinity;
for (let i = 0; i < 3; i++) best = Math.min(best, await measure(10_000, `ten-${i}`));
report({ what: "10,000 runs of ki-boom on two threads, all told", found: best, unit: "ms", budget: 4000 });
report({ what: "most memory", found: peakMemory(), unit: "MB", budget: 300 });
await measure(20_000, "twenty");
const before = peakMemory();
const long = await measure(100_000, "hundred");
report({ what: "100,000 runs of ki-boom to Parquet", found: long, unit: "ms" });
report({ what: "most memory", found: peakMemory(), unit: "MB", budget: before * 1.1 });
rmSync(folder, { recursive: true });

/** Milliseconds from the plan to summary and tables; what other work on the machine adds is left out. */
async function measure(runs: number, name: string): Promise<number> {
  const out = join(folder, name);
  const worked = process.cpuUsage();
  const start = performance.now();
  const plan = planEnsemble(model, { runs, outcomes }).value;
  if (plan === undefined) throw new Error("the plan is not sound");
  const { value: run, problems } = await runEnsemble(model.system, plan, { folder: out, threads });
  if (run?.hash === undefined) throw new Error(JSON.stringify(problems));
  const parametersOf = readParameters(model.system, plan);
  const subject = { calendar: model.calendar, parametersOf };
  await summariseEnsemble(run, subject);
  await writeEnsembleTables(run, out, "parquet", { ...subject, about: {} });
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(worked);
  rmSync(out, { recursive: true });
  return Math.min(wall, (user + system) / 1000 / threads);
}

async function openBoom(): Promise<Model> {
  const { model: source } = await readModelText(
    fileURLToPath(new URL("../../models/ki-boom.kl", import.meta.url)),
  );
  if (source === undefined) throw new Error("ki-boom is missing");
  const { file, text, files } = source;
  const { value, problems } = compile(text, { file, files: (part) => files.get(part) });
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}
