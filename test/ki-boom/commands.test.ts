import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { call } from "../call.ts";
import type { Incidence } from "../../src/simulate/index.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-boom-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("kreislauf check ki-boom", () => {
  it("finds nothing wrong", async () => {
    const { code, out, err } = await call(["check", "ki-boom"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("redundant budget: banks");
  });
});

describe("kreislauf incidence", () => {
  const stop = ["incidence", "ki-boom", "--scenario", "stop", "--against", "muddle", "--set", "sw=0"];

  it("shows who pays, in both languages", async () => {
    const english = await call([...stop, "--from", "2027Q1", "--to", "2030Q4", "--also", "work"]);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain("stop against muddle, 2027Q1 to 2030Q4");
    expect(english.out).toMatch(/wage earners +pensioners +top group +AI firms/);
    expect(english.out).toMatch(/wages +−\d,\d{3} +0 +−\d{3}/);
    const german = await call(stop, "de");
    expect(german.out).toContain("stop gegen muddle, 2025Q4 bis 2035Q4");
    expect(german.out).toMatch(/Lohnabhängige +Rentner +Spitzengruppe/);
    expect(german.out).toContain("Änderung des Reinvermögens");
  });

  it("lays scenarios over each other on both sides, and says when both are the same", async () => {
    const both = await call(["incidence", "ki-boom", "--scenario", "stop+trade", "--against", "stop"]);
    expect(both).toMatchObject({ code: 0, err: "" });
    expect(both.out).toContain("stop + trade against stop");
    const same = await call(["incidence", "ki-boom", "--scenario", "trade+stop", "--against", "trade+stop"]);
    expect(same.out).toMatch(/nobody has more or less\.\n$/);
    const turned = await call([...stop, "--from", "2030Q4", "--to", "2027Q1"]);
    expect(turned.code).toBe(2);
    expect(turned.err).toContain("2030Q4 … 2035Q4");
  });

  it("prints one JSON document", async () => {
    const { out } = await call([...stop, "--json"]);
    const found = JSON.parse(out) as Incidence;
    expect(found.columns.map(({ id }) => id)).toContain("households[workers]");
    expect(found.gap).toBeLessThan(1e-9);
  });

  it("shows ranges over many runs, and says that medians need not add", async () => {
    const many = ["incidence", "ki-boom", "--scenario", "stop", "--against", "muddle", "--runs", "12"];
    const english = await call(many);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain("Over 12 paired runs");
    expect(english.out).toContain("medians need not");
    expect(english.out).toMatch(/wages +[−+]\d[\s\S]*\n +10 % … 90 % +[−+][\d,]+…[−+]\d/);
    expect((await call(many, "de")).out).toContain("Mediane müssen es nicht");
    const schema = z.fromJSONSchema(JSON.parse((await call(["schema", "incidence"])).out));
    for (const words of [many, stop]) {
      const document: unknown = JSON.parse((await call([...words, "--json"])).out);
      expect(schema.safeParse(document).error).toBeUndefined();
    }
  });

  it("tells dates that the model does not have, and variables", async () => {
    expect(await call([...stop, "--from", "2040Q1"])).toMatchObject({ code: 2 });
    const { code, err } = await call([...stop, "--also", "wrok"]);
    expect(code).toBe(1);
    expect(err).toContain("“work”");
  });
});

describe("scenarios of one's own", () => {
  it("build on those of the model", async () => {
    const mine = write("mine.kl", 'scenario hard "a hard landing" with stop, rates : lgd = 0.8\n');
    const call_ = [
      "incidence",
      "ki-boom",
      "--scenarios",
      mine,
      "--scenario",
      "hard",
      "--set",
      "sw=0",
      "--json",
    ];
    const { code, out } = await call(call_);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Incidence).scenarios).toEqual(["hard"]);
  });

  it("are told unknown names, and what does not belong there", async () => {
    const mine = write("bad.kl", "scenario a with stopp : lgg = 0.8\nparam x = 1\n");
    const { code, err } = await call(["simulate", "ki-boom", "--scenarios", mine, "--scenario", "a"]);
    expect(code).toBe(1);
    expect(err).toContain("“stop”");
    expect(err).toContain("“lgd”");
    expect(err).toContain("only scenarios");
  });

  it("must be there", async () => {
    const { code, err } = await call(["simulate", "ki-boom", "--scenarios", join(folder, "none.kl")]);
    expect(code).toBe(1);
    expect(err).toContain("none.kl");
  });
});
