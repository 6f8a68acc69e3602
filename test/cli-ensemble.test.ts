import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "./call.ts";
import { writeEnsembleFindings } from "../src/cli/ensemble-findings.ts";
import { EnsembleSummariser, planEnsemble, readParameters, runShard } from "../src/simulate/index.ts";
import { readDrawnModel } from "./fixture/drawn-model.ts";

const model = fileURLToPath(new URL("fixture/drawn.kl", import.meta.url));

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "kreislauf-cli-"))));
afterAll(() => rm(folder, { recursive: true }));

describe("kreislauf ensemble", () => {
  it("ends with clear problems, all at once, and writes nothing", async () => {
    const out = join(folder, "never");
    const mistakes = "--runs 0 --scenario spendng --scenario spending+cut --set thetta=1 --output peak(YY)";
    const wrong = await call(["ensemble", model, "--out", out, ...mistakes.split(" ")]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("0 runs cannot be made; whole numbers from 1 to 10,000,000 can.");
    expect(wrong.err).toContain(
      "no scenario “spendng”; it has: spending, cut, taxes. Did you mean “spending”?",
    );
    expect(wrong.err).toContain("“spending” and “cut” contradict each other: both set G0 in period 5.");
    expect(wrong.err).toContain("no parameter “thetta”. Did you mean “theta”?");
    expect(wrong.err).toContain("peak(YY):1:6: error[unknown-output]");
    const many = await call(["ensemble", model, "--out", out, "--runs", "1e9"], "de");
    expect(many.code).toBe(1);
    expect(many.err).toContain("1000000000 Läufe gehen nicht");
    const band = await call(["ensemble", model, "--out", out, "--by", "alpha3"]);
    expect(band.err).toContain("“alpha3” is no parameter that is drawn. Did you mean “alpha1”?");
    expect(await readdir(folder)).toEqual([]);
  });

  it("ends with 74 where no folder can be made", async () => {
    const beyondFile = await call(["ensemble", model, "--out", join(model, "x"), "--runs", "10"]);
    expect(beyondFile.code).toBe(74);
    expect(beyondFile.err).toContain("ENOTDIR");
    // A file system that refuses every folder; Node's own recursive mkdir never comes back from it.
    const refused = await call(["ensemble", model, "--out", "/proc/kreislauf/x", "--runs", "10"]);
    expect(refused.code).toBe(74);
    expect(refused.err).toContain("Nothing was written to /proc/kreislauf");
  });

  it("tells a wrong call from a problem", async () => {
    const wrong = async (...words: readonly string[]): Promise<string> => {
      const { code, err } = await call(["ensemble", model, "--out", folder, ...words]);
      expect(code).toBe(2);
      return err;
    };
    expect(await wrong("--runs", "many")).toContain("--runs cannot be “many”");
    expect(await wrong("--design", "latin-hypercub")).toContain("Did you mean “latin-hypercube”?");
    expect(await wrong("--format", "xlsx")).toContain("parquet, csv, json");
    expect(await wrong("--set", "theta")).toContain("name=1.5");
    expect(await wrong("--threads", "0")).toContain("1 … 256");
    expect((await call(["ensemble", model])).code).toBe(2);
  });
});

describe("kreislauf sensitivity", () => {
  it("shows the strongest assumptions first, in both languages", async () => {
    const words = ["sensitivity", model, "--output", "drawdown(Y)", "--method", "morris", "--runs", "100"];
    const english = await call(words);
    expect(english.code).toBe(0);
    expect(english.out).toMatch(/theta .*\n(.*\n)*alpha1 /);
    expect(english.out).toContain("tax rate");
    const german = await call(words, "de");
    expect(german.out).toContain("Wovon drawdown(Y) abhängt: Morris-Verfahren, 100 Läufe");
    const sobol = JSON.parse(
      (await call(["sensitivity", model, "--output", "drawdown(Y)", "--runs", "200", "--json"])).out,
    ) as { readonly indices: readonly { readonly name: string }[] };
    expect(sobol.indices[0].name).toBe("theta");
  });

  it("finds the box in which something is frequent", async () => {
    const found = await call(["sensitivity", model, "--discover", "drawdown(Y) > 0.3", "--runs", "200"]);
    expect(found.code).toBe(0);
    expect(found.out).toMatch(/theta +0\.2\d+ … open/);
    expect(found.out).toContain("no forecast, no probability");
  });

  it("wants one question that can be answered", async () => {
    expect((await call(["sensitivity", model])).code).toBe(2);
    const both = await call(["sensitivity", model, "--output", "peak(Y)", "--discover", "peak(Y) > 1"]);
    expect(both.code).toBe(2);
    expect(both.err).toContain("--output and --discover do not go together");
    const path = await call(["sensitivity", model, "--output", "Y"]);
    expect(path.code).toBe(1);
    expect(path.err).toContain("such as peak(Y) or last(Y)");
  });
});

describe("the findings of an ensemble", () => {
  it("say how often, when, how much, and what that does not mean", () => {
    const drawn = readDrawnModel();
    const plan = planEnsemble(drawn, {
      runs: 300,
      scenarios: ["baseline", "spending"],
      outcomes: ["Y", "crash = drawdown(Y) > 0.2", "first(Y > 130)", "fall = drawdown(Y)"],
    }).value!;
    const parametersOf = readParameters(drawn.system, plan);
    const summariser = new EnsembleSummariser(plan, { calendar: drawn.calendar, parametersOf });
    const range = { first: 0, members: 301 };
    summariser.add(
      range,
      plan.scenarios.map((scenario) => runShard(drawn.system, plan, scenario, range)),
    );
    const summary = summariser.finish();
    const english = writeEnsembleFindings(summary, drawn, { language: "en" });
    expect(english).toMatch(/crash +in \d\d ± \d of 100 runs/);
    expect(english).toMatch(/first\(Y > 130\) +in \d+ ± \d of 100 runs +20\d\dQ\d … 20\d\dQ\d … 20\d\dQ\d/);
    expect(english).toMatch(/among runs with theta from 0\.\d+ to 0\.\d+ +in /);
    expect(english).toContain("spending less baseline, run by run");
    expect(english).toMatch(/first\(Y > 130\) +−?\d+(\.\d+)? quarters \(90 % of the runs/);
    expect(english.trimEnd().endsWith("no forecast, no probability.")).toBe(true);
    const german = writeEnsembleFindings(summary, drawn, { language: "de" });
    expect(german).toMatch(/crash +in \d\d ± \d von 100 Läufen/);
    expect(german).toContain("keine Prognose, keine Wahrscheinlichkeit.");
  });
});
