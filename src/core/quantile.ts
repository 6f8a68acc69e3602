/**
 * Quantile of sorted numbers by linear interpolation between order statistics (Hyndman & Fan 1996, type 7, the default
 * of R and NumPy). NaN for an empty list.
 *
 * @example
 * import { quantile } from "kreislauf/core";
 * quantile([1, 2, 3, 4], 0.5); // → 2.5
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return interpolate(sorted, share * (sorted.length - 1));
}

/** Quantile that is nearly free of bias whatever the distribution (Hyndman & Fan 1996, type 8). */
export function medianUnbiasedQuantile(sorted: ArrayLike<number>, share: number): number {
  return interpolate(sorted, (sorted.length + 1 / 3) * share + 1 / 3 - 1);
}

function interpolate(sorted: ArrayLike<number>, place: number): number {
  const last = sorted.length - 1;
  const inside = Math.min(Math.max(place, 0), last);
  const lower = Math.floor(inside);
  if (last < 0) return NaN;
  return lower === last
    ? sorted[last]
    : sorted[lower] + (inside - lower) * (sorted[lower + 1] - sorted[lower]);
}
