import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../../test/engine/engine-bundle.ts";
import { readDrawnModel } from "../../test/fixture/drawn-model.ts";
import { type EnsembleOptions, planEnsemble, planSensitivity, readParameters } from "../simulate/index.ts";
import { runShard } from "../simulate/run-shard.ts";
import { writeEnsembleTables } from "./ensemble-tables.ts";
import type { EnsembleProgress } from "./progress.ts";
import { type EnsembleRun, runEnsemble } from "./run-ensemble.ts";
import { runMembers } from "./run-members.ts";
import { summariseEnsemble } from "./summarise-folder.ts";

const model = readDrawnModel();
let folder: string;
let workerFile: URL;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kreislauf-run-"));
  workerFile = pathToFileURL(await bundle("ensemble-worker", "src/jobs/ensemble-worker.ts"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(
  name: string,
  options: EnsembleOptions,
  { threads = 2, ...more }: { readonly threads?: number; readonly resume?: boolean } = {},
): Promise<EnsembleRun> {
  const plan = planEnsemble(model, { outcomes: ["Y", "fall = drawdown(Y)"], ...options }).value!;
  const outcome = await runEnsemble(model.system, plan, {
    folder: join(folder, name),
    threads,
    workerFile,
    ...more,
  });
  expect(outcome.problems).toEqual([]);
  return outcome.value!;
}

describe("an ensemble on threads", () => {
  it("has the same hash on any number of them", async () => {
    const hashes = [];
    for (const threads of [1, 2, 3]) {
      hashes.push((await run(`threads-${threads}`, { runs: 1000 }, { threads })).hash);
    }
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("of plain draws can be made longer and compared with more scenarios, using what is there", async () => {
    const first = await run("longer", { runs: 511, design: "plain" });
    expect([first.computed, first.reused]).toEqual([2, 0]);
    const longer = { runs: 1023, design: "plain", scenarios: ["baseline", "cut"] } as const;
    const second = await run("longer", longer, { resume: true });
    expect([second.computed, second.reused]).toEqual([6, 2]);
    expect(second.hash).toBe((await run("at-once", longer)).hash);
  });

  it("tells how far it is, and stops when it is told to", async () => {
    const plan = planEnsemble(model, { runs: 5000, outcomes: ["last(Y)"] }).value!;
    const told: EnsembleProgress[] = [];
    const stop = new AbortController();
    const options = { folder: join(folder, "stopped"), threads: 2, workerFile, signal: stop.signal };
    const stopped = await runEnsemble(model.system, plan, {
      ...options,
      onProgress: (progress) => {
        told.push(progress);
        if (told.length === 4) stop.abort();
      },
    });
    expect(stopped.value!.hash).toBeUndefined();
    expect(stopped.value!.computed).toBeLessThan(8);
    expect(told[0]).toEqual({ done: 0, total: 5001, secondsLeft: undefined });
    expect(told[3].done).toBe(3 * 256);
    expect(told[3].secondsLeft).toBeGreaterThan(0);
  });

  it("gives a summary and tables that other programs read", async () => {
    const made = await run("tables", { runs: 300, scenarios: ["baseline", "spending"] });
    const parametersOf = readParameters(model.system, made.plan);
    const subject = { calendar: model.calendar, parametersOf };
    const summary = await summariseEnsemble(made, subject);
    expect(summary.scenarios.map(({ name }) => name)).toEqual(["baseline", "spending"]);
    expect(summary.scenarios[1].maxResidual).toBeLessThan(1e-9);
    const about = { "kreislauf.sources": model.source };
    const files = await writeEnsembleTables(made, join(folder, "tables"), "parquet", { ...subject, about });
    const [paths, runs] = await Promise.all(
      files.map(async (path) => {
        const bytes = await readFile(path);
        return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      }),
    );
    const rows = await parquetReadObjects({ file: paths });
    expect(rows.length).toBe(2 * 301 * 41);
    const shard = runShard(model.system, made.plan, made.plan.scenarios[1], { first: 256, members: 45 });
    const row = rows.find(
      ({ scenario, member, period }) => scenario === "spending" && member === 290 && period === 7,
    );
    expect(row).toEqual({
      scenario: "spending",
      member: 290,
      period: 7,
      date: "2027Q3",
      Y: shard.columns["Y"][(290 - 256) * 41 + 7],
    });
    const parameters = await parquetReadObjects({ file: runs });
    expect(parameters.length).toBe(602);
    expect(parameters[5]).toMatchObject({ scenario: "baseline", member: 5, theta: parametersOf(5)("theta") });
    const metadata = new Map(
      parquetMetadata(paths).key_value_metadata!.map(({ key, value }) => [key, value]),
    );
    expect(metadata.get("kreislauf.model")).toBe("DRAWN");
    expect(metadata.get("kreislauf.hash")).toBe(made.hash);
    expect(metadata.get("kreislauf.sources")).toContain("Godley & Lavoie");
  });

  it("runs the plans of sensitivity analysis in memory, the same as alone", async () => {
    const plan = planSensitivity(model, { output: "drawdown(Y)", runs: 600 }).value!;
    const numbers = await runMembers(model.system, plan, { threads: 2, workerFile });
    const alone = runShard(model.system, plan, plan.scenarios[0], { first: 1, members: plan.runs });
    expect(numbers).toEqual(alone.columns["drawdown(Y)"]);
  });
});
