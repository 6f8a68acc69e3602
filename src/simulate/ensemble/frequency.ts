/** How often something happened in a number of runs, with its sampling error. */
export interface Frequency {
  readonly hits: number;
  readonly runs: number;
  readonly share: number;
  /** Half the width of the 95 % interval, for “49 ± 3 of 100 runs”. */
  readonly error: number;
  readonly interval: readonly [number, number];
}

/**
 * A share with Wilson's interval of 95 %. It says how far the number of runs may mislead about the share under the
 * chosen ranges, and nothing about the world.
 *
 * Source: Wilson (1927), Probable inference, JASA 22.
 *
 * @example
 * import { frequencyOf } from "kreislauf/simulate";
 * frequencyOf(49, 100).interval[0]; // → 0.394…
 */
export function frequencyOf(hits: number, runs: number): Frequency {
  if (runs === 0) return { hits, runs, share: NaN, error: NaN, interval: [NaN, NaN] };
  const z = 1.959963984540054;
  const share = hits / runs;
  const centre = (share + (z * z) / (2 * runs)) / (1 + (z * z) / runs);
  const half =
    (z / (1 + (z * z) / runs)) * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs));
  return {
    hits,
    runs,
    share,
    error: half,
    interval: [Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half))],
  };
}

/**
 * The first period in which a condition holds on a path, or undefined.
 *
 * @param path one number a period
 */
export function firstPassage(path: ArrayLike<number>, holds: (value: number) => boolean): number | undefined {
  for (let period = 0; period < path.length; period++) if (holds(path[period])) return period;
  return undefined;
}

/** The greatest fall from an earlier peak, as a share of the peak (0 to 1 for positive paths), and its periods. */
export function greatestDrawdown(path: ArrayLike<number>): {
  readonly share: number;
  readonly peak: number;
  readonly trough: number;
} {
  let peak = 0;
  let result = { share: 0, peak: 0, trough: 0 };
  for (let period = 0; period < path.length; period++) {
    if (path[period] > path[peak]) peak = period;
    const share = 1 - path[period] / path[peak];
    if (share > result.share) result = { share, peak, trough: period };
  }
  return result;
}
