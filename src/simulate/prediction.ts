import type { Fan } from "./fan.ts";

/** How well a line that was drawn in advance met the runs. */
export interface PredictionScore {
  /** Periods in which something was drawn and the runs have values. */
  readonly count: number;
  /** Of those, periods inside the outermost band. */
  readonly inside: number;
  /** Mean distance to the median, in the unit of the values. */
  readonly gap: number;
}

/**
 * Compares a drawn line with a fan; what was not drawn (NaN) does not count.
 *
 * @example
 * import { fanOf, scorePrediction } from "kreislauf/simulate";
 * const fan = fanOf(Float64Array.of(1, 2, 3, 4), 2, [0, 0.5, 1]);
 * scorePrediction([2, 9], fan); // → { count: 2, inside: 1, gap: 3 }
 */
export function scorePrediction(drawn: ArrayLike<number>, { bands }: Fan): PredictionScore {
  const [low, median, high] = [bands[0], bands[(bands.length - 1) / 2], bands[bands.length - 1]];
  let [count, inside, distance] = [0, 0, 0];
  for (let period = 0; period < Math.min(drawn.length, median.length); period++) {
    const value = drawn[period];
    if (Number.isNaN(value) || Number.isNaN(median[period])) continue;
    count++;
    if (value >= low[period] && value <= high[period]) inside++;
    distance += Math.abs(value - median[period]);
  }
  return { count, inside, gap: count === 0 ? NaN : distance / count };
}
