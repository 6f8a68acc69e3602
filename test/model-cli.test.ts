import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { call } from "./call.ts";
import { runDocument, runSchema } from "../src/simulate/run-schema.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-model-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe("kreislauf check", () => {
  it("says that a built-in model is fine and which budget is redundant", async () => {
    expect(await call(["check", "sim"])).toEqual({
      code: 0,
      out: "sim: no problems (6 variables, 4 parameters, redundant budget: government).\n",
      err: "",
    });
  });

  it("shows problems with line and caret", async () => {
    const path = write("bad.kl", "sector a, b\nflow C : a -> bb = 1\n");
    const { code, err } = await call(["check", path]);
    expect(code).toBe(1);
    expect(err).toContain(
      `${path}:2:15: error[unknown-sector] There is no sector “bb”; declared are a, b. Did you mean “b”?\n2 | flow C : a -> bb = 1\n                  ^\n`,
    );
  });

  it("reads included files of the same folder", async () => {
    write("parts.kl", "flow C : a -> b = 2\nflow G : b -> a = C\n");
    const path = write(
      "whole.kl",
      'include "parts.kl"\nsector a, b, c\nasset H : a owes c\nflow T : c -> a\nflow X: b -> c = 1\ninit H = 0\n',
    );
    const { code, err } = await call(["check", path]);
    expect({ code, err }).toMatchObject({ code: 1 });
    expect(err).toContain("Money leaks at b");
  });

  it("names what is built in", async () => {
    const { code, err } = await call(["simulate", "simm"]);
    expect(code).toBe(1);
    expect(err).toContain("Did you mean “sim”?");
  });
});

describe("kreislauf simulate", () => {
  it("prints one JSON document", async () => {
    const { code, out } = await call([
      "simulate",
      "sim",
      "--json",
      "--scenario",
      "spending",
      "--periods",
      "300",
      "--set",
      "theta=0.25",
    ]);
    expect(code).toBe(0);
    const document = runDocument.parse(JSON.parse(out));
    expect(document.series["Y"][300]).toBeCloseTo(25 / 0.25, 6);
    expect(document.balance.maxResidual).toBeLessThan(1e-12);
    expect(document.solver).toHaveProperty("blocks");
    expect(document.problems).toEqual([]);
  });

  it("prints a document of the published form for a path that fails, too", async () => {
    const path = join(folder, "explosive.kl");
    writeFileSync(path, "period year for 20\nx = x[-1] ^ 2\ninit x = 2\n");
    const { code, out, err } = await call(["simulate", path, "--json"], "de");
    expect(code).toBe(1);
    const { series, failed, problems } = runDocument.parse(JSON.parse(out));
    expect(series.x.slice(9, 12)).toEqual([2 ** 512, null, null]);
    expect(failed).toMatchObject([{ member: 0, period: 10, failure: { kind: "not-finite" } }]);
    expect(problems[0].text).toContain("keine endliche Zahl");
    expect(err).toContain("explosive.kl:2:1");
    const published = JSON.parse(
      readFileSync(new URL("../schemas/run.schema.json", import.meta.url), "utf8"),
    ) as unknown;
    expect(published).toEqual(JSON.parse(JSON.stringify(runSchema())));
  });

  it("writes CSV, JSON and Parquet", async () => {
    for (const ending of ["csv", "json", "parquet"]) {
      const path = join(folder, `paths.${ending}`);
      expect((await call(["simulate", "sim", "--runs", "3", "--seed", "7", "--out", path])).code).toBe(0);
    }
    const csv = readFileSync(join(folder, "paths.csv"), "utf8").split("\r\n");
    expect(csv[0]).toBe("member,period,C,G,H,T,Y,YD");
    expect(csv.length).toBe(1 + 3 * 61 + 1);
    expect(readFileSync(join(folder, "paths.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  });

  it("ends with 2 on a wrong call", async () => {
    expect((await call(["simulate", "sim", "--set", "theta"])).code).toBe(2);
    expect((await call(["simulate", "sim", "--runs", "0"])).code).toBe(2);
    expect((await call(["simulate", "sim", "--out", "paths.xlsx"])).code).toBe(2);
    expect((await call(["matrix", "sim", "--format", "pdf"])).code).toBe(2);
  });
});

describe("kreislauf matrix", () => {
  it("shows symbols", async () => {
    const { out } = await call(["matrix", "pc"]);
    expect(out).toMatch(/B: bills +\+B_h +-B +\+B_cb +0/);
    expect(out).toMatch(/Y: income +\+Y +-Y +0/);
    expect(out).toMatch(/Δ H: cash money +-d\(H\) +\+d\(H\) +0/);
  });

  it("shows values of a period, rows and columns adding up to zero", async () => {
    const { out } = await call(["matrix", "pc", "--period", "30", "--format", "csv"], "de");
    const flows = out.split("\r\n\n")[1].split("\r\n").filter(Boolean);
    expect(flows.at(-1)).toMatch(/^Summe,0,0,0,0,0/);
    for (const row of flows.slice(1)) expect(row.endsWith(",0")).toBe(true);
  });

  it("calls sectors as the model does", async () => {
    const path = join(folder, "labels.kl");
    writeFileSync(
      path,
      'sector h "households" de "Haushalte", f(c, k) "firms" de "Firmen"\nflow C : h -> f.c = 1\nflow Y : f.c -> h',
    );
    expect((await call(["matrix", path], "de")).out).toMatch(/Haushalte +Firmen\.c +Firmen\.k +Summe/);
    expect((await call(["matrix", path, "--format", "csv"])).out).toContain(",households,firms.c,firms.k,");
  });

  it("calls the groups of a sector as the model does", async () => {
    const { out } = await call(["matrix", "ki-boom", "--format", "csv"], "de");
    const [, ...columns] = out.split("\r\n")[0].split(",");
    expect(columns).toEqual(
      expect.arrayContaining(["Haushalte: Lohnabhängige", "KI-Firmen: NVIDIA", "Banken"]),
    );
    expect(columns.filter((column) => /[[\]]/.test(column))).toEqual([]);
    const path = join(folder, "groups.kl");
    writeFileSync(
      path,
      'dim g = a, b\nlabel a "first" de "erste"\nsector h[g] "people" de "Leute", k\nflow C[g] : h[g] -> k = 1\nflow Y[g] : k -> h[g]',
    );
    expect((await call(["matrix", path, "--format", "csv"], "de")).out).toContain(
      ",Leute: erste,Leute[b],k,",
    );
  });

  it("writes HTML", async () => {
    const { out } = await call(["matrix", "lp", "--period", "2", "--format", "html"]);
    expect(out).toContain("<caption>Revaluations and other changes, period 2</caption>");
  });
});
