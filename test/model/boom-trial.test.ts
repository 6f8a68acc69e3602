import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/compile.ts";
import { evaluateMatrix, type Matrix } from "../../src/model/index.ts";
import { simulate } from "../../src/simulate/index.ts";

const text = readFileSync(new URL("boom-trial.kl", import.meta.url), "utf8");
const { value: model, problems } = compile(text, { file: "boom-trial.kl" });
const crash = { stopT: 6, stopX: 8, bail: 1, pubT: 10, pub: 0.6, kcap: 0.5, dcov: 40 };

describe("labs, share prices, defaults and rescue in the language", () => {
  it("compile without code beside them", () => {
    expect(problems).toEqual([]);
    expect(model?.system.balances.map(({ label }) => label)).toEqual(["banks"]);
  });

  const run = model && simulate(model.system, { set: crash, seed: 3 }).value;
  const names = model?.system.variables.map(({ name }) => name) ?? [];
  const valueAt = (variable: number, period: number): number =>
    run?.series[names[variable]][period] ?? Number.NaN;
  const table = (matrix: Matrix | undefined, period: number): readonly Float64Array[] =>
    matrix ? evaluateMatrix(matrix, valueAt, period) : [];
  const columnSum = (rows: readonly Float64Array[], column: number): number =>
    rows.reduce((sum, row) => sum + row[column], 0);

  it("do what they are for: a default, write-offs, a bail-out and a takeover happen", () => {
    const happens = (name: string): boolean => (run?.series[name] ?? []).slice(1).some((each) => each > 0);
    expect(run?.failed).toEqual([]);
    for (const name of ["cdf[orcl]", "wC[orcl]", "bailout", "taken[ms]", "vendor[orcl]"]) {
      expect([name, happens(name)]).toEqual([name, true]);
    }
  });

  it("conserve money through all of it", () => {
    expect(run?.balance.maxResidual).toBeLessThan(1e-12);
    for (const period of [1, 6, 10, 20]) {
      const rows = table(model?.matrices.flows, period);
      const size = Math.max(...rows.flatMap((row) => [...row].map(Math.abs)));
      for (const row of rows)
        expect(Math.abs(row.reduce((sum, cell) => sum + cell, 0)) / size).toBeLessThan(1e-11);
      model?.matrices.flows.columns.forEach((_, column) => {
        expect(Math.abs(columnSum(rows, column)) / size).toBeLessThan(1e-11);
      });
    }
  });

  it("explain every change of net worth by saving, revaluations and other changes", () => {
    const columns = model?.matrices.balance.columns ?? [];
    const isSaving = (name: string): boolean => !name.startsWith("Δ ");
    for (const period of [2, 7, 10, 25]) {
      const before = table(model?.matrices.balance, period - 1);
      const after = table(model?.matrices.balance, period);
      const saving = table(model?.matrices.flows, period).filter((_, row) =>
        isSaving(model?.matrices.flows.rows[row].name ?? ""),
      );
      const other = table(model?.matrices.revaluations, period);
      columns.forEach((_, column) => {
        const change = columnSum(after, column) - columnSum(before, column);
        const explained = columnSum(saving, column) + columnSum(other, column);
        const size = Math.max(1, ...after.map((row) => Math.abs(row[column])));
        expect(Math.abs(change - explained) / size).toBeLessThan(1e-9);
      });
    }
  });
});
