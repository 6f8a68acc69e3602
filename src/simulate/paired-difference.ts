import { quantile } from "../core/quantile.ts";
import { answersOf, type Questions, shownPaths } from "./picture.ts";
import type { Run } from "./run.ts";

/** How a run differs from another, member by member: the same draws and the same noise under other assumptions. */
export interface PairedDifference {
  /** At the end of every graph: median of the differences, and the shares of the pairs in which it is higher and lower. */
  readonly graphs: readonly {
    readonly id: string;
    readonly median: number;
    readonly higher: number;
    readonly lower: number;
  }[];
  /** Of every question: shares of the pairs in which it holds in one of the two only. */
  readonly outcomes: readonly { readonly id: string; readonly onlyHere: number; readonly onlyThere: number }[];
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
      const differences = known(
        Float64Array.from({ length: here.members }, (_, member) => {
          const last = (member + 1) * length - 1;
          return after[last] - before[last];
        }),
      );
      return {
        id: graph.id,
        median: differences.length === 0 ? NaN : quantile(differences, 0.5),
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
