import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "kreislauf/model";
import { loadSolver, planFromFiles } from "kreislauf/plan";
import { hashRun, readQuestions, simulate } from "kreislauf/simulate";
import { languages } from "kreislauf/text";
import { preparedModels } from "../src/cli/prepared-models.ts";
import { Desk } from "../src/jobs/desk.ts";
import { builtApp } from "../src/server/app-files.ts";
import type { Exhibit } from "../src/app/share/exhibit.ts";
import type { ExhibitJob } from "../src/server/pictures/exhibit-job.ts";
import { findEconomy, readFolder } from "../src/store/index.ts";
import { measuredDossier } from "./fixture/ki-2025.ts";
import { serveApp } from "./fixture/serve-app.ts";

const server = await serveApp();
afterAll(() => server.close());

const { dossier } = await measuredDossier();
const boom = (await preparedModels(dossier)).find(({ name }) => name === "ki-boom")!;

/** Text of an SVG without its elements: lines that were broken are whole again. */
const textOf = (svg: string): string =>
  svg
    .replace(/<style>[^]*?<\/style>/, "")
    .replace(/<\/text><text[^>]*>/g, " ")
    .replace(/<[^>]+>/g, "\n");

const shared = [
  "/circuit?status=paid&v=1",
  "/measure/valuation",
  "/measure/claims",
  "/simulate?scenario=stop&runs=40&v=1",
  "/simulate/debt?scenario=stop&runs=40&v=1",
  "/who-pays/2030Q4?scenario=wealth&v=1",
  "/model?model=sim&v=1",
  "/plan?goal=week:34&v=1",
  "/compare?compare=%2Fen%2Fsimulate%3Fruns%3D20%26v%3D1%7C%2Fen%2Fsimulate%3Fscenario%3Dstop%26runs%3D20%26v%3D1&v=1",
  `/compare?compare=${encodeURIComponent("/en/circuit|/en/who-pays|/en/simulate?runs=20&v=1|/en/plan")}&v=1`,
] as const;

it("the README shows what the first screen shows", async () => {
  const { body } = await server.inject("/picture/en/");
  const served = body.replaceAll("http://localhost/", "http://127.0.0.1:4000/");
  await expect(`${served}\n`).toMatchFileSnapshot("../docs/pictures/loops.svg");
});

describe.each(languages)("pictures of shared views in %s", (language) => {
  it.each(shared)("%s: as an SVG with title, source and address, and as a page for frames", async (rest) => {
    const address = `/${language}${rest}`;
    const picture = await server.inject(`/picture${address}`);
    expect(picture.statusCode).toBe(200);
    expect(picture.headers["content-type"]).toBe("image/svg+xml");
    expect(picture.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(picture.body).toMatch(/<title id="sheet-title">[^<]{3,}<\/title>/);
    expect(textOf(picture.body)).toMatch(/Kreislauf \d+\.\d+\.\d+, (result|Ergebnis) [0-9a-f]{12}/);
    expect(textOf(picture.body)).toContain(`http://localhost/${language}/`);
    expect(picture.body).not.toMatch(/NaN|undefined/);
    expect(picture.body.match(/<(path|circle|text)/g)!.length).toBeGreaterThan(15);

    const embed = await server.inject(`/embed${address}`);
    expect(embed.statusCode).toBe(200);
    expect(embed.headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(embed.headers["set-cookie"]).toBeUndefined();
    expect(embed.body).not.toContain("<script");
    expect(embed.body).toContain(`<html lang="${language}"`);
    const styles = [...embed.body.matchAll(/href="\/app\/([^"]+\.css)"/g)].map(([, path]) =>
      readFileSync(join(builtApp, path)),
    );
    const bytes = [Buffer.from(embed.body), ...styles].reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThanOrEqual(60_000);

    const oembed = await server.inject(`/oembed?url=${encodeURIComponent(`http://localhost:80${address}`)}`);
    const [, source] = /src="([^"]+)"/.exec(oembed.json().html)!;
    expect(source.replaceAll("&amp;", "&")).toBe(`http://localhost/embed${address}`);
  });
});

