import type { Problem } from "../core/problem.ts";
import type { SolverCounts } from "../model/interpret/failure.ts";
import type { MemberFailure } from "./run.ts";

/** For each balance the largest relative residual of each member, then for each check its first broken period. */
export type Monitors = readonly Float64Array[];

/** What running some members yields. */
export interface Ensemble {
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly failed: readonly MemberFailure[];
  readonly monitors: Monitors;
  readonly problems: readonly Problem[];
  readonly counts: SolverCounts;
}

/** Puts parts of an ensemble together, in the order given. */
export function joinParts(parts: readonly Ensemble[]): Ensemble {
  if (parts.length === 1) return parts[0];
  const names = Object.keys(parts[0].series);
  return {
    series: Object.fromEntries(
      names.map((name) => [name, concatenate(parts.map((part) => part.series[name]))]),
    ),
    failed: parts.flatMap((part) => part.failed),
    monitors: parts[0].monitors.map((_, index) => concatenate(parts.map((part) => part.monitors[index]))),
    problems: parts[0].problems,
    counts: {
      evaluations: Math.max(...parts.map((part) => part.counts.evaluations)),
      rescued: parts.reduce((sum, part) => sum + part.counts.rescued, 0),
    },
  };
}

function concatenate(pieces: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
