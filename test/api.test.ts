import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDossier } from "kreislauf/dossier";
import { measurementSchema } from "kreislauf/measure";
import { compile } from "kreislauf/model";
import { loadSolver, planFromFiles, type SideBySide } from "kreislauf/plan";
import { hashRun, simulate } from "kreislauf/simulate";
import { preparedModels } from "../src/cli/prepared-models.ts";
import type { ApiJob, ApiResult } from "../src/jobs/api-jobs.ts";
import { Desk } from "../src/jobs/desk.ts";
import { builtInModels, findBuiltIn, findEconomy, readFolder, readModelText } from "../src/store/index.ts";
import { call } from "./call.ts";
import { serveApp } from "./fixture/serve-app.ts";

const models = new Map<string, string>();
for (const name of await builtInModels()) {
  const { model } = await readModelText(name);
  if (model && model.files.size === 0) models.set(name, model.text);
}
// Threads run the built code, which `npm test` makes before it starts.
const workerFile = new URL("../dist/jobs/api-worker.js", import.meta.url);
const limits = { workerFile, threads: 2, waiting: 4, milliseconds: 60_000, megabytes: 128 };
const desk = new Desk<ApiJob, ApiResult>(limits);
const folder = async (name: string): Promise<Record<string, string>> =>
  Object.fromEntries((await readFolder(findBuiltIn(name))).files!);
const economyFiles = async (name: string): Promise<Record<string, string>> =>
  Object.fromEntries((await readFolder(findEconomy(name))).files!);
const { value: evidence } = readDossier(new Map(Object.entries(await folder("ki-2025"))));
const boom = (await preparedModels(evidence!)).find(({ name }) => name === "ki-boom")!;
const server = await serveApp({
  dossiers: new Map([["krypto-2022", await folder("krypto-2022")]]),
  models: new Map([
    ...[...models].map(([name, text]) => [name, { text, files: {}, figures: {} }] as const),
    ["ki-boom", boom],
  ]),
  economies: new Map([
    ["lehrbeispiel", await economyFiles("lehrbeispiel")],
    ["us-2023", await economyFiles("us-2023")],
  ]),
  measurementSchema: measurementSchema(),
  run: (job) => desk.run(job),
});
let port = 0;
beforeAll(async () => {
  await server.listen({ port: 0, host: "127.0.0.1" });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly problems?: readonly { code: string; hint?: string; where: { file: string; line: number } }[];
  };
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const content = typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method: "POST" };
    const call = request(
      { ...options, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: JSON.parse(text) as Answer["body"],
          }),
        );
      },
    );
    call.on("error", reject);
    call.end(content);
  });
}

const sim = models.get("textbook/sim")!;

