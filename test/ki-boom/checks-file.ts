import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { fallOf, largest, type Path, quarterOf, quarters, total } from "./readings.ts";

/** How to read one number off a path. */
export interface Reading {
  readonly of: readonly string[];
  readonly over?: string;
  readonly as: "at" | "sum" | "mean" | "max" | "drop" | "fall" | "growth" | "weighted";
  readonly from?: string;
  readonly to?: string;
  readonly weights?: Readonly<Record<string, number>>;
  readonly times?: number;
  readonly plus?: number;
}

export interface ChecksFile {
  readonly signs: readonly {
    readonly vary: string;
    readonly low: number;
    readonly high: number;
    readonly scenario: string;
    readonly set?: Readonly<Record<string, number>>;
    readonly reading: Reading;
    readonly expected: "+" | "-" | "?";
    readonly printed: readonly [number, number];
    readonly miss?: string;
  }[];
  readonly ablations: readonly {
    readonly off: string;
    readonly set: Readonly<Record<string, number>>;
    readonly printed: readonly number[];
  }[];
  readonly backtest: readonly {
    readonly quantity: string;
    readonly reading: Reading;
    readonly printed: number;
    readonly evidence: number;
    readonly within: number;
    readonly miss?: string;
  }[];
}

export function readChecksFile(): ChecksFile {
  const text = readFileSync(new URL("../../models/ki-boom.checks.yaml", import.meta.url), "utf8");
  return parse(text) as ChecksFile;
}

/** The number that a reading takes off a path. */
export function read(path: Path, reading: Reading): number {
  const { of, over, from, to, weights = {}, times = 1, plus = 0 } = reading;
  const value = (at: number): number =>
    of.reduce((sum, name) => sum + path[name][at], 0) / (over === undefined ? 1 : path[over][at]);
  const first = from === undefined ? 1 : quarterOf(from);
  const last = to === undefined ? 41 : quarterOf(to);
  const span = quarters.filter((at) => at >= first && at <= last);
  const series = Float64Array.from({ length: 42 }, (_, at) => value(at));
  const measured = {
    at: () => value(first),
    sum: () => total(value, span),
    mean: () => total(value, span) / span.length,
    max: () => largest(value).value,
    drop: () => largest((at) => Math.max(...series.slice(1, at + 1)) - series[at]).value,
    fall: () => fallOf(series).share,
    growth: () => 100 * (value(last) / value(first) - 1),
    weighted: () =>
      Object.entries(weights).reduce((sum, [date, weight]) => sum + weight * value(quarterOf(date)), 0),
  }[reading.as]();
  return measured * times + plus;
}
