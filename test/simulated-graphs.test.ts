import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, expect, it } from "vitest";
import { hashRun, readGuide, readQuestions, simulate } from "kreislauf/simulate";
import { readGuideText } from "kreislauf/store";
import { graphsDocument } from "../src/simulate/graphs-document.ts";
import { call } from "./call.ts";
import { compileBoom } from "./ki-boom/boom.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-graphs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const words = ["simulate", "ki-boom", "--graphs", "--scenario", "stop", "--set", "M0=600", "--runs", "20"];

it("prints what the guide draws, with the hash over its series, as the published schema says", async () => {
  const { code, out, err } = await call([...words, "--seed", "3", "--json"]);
  expect(code).toBe(0);
  const document = graphsDocument.parse(JSON.parse(out));
  const model = compileBoom();
  const guide = readGuide("ki-boom.guide.yaml", (await readGuideText("ki-boom"))!).value!;
  const { outputs } = readQuestions(guide, model);
  const { value } = simulate(model.system, {
    members: 20,
    seed: 3,
    scenario: ["stop"],
    set: { M0: 600 },
    outputs,
  });
  expect(document.hash).toBe(hashRun(value!));
  expect(err).toContain(document.hash);
  expect(document.graphs.map(({ id }) => id)).toEqual(guide.graphs.map(({ id }) => id));
  expect(document.outcomes).toHaveLength(guide.outcomes.length);
});

it("writes the same fans as CSV and as Parquet, which carries what was asked for", async () => {
  const [csv, parquet] = ["fans.csv", "fans.parquet"].map((name) => join(folder, name));
  for (const path of [csv, parquet]) expect(await call([...words, "--out", path])).toMatchObject({ code: 0 });
  const lines = readFileSync(csv, "utf8").trimEnd().split("\r\n");
  expect(lines[0]).toBe("date,graph,shows,unit,lowest,low,median,high,highest,baseline");
  const bytes = readFileSync(parquet);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(lines.length - 1);
  expect(lines.at(-1)).toContain(`,${String(rows.at(-1)?.["median"])},`);
  const about = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
  expect(about.get("kreislauf.hash")).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(about.get("kreislauf.run") ?? "")).toMatchObject({ members: 20, set: { M0: 600 } });
});

it("draws the documented variables of a model without a guide", async () => {
  const { code, out, err } = await call(["simulate", "sim", "--graphs"]);
  expect(code).toBe(0);
  expect(out).toContain("median");
  expect(err).toMatch(/result [0-9a-f]{64}/);
});
