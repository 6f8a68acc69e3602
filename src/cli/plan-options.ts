import { availableParallelism } from "node:os";
import { nearestName } from "../core/nearest-name.ts";
import type { EnsembleOptions } from "../simulate/index.ts";
import { wrongCall } from "./program.ts";

/** What the words after `ensemble` and `sensitivity` say. */
export interface PlanWords {
  readonly scenario?: readonly string[];
  readonly set?: readonly string[];
  readonly output?: readonly string[];
  readonly runs?: string;
  readonly seed?: string;
  readonly periods?: string;
  readonly design?: string;
  readonly threads?: string;
  readonly dossier?: string;
  /** A file of scenarios of one's own. */
  readonly scenarios?: string;
}

const designs = ["plain", "latin-hypercube"] as const;

/** Reads the options of an ensemble; what is no number at all is a wrong call, what the model cannot do its problem. */
export function planOptions(words: PlanWords): EnsembleOptions {
  const { scenario, set = [], output, runs, seed, periods, design } = words;
  return {
    ...(scenario && { scenarios: scenario }),
    ...(set.length > 0 && { set: Object.fromEntries(set.map(readSetting)) }),
    ...(output && { outcomes: output }),
    ...(runs !== undefined && { runs: readNumber("--runs", runs) }),
    ...(seed !== undefined && { seed: readNumber("--seed", seed) }),
    ...(periods !== undefined && { periods: readNumber("--periods", periods) }),
    ...(design !== undefined && { design: readChoice("--design", design, designs) }),
  };
}

/** Threads to work on: as many as the machine has cores, or as the caller says. */
export function readThreads(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const threads = readNumber("--threads", text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw wrongCall("bad-option-value", { option: "--threads", value: text, wanted: "1 … 256" });
}

/** One of some words; another one is a wrong call. */
export function readChoice<Word extends string>(option: string, value: string, known: readonly Word[]): Word {
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw wrongCall("bad-option-value", { option, value, wanted: known.join(", ") }, nearestName(value, known));
}

function readSetting(text: string): readonly [string, number] {
  const match = /^([^=]+)=(.+)$/.exec(text);
  const value = match === null ? NaN : Number(match[2]);
  if (match !== null && !Number.isNaN(value)) return [match[1].trim(), value];
  throw wrongCall("bad-option-value", { option: "--set", value: text, wanted: "name=1.5" });
}

function readNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && !Number.isNaN(value)) return value;
  throw wrongCall("bad-option-value", { option, value: text, wanted: "1, 2, 3 …" });
}