describe("the numbers of a picture", () => {
  it("are those of the library, to the bit: simulation", async () => {
    const model = compile(boom.text, {
      file: boom.file,
      files: (name) => boom.files[name],
      figures: (id) => boom.figures[id],
    }).value!;
    const { outputs } = readQuestions(boom.guide!, model);
    const set = { M0: 700 };
    const run = simulate(model.system, { members: 30, seed: 5, scenario: ["stop"], set, outputs }).value!;
    const { body } = await server.inject("/picture/en/simulate?scenario=stop&set=M0:700&runs=30&seed=5&v=1");
    expect(textOf(body)).toContain(`result ${hashRun(run).slice(0, 12)}`);
    expect(textOf(body)).toContain("30 runs, seed 5");
  });

  it("are those of the command line: plan", async () => {
    const { files = new Map<string, string>() } = await readFolder(findEconomy("lehrbeispiel"));
    const goals = { file: "goals.yaml", text: files.get("goals.yaml") ?? "" };
    const { value } = planFromFiles(await loadSolver(), { files, goals });
    const hash = createHash("sha256")
      .update(`${JSON.stringify(value!.document, null, 2)}\n`)
      .digest("hex");
    expect(textOf((await server.inject("/picture/en/plan")).body)).toContain(`result ${hash.slice(0, 12)}`);
  });

  it("are of at most 1,000 runs, and that is said", async () => {
    const { body } = await server.inject("/picture/en/simulate/index?model=sim&runs=5000&v=1");
    expect(JSON.parse(body).status).toBe(404);
    const sheet = await server.inject("/picture/en/simulate?runs=1001&v=1");
    expect(textOf(sheet.body)).toContain("The link asks for 1,001 runs; a picture is drawn from 1,000.");
  });
});

describe("what has no picture says so, and nothing else is shown", () => {
  it.each([
    ["/en/data", 404],
    ["/en/docs", 404],
    ["/en/plan/vote", 404],
    ["/en/compare", 404],
    ["/en/simulate/nothing", 404],
    ["/en/measure/nothing", 404],
    ["/en/circuit?dossier=nobody&v=1", 404],
    ["/en/simulate?model=nobody&v=1", 422],
    ["/en/simulate?scenario=nobody&v=1", 422],
    ["/en/plan?economy=nobody&v=1", 422],
  ])("%s", async (address, status) => {
    const picture = await server.inject(`/picture${address}`);
    expect(picture.statusCode).toBe(status);
    expect(picture.headers["content-type"]).toContain("application/problem+json");
    if (/data|docs/.test(address)) return;
    const embed = await server.inject(`/embed${address}`);
    expect(embed.statusCode).toBe(status);
    expect(embed.headers["content-type"]).toContain("text/html");
    expect(embed.body).toContain("There is no picture of this");
    expect(embed.body).not.toContain("<svg");
  });

  it("oEmbed points at no frame that is not there", async () => {
    for (const path of ["/en/data", "/en/docs/start", "/en/plan/vote", "/en/compare"]) {
      const url = encodeURIComponent(`http://localhost:80${path}`);
      expect((await server.inject(`/oembed?url=${url}`)).statusCode).toBe(404);
      const page = await server.inject(path);
      expect(page.statusCode).toBe(200);
      expect(page.headers.link).toBeUndefined();
    }
  });

  it("a picture of a link that was not understood tells what was left out", async () => {
    const { body } = await server.inject("/picture/en/circuit?stauts=paid&v=1");
    expect(textOf(body)).toContain("Not understood in the link, and left out:");
    expect(textOf(body)).toContain("stauts");
  });
});

describe("the threads that compute pictures", () => {
  it("answer as the library does, refuse what is too much and end what takes too long", async () => {
    const workerFile = new URL("../dist/server/pictures/exhibit-worker.js", import.meta.url);
    const workerData = { models: [boom], economies: new Map() };
    const limits = { workerFile, workerData, threads: 1, megabytes: 256 };
    const address = "/en/simulate?runs=20&v=1";
    const desk = new Desk<ExhibitJob, Exhibit>({ ...limits, waiting: 1, milliseconds: 60_000 });
    const answers = await Promise.all([1, 2, 3].map(() => desk.run({ address })));
    expect(answers.map(({ kind }) => kind)).toEqual(["done", "done", "full"]);
    const [first] = answers;
    expect(first.kind === "done" && first.result.kind).toBe("simulation");
    if (first.kind !== "done" || first.result.kind !== "simulation") throw new Error("no simulation");
    const { body } = await server.inject(`/picture${address}`);
    expect(textOf(body)).toContain(`result ${first.result.simulated.hash.slice(0, 12)}`);
    await desk.close();
    const hasty = new Desk<ExhibitJob, Exhibit>({ ...limits, waiting: 1, milliseconds: 50 });
    expect(await hasty.run({ address: "/en/simulate" })).toEqual({ kind: "ended", reason: "time" });
    await hasty.close();
  });
});