describe("the API", () => {
  it("describes itself as OpenAPI 3.1, every reference of which resolves", async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api`);
    const document = (await answer.json()) as Record<string, Record<string, Record<string, unknown>>>;
    expect(document["openapi"]).toBe("3.1.0");
    expect(Object.keys(document["paths"])).toContain("/api/simulate");
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(5);
    for (const [, name] of references) expect(document["components"]["schemas"]).toHaveProperty(name);
  });

  it("simulates with the same bits as the library", async () => {
    const wanted = simulate(compile(sim).value!.system, { scenario: "spending", seed: 3 });
    const answer = await post("/api/simulate", { name: "textbook/sim", scenario: ["spending"], seed: 3 });
    expect(answer.status).toBe(200);
    expect(answer.body["value"]).toMatchObject({ hash: hashRun(wanted.value!), model: wanted.value!.model });
    const sent = await post("/api/simulate", { text: sim, scenario: ["spending"], seed: 3 });
    expect(sent.text).toBe(answer.text);
    const short = await post("/api/simulate", { name: "sim", scenario: ["spending"], seed: 3 });
    expect(short.text).toBe(answer.text);
  });

  it("measures and checks a dossier that is sent along", async () => {
    const sent = await folder("krypto-2022");
    expect((await post("/api/check-dossier", { files: sent })).body.problems).toEqual([]);
    const measured = await post("/api/measure", { files: sent, status: "paid" });
    expect(measured.body["value"]).toMatchObject({ dossier: "krypto-2022", format: 1 });
    const named = await post("/api/measure", { name: "krypto-2022", status: "paid" });
    expect(named.text).toBe(measured.text);
    expect((await post("/api/measure", { name: "krypto-2023" })).body.problems?.[0]).toMatchObject({
      code: "no-such-dossier",
      hint: "krypto-2022",
    });
    const broken = { ...sent, "figures.csv": sent["figures.csv"].replace("high", "hihg") };
    const checked = await post("/api/check-dossier", { files: broken }, { "accept-language": "de" });
    expect(checked.status).toBe(200);
    expect(checked.body.problems?.length).toBeGreaterThan(0);
    expect((await post("/api/measure", { files: broken })).status).toBe(422);
  });

  it("plans with the answer of the library, and says what is wrong with a request", async () => {
    const files = (await readFolder(findEconomy("lehrbeispiel"))).files!;
    const wanted = planFromFiles(await loadSolver(), { files, years: 3 });
    const answer = await post("/api/plan", { name: "lehrbeispiel", years: 3 });
    expect(answer.status).toBe(200);
    expect(answer.body["value"]).toEqual(JSON.parse(JSON.stringify(wanted.value!.document)));
    const short = await post("/api/plan", {
      name: "lehrbeispiel",
      goals: "format: 1\nlimits: { week: 1 }\n",
    });
    expect(short.body["value"]).toMatchObject({ status: "infeasible" });
    const refused = await post("/api/plan", {
      name: "lehrbeispiel",
      goals: "format: 1\nlimits: { weak: 30 }\n",
    });
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.[0]?.where).toMatchObject({ file: "goals.yaml", line: 2 });
    expect((await post("/api/plan", { name: "lehrbeispil" })).body.problems?.[0]).toMatchObject({
      code: "no-such-economy",
      hint: "lehrbeispiel",
    });
    const setting = await post("/api/plan", { name: "lehrbeispiel", set: { ai_savin: 0.2 } });
    expect(setting.body.problems?.[0]).toMatchObject({ hint: "ai_saving" });
  });

  it("sets the boom beside a plan, with the bytes of the command line", async () => {
    const options = ["--years", "2", "--boom", "2028", "--json"];
    const wanted = JSON.parse((await call(["plan", "us-2023", ...options])).out) as { boom: object };
    const answer = await post("/api/plan", { name: "us-2023", years: 2, boom: 2028 });
    expect(answer.status).toBe(200);
    const { boom: side } = answer.body["value"] as { boom: SideBySide };
    expect(JSON.stringify(side)).toBe(JSON.stringify(wanted.boom));
    expect(side.rows.length).toBeGreaterThan(8);
    expect(answer.text).toContain(JSON.stringify(wanted.boom));
    const plain = await post("/api/plan", { name: "lehrbeispiel", years: 2 });
    expect(plain.body["value"]).not.toHaveProperty("boom");
    const early = await post("/api/plan", { name: "us-2023", years: 2, boom: 2025 });
    expect(early.status).toBe(422);
    expect(early.body["detail"]).toContain("2026 … 2035");
    expect((await post("/api/plan", { name: "us-2023", boom: "now" })).body.problems?.[0]).toMatchObject({
      code: "api-value",
      where: { file: "boom" },
    });
  }, 60_000);

  it("checks an economy, built in or sent along", async () => {
    expect((await post("/api/check-economy", { name: "lehrbeispiel" })).body.problems).toEqual([]);
    const files = Object.fromEntries((await readFolder(findEconomy("lehrbeispiel"))).files!);
    const table = Object.keys(files).find((file) => file.endsWith(".csv"))!;
    const broken = { ...files, [table]: `${files[table]}x,y\n` };
    const checked = await post("/api/check-economy", { files: broken });
    expect(checked.body.problems?.[0]?.where).toMatchObject({ file: table });
  });

  it.each(["en/http-api.md", "de/http-schnittstelle.md"])("answers the examples of docs/%s", async (page) => {
    const text = readFileSync(new URL(`../docs/${page}`, import.meta.url), "utf8");
    const calls = [...text.matchAll(/curl -s localhost:4000(\S+)[^']*'content-type[^']*'[^']*-d '([^']*)'/g)];
    expect(calls).toHaveLength(5);
    for (const [, path, body] of calls) {
      const known = body.replace("ki-2025", "krypto-2022");
      expect((await post(path, known)).status, body).toBe(200);
    }
  });

  it("counts votes", async () => {
    const path = new URL("reference/pb/poland_zabrze_2021_grzybowice.pb", import.meta.url);
    const text = readFileSync(fileURLToPath(path), "utf8");
    expect((await post("/api/tally", { text })).body["value"]).toMatchObject({ selected: ["P0068"] });
    expect((await post("/api/tally", { text: text.slice(0, 900) })).status).toBe(422);
  });

  it("names every mistake of a request", async () => {
    const wrong = await post("/api/simulate", { name: "textbook/sim", periods: -1, seeds: 2 });
    expect(wrong.status).toBe(400);
    expect(wrong.headers["content-type"]).toContain("application/problem+json");
    expect(wrong.body.problems?.map(({ code }) => code).sort()).toEqual(["api-value", "unknown-key"]);
    const guessed = await post("/api/simulate", { name: "textbook/sim", run: 5, seedd: 1 });
    expect(guessed.body.problems?.map(({ hint }) => hint)).toEqual(["runs", "seed"]);
    const german = await post("/api/measure", { status: "paid", window: 3 }, { "accept-language": "de" });
    expect(german.body["detail"]).toContain("erwartet string");
    expect((await post("/api/simulate", { name: "textbook/sm" })).body.problems?.[0]).toMatchObject({
      code: "no-such-model",
      hint: "textbook/sim",
    });
    const scenario = await post("/api/simulate", { name: "textbook/sim", scenario: ["spendin"] });
    expect(scenario.status).toBe(422);
    expect(scenario.body.problems?.[0]).toMatchObject({ code: "unknown-scenario", hint: "spending" });
    const model = await post("/api/check-model", { text: "sector a\nflow X : a -> b = 2\n" });
    expect(model.status).toBe(200);
    expect(model.body.problems?.length).toBeGreaterThan(0);
  });

  it("refuses bodies that are too large, no JSON, or hostile", async () => {
    expect((await post("/api/tally", { text: "x".repeat(1.1 * 1024 * 1024) })).status).toBe(413);
    const chunked = { "transfer-encoding": "chunked" };
    expect((await post("/api/tally", { text: "x".repeat(1.1 * 1024 * 1024) }, chunked)).status).toBe(413);
    expect((await post("/api/tally", "{")).status).toBe(400);
    expect((await post("/api/tally", '{"__proto__": {"a": 1}, "text": ""}')).status).toBe(400);
    expect((await post("/api/tally", { text: "" }, { "content-type": "text/plain" })).status).toBe(400);
  });

  it("refuses more than may wait, and says when to come again", async () => {
    const slow = { name: "textbook/growth", runs: 300, periods: 500, outputs: ["Y"] };
    const answers = await Promise.all(Array.from({ length: 9 }, () => post("/api/simulate", slow)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused[0].headers["retry-after"]).toBe("2");
    expect(answers.every(({ status }) => status < 500)).toBe(true);
  });
});

describe("the desk", () => {
  const job: ApiJob = {
    kind: "simulate",
    text: models.get("textbook/growth")!,
    files: {},
    figures: {},
    options: { members: 1_000, periods: 2_000, outputs: ["Yk"] },
  };

  it("ends work that takes too long, and goes on", async () => {
    const hasty = new Desk<ApiJob, ApiResult>({ ...limits, threads: 1, milliseconds: 300 });
    expect(await hasty.run(job)).toEqual({ kind: "ended", reason: "time" });
    await hasty.close();
    const patient = new Desk<ApiJob, ApiResult>({ ...limits, threads: 1 });
    const answers = await Promise.all([
      patient.run({ ...job, options: {} }),
      patient.run({ ...job, options: {} }),
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(["done", "done"]);
    await patient.close();
    expect(await patient.run(job)).toEqual({ kind: "full" });
  });

  it("closes also while a thread fails", async () => {
    const nowhere = new URL("nowhere.js", import.meta.url);
    for (let turn = 0; turn < 12; turn++) {
      const broken = new Desk<ApiJob, ApiResult>({ ...limits, workerFile: nowhere });
      const answer = broken.run({ kind: "check-model", text: sim, files: {}, figures: {} });
      await new Promise((resolve) => setTimeout(resolve, 3 * turn));
      await broken.close();
      expect((await answer).kind).toBe("failed");
    }
  });

  it("ends work that needs too much memory, and goes on", async () => {
    const narrow = new Desk<ApiJob, ApiResult>({
      ...limits,
      threads: 1,
      megabytes: 32,
    });
    const many = { ...job, options: { members: 1_000, periods: 2_000, outputs: ["Yk", "Pe", "Ck", "Nt"] } };
    const answer = await narrow.run(many);
    expect(answer.kind === "done" ? answer.result.problems : answer).toEqual({
      kind: "ended",
      reason: "memory",
    });
    expect((await narrow.run({ kind: "check-model", text: sim, files: {}, figures: {} })).kind).toBe("done");
    await narrow.close();
  });
});
