import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Change, Parameter, System, Variable } from "../../../src/model/system.ts";
import { parseInfix } from "./infix.ts";

/** One simulated path of another program; the README of this folder describes every field. */
export interface ReferenceRun {
  readonly name: string;
  readonly rows: number;
  readonly trust: number;
  readonly equations: readonly string[];
  readonly exogenous: Readonly<Record<string, readonly (readonly [row: number, value: number])[]>>;
  readonly keep: readonly number[];
  readonly series: Readonly<Record<string, readonly number[]>>;
  readonly scale: Readonly<Record<string, number>>;
  readonly hidden?: Readonly<Record<string, string>> | null;
}

/** All 85 runs. */
export function readRuns(): readonly ReferenceRun[] {
  // Benchmarks run compiled; the file lies beside the source.
  const here = import.meta.url.replace("/dist-bench/", "/");
  const packed = readFileSync(new URL("runs.json.br", here));
  return JSON.parse(brotliDecompressSync(packed).toString("utf8")) as ReferenceRun[];
}

/** Largest deviation allowed, as a share of a series' maximum. */
export function toleranceOf(run: ReferenceRun): number {
  return Math.max(1e-12, 10 * run.trust);
}

const nowhere = { file: "reference", line: 0, column: 0 } as const;

/** The run as a scalar system; what changes outside the model is the scenario `reference`. */
export function createSystem(run: ReferenceRun): System {
  const equations = run.equations.map((line) => {
    const split = line.indexOf("=");
    return { name: line.slice(0, split).trim(), text: line.slice(split + 1) };
  });
  const variableIndex = new Map(equations.map(({ name }, index) => [name, index]));
  const names = Object.keys(run.exogenous);
  const parameterIndex = new Map(names.map((name, index) => [name, index]));
  const variables = equations.map(
    ({ name, text }): Variable => ({
      name,
      equation: parseInfix(text, variableIndex, parameterIndex),
      initial: { kind: "number", value: run.series[name][0] },
      earlier: [],
      unit: "",
      label: "",
      origin: "written",
      where: nowhere,
    }),
  );
  const parameters = names.map(
    (name): Parameter => ({
      name,
      value: run.exogenous[name][0][1],
      low: undefined,
      high: undefined,
      distribution: undefined,
      unit: "",
      label: "",
      source: "",
      where: nowhere,
    }),
  );
  const changes = names.flatMap((name, index) =>
    run.exogenous[name].slice(1).map(
      ([row, value]): Change => ({
        target: { kind: "parameter", index },
        operator: "=",
        value: { kind: "number", value },
        from: row,
        to: Infinity,
        where: nowhere,
      }),
    ),
  );
  return {
    name: run.name,
    variables,
    parameters,
    noises: [],
    // The hidden equations hold only as well as the rounded start values of the files.
    balances: [],
    checks: [],
    scenarios: [{ name: "reference", label: "", changes }],
    start: "values",
    periods: run.rows - 1,
  };
}
