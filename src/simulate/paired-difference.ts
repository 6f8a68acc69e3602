import { quantile } from "../core/quantile.ts";
import { answersOf, type Questions, shownPaths } from "./picture.ts";
import type { Run } from "./run.ts";

/** How a run differs from another, member by member: the same draws and the same noise under other assumptions. */
export interface PairedDifference {
  /**
   * Of every graph, in the period in which the pairs are furthest apart (by the median of their differences): that
   * median, and the shares of the pairs in which the value is higher and lower.
   */
  readonly graphs: readonly {
    readonly id: string;
    readonly period: number;
    readonly median: number;
    readonly higher: number;
    readonly lower: number;
  }[];
  /** Of every question: shares of the pairs in which it holds in one of the two only. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly onlyHere: number;
    readonly onlyThere: number;
  }[];
}

/** Whether two runs have the same members: only then is a difference one of pairs. */
export function arePaired(first: Run, second: Run): boolean {
  return first.seed === second.seed && first.members === second.members;
}

/**
 * Differences of a run (here) from another one (there) of the same model, seed and members. A difference of medians
 * would mix what an assumption does with what chance does; pairs do not. Members without a value in either are left out.
 *
 * @param baseline of as many members or more, for graphs that show a gap
 */
export function pairedDifference(
  questions: Questions,
  there: Run,
  here: Run,
  baseline: Run,
): PairedDifference {
  const length = here.periods + 1;
  return {
    graphs: questions.graphs.map((graph) => {
      const [before, after] = [shownPaths(graph, there, baseline), shownPaths(graph, here, baseline)];
      const found = Array.from({ length }, (_, period) => {
        const differences = known(
          Float64Array.from({ length: here.members }, (__, member) => {
            const place = member * length + period;
            return after[place] - before[place];
          }),
        );
        return { period, differences, median: quantile(differences, 0.5) };
      });
      const { period, differences, median } = found.reduce((most, one) =>
        Math.abs(one.median) > Math.abs(most.median) || Number.isNaN(most.median) ? one : most,
      );
      return {
        id: graph.id,
        period,
        median,
        higher: shareOf(differences, (value) => value > 0),
        lower: shareOf(differences, (value) => value < 0),
      };
    }),
    outcomes: questions.outcomes.map(({ id, rule }) => {
      const before = answersOf(rule, there);
      const differences = known(
        answersOf(rule, here).map((answer, member) => sign(answer) - sign(before[member])),
      );
      return {
        id,
        onlyHere: shareOf(differences, (value) => value > 0),
        onlyThere: shareOf(differences, (value) => value < 0),
      };
    }),
  };
}

/** 1 where a question holds, 0 where it does not, NaN where there is no answer. */
function sign(answer: number): number {
  return Number.isNaN(answer) ? NaN : Number(answer !== 0);
}

function known(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value)).sort();
}

function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  return values.reduce((sum, value) => sum + Number(holds(value)), 0) / values.length;
}
