import { quantile } from "../core/quantile.ts";

/** How paths of many runs spread, period by period. */
export interface Fan {
  /** Shares of the quantiles, rising. */
  readonly shares: readonly number[];
  /** For each share one number a period; NaN where no run has one. */
  readonly bands: readonly Float64Array[];
}

/** Shares of the runs below the lines of a fan: the median, and bands that hold half and nine tenths. */
export const fanShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Quantiles of every period over the runs that have a value there (type 7 of Hyndman & Fan 1996).
 *
 * @param paths one path after the other, `length` numbers each
 *
 * @example
 * import { fanOf } from "kreislauf/simulate";
 * fanOf(Float64Array.of(1, 10, 3, 30), 2, [0.5]).bands[0]; // → [2, 20]
 */
export function fanOf(paths: Float64Array, length: number, shares: readonly number[] = fanShares): Fan {
  const runs = paths.length / length;
  const bands = shares.map(() => new Float64Array(length));
  const column = new Float64Array(runs);
  for (let period = 0; period < length; period++) {
    let known = 0;
    for (let at = period; at < paths.length; at += length) {
      if (!Number.isNaN(paths[at])) column[known++] = paths[at];
    }
    const sorted = column.subarray(0, known).sort();
    shares.forEach((share, band) => (bands[band][period] = quantile(sorted, share)));
  }
  return { shares, bands };
}
