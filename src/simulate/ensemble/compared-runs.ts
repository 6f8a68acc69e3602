import { frequencyOf } from "./frequency.ts";
import { correlateRanks, rankCorrelation, ranksOf } from "./rank-correlation.ts";
import type { ParameterBands, RankCorrelation } from "./summary.ts";

/** Parameters of the runs that outcomes are compared with, one number a run. */
export interface ComparedRuns {
  readonly runs: number;
  readonly parameters: ReadonlyMap<string, Float64Array>;
}

/** Parameters of the first `runs` runs of an ensemble. */
export function drawComparedRuns(
  runs: number,
  drawn: readonly string[],
  parametersOf: (member: number) => (name: string) => number,
): ComparedRuns {
  const parameters = new Map(drawn.map((name) => [name, new Float64Array(runs)]));
  for (let run = 0; run < runs; run++) {
    const valueOf = parametersOf(run + 1);
    for (const [name, values] of parameters) values[run] = valueOf(name);
  }
  return { runs, parameters };
}

const bandCount = 5;
const knownRanks = new WeakMap<Float64Array, Float64Array>();

/**
 * What an outcome has to do with each parameter: rank correlations, the strongest first, and, where bands are wanted, shares
 * of a condition within five bands of the strongest parameter and of those named in `by`.
 */
export function compareParameters(
  compared: ComparedRuns,
  values: Float64Array,
  by: readonly string[] | undefined,
): { readonly correlations: readonly RankCorrelation[]; readonly bands: readonly ParameterBands[] } {
  const complete = !values.some((value) => Number.isNaN(value));
  const ranks = complete ? ranksOf(values) : undefined;
  const correlations = [...compared.parameters]
    .map(([parameter, draws]): RankCorrelation => ({
      parameter,
      correlation:
        ranks === undefined ? correlateKnown(draws, values) : correlateRanks(ranksKept(draws), ranks),
    }))
    .filter(({ correlation }) => !Number.isNaN(correlation))
    .sort(
      (a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.parameter < b.parameter ? -1 : 1),
    );
  if (by === undefined) return { correlations, bands: [] };
  const wanted = new Set([...correlations.slice(0, 1).map(({ parameter }) => parameter), ...by]);
  return {
    correlations,
    bands: [...wanted].map((parameter) => ({
      parameter,
      bands: cutBands(compared.parameters.get(parameter) ?? new Float64Array(0), values),
    })),
  };
}

/** Shares of a condition in bands of a parameter with equally many runs. */
function cutBands(draws: Float64Array, values: Float64Array): ParameterBands["bands"] {
  const order = [...draws.keys()]
    .filter((run) => !Number.isNaN(values[run]))
    .sort((i, j) => draws[i] - draws[j] || i - j);
  const count = Math.min(bandCount, order.length);
  return Array.from({ length: count }, (_, band) => {
    const runs = order.slice(
      Math.floor((band * order.length) / count),
      Math.floor(((band + 1) * order.length) / count),
    );
    const hits = runs.filter((run) => values[run] !== 0).length;
    return {
      low: draws[runs[0]],
      high: draws[runs[runs.length - 1]],
      frequency: frequencyOf(hits, runs.length),
    };
  });
}

function ranksKept(draws: Float64Array): Float64Array {
  const ranks = knownRanks.get(draws) ?? ranksOf(draws);
  knownRanks.set(draws, ranks);
  return ranks;
}

function correlateKnown(draws: Float64Array, values: Float64Array): number {
  const runs = [...values.keys()].filter((run) => !Number.isNaN(values[run]));
  return rankCorrelation(
    runs.map((run) => draws[run]),
    runs.map((run) => values[run]),
  );
}
