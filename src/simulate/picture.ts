import type { Problem } from "../core/problem.ts";
import { type Calendar, nameOfPeriod } from "../model/calendar.ts";
import type { Model } from "../model/compile.ts";
import { evaluateOutcome, type MemberPath } from "./ensemble/evaluate-outcome.ts";
import { type Frequency, frequencyOf } from "./ensemble/frequency.ts";
import type { OutcomeRule } from "./ensemble/outcome.ts";
import { readOutcome } from "./ensemble/read-outcome.ts";
import { type Fan, fanOf } from "./fan.ts";
import type { Guide } from "./guide.ts";
import type { Run } from "./run.ts";

/** The questions of a guide, read against a model once and asked of many runs. */
export interface Questions {
  readonly graphs: readonly { readonly id: string; readonly rule: OutcomeRule; readonly isGap: boolean }[];
  readonly outcomes: readonly { readonly id: string; readonly rule: OutcomeRule }[];
  /** Variables that have to be kept. */
  readonly outputs: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads what a guide draws and asks; what cannot be read is left out and told. */
export function readQuestions(guide: Pick<Guide, "graphs" | "outcomes">, model: Model): Questions {
  const problems: Problem[] = [];
  const read = (text: string): OutcomeRule | undefined => {
    const outcome = readOutcome(text, model);
    problems.push(...outcome.problems);
    return outcome.value;
  };
  const graphs = guide.graphs.flatMap(({ id, show, against }) => {
    const rule = read(show);
    return rule?.shape === "path" ? [{ id, rule, isGap: against === "baseline" }] : [];
  });
  const outcomes = guide.outcomes.flatMap(({ id, ask }) => {
    const rule = read(ask);
    return rule?.shape === "number" ? [{ id, rule }] : [];
  });
  const rules = [...graphs, ...outcomes].map(({ rule }) => rule);
  const outputs = [...new Set(rules.flatMap(({ variables }) => variables))].sort();
  return { graphs, outcomes, outputs, problems };
}

/** What is drawn of an ensemble. */
export interface Picture {
  /** Names of the periods, from period 0 on. */
  readonly dates: readonly string[];
  readonly graphs: readonly PictureGraph[];
  readonly outcomes: readonly { readonly id: string; readonly frequency: Frequency }[];
}

export interface PictureGraph {
  readonly id: string;
  readonly fan: Fan;
  /** Paths of single runs. */
  readonly samples: readonly Float64Array[];
  /** Median of the runs without scenarios and moved parameters. */
  readonly baseline: Float64Array;
}

const samplePaths = 12;

/**
 * Fans, sample paths and frequencies of an ensemble, beside those of its baseline (the same members and seed).
 *
 * @param baseline of as many members or more
 */
export function pictureOf(
  questions: Questions,
  calendar: Pick<Calendar, "start" | "length">,
  run: Run,
  baseline: Run,
): Picture {
  const length = run.periods + 1;
  const graphs = questions.graphs.map(({ id, rule, isGap }): PictureGraph => {
    const shown = shownPaths({ rule, isGap }, run, baseline);
    const { median } = baselineOf(rule, baseline, run.members);
    const samples = Math.min(samplePaths, run.members - 1);
    return {
      id,
      fan: fanOf(shown, length),
      samples: Array.from({ length: samples }, (_, member) =>
        shown.slice((member + 1) * length, (member + 2) * length),
      ),
      baseline: isGap ? new Float64Array(length) : median,
    };
  });
  const outcomes = questions.outcomes.map(({ id, rule }) => {
    const answers = answersOf(rule, run).filter((answer) => !Number.isNaN(answer));
    const hits = answers.reduce((sum, answer) => sum + (answer === 0 ? 0 : 1), 0);
    return { id, frequency: frequencyOf(hits, answers.length) };
  });
  const dates = Array.from({ length }, (_, period) => nameOfPeriod(calendar, period));
  return { dates, graphs, outcomes };
}

/** What a graph shows of every member, path after path: its expression, or the gap to the same member of the baseline. */
export function shownPaths(
  { rule, isGap }: Pick<Questions["graphs"][number], "rule" | "isGap">,
  run: Run,
  baseline: Run,
): Float64Array {
  const paths = pathsOf(rule, run);
  if (!isGap) return paths;
  const { before } = baselineOf(rule, baseline, run.members);
  return paths.map((value, place) => value / before[place] - 1);
}

interface Baseline {
  readonly before: Float64Array;
  readonly median: Float64Array;
}

const baselines = new WeakMap<Run, Map<OutcomeRule, Baseline>>();

/** Paths of a baseline and their median; kept, since every position of a slider is drawn beside them. */
function baselineOf(rule: OutcomeRule, run: Run, members: number): Baseline {
  const length = run.periods + 1;
  const kept = baselines.get(run) ?? new Map<OutcomeRule, Baseline>();
  baselines.set(run, kept);
  const known = kept.get(rule);
  if (known?.before.length === members * length) return known;
  const before = pathsOf(rule, run, members);
  const found = { before, median: fanOf(before, length, [0.5]).bands[0] };
  kept.set(rule, found);
  return found;
}

/** One number a member; NaN where a member has no answer. */
export function answersOf(rule: OutcomeRule, run: Run): Float64Array {
  return Float64Array.from({ length: run.members }, (_, member) => {
    const answer = evaluateOutcome(rule.node, memberPath(run, member));
    return typeof answer === "number" ? answer : NaN;
  });
}

function pathsOf(rule: OutcomeRule, run: Run, members = run.members): Float64Array {
  const length = run.periods + 1;
  if (rule.node.kind === "variable") return run.series[rule.node.name].subarray(0, members * length);
  const paths = new Float64Array(members * length);
  for (let member = 0; member < members; member++) {
    const path = evaluateOutcome(rule.node, memberPath(run, member));
    paths.set(typeof path === "number" ? new Float64Array(length).fill(path) : path, member * length);
  }
  return paths;
}

function memberPath({ series, periods }: Run, member: number): MemberPath {
  const length = periods + 1;
  return {
    periods,
    variable: (name) => series[name].subarray(member * length, (member + 1) * length),
    parameter: () => NaN,
  };
}
