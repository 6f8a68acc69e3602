/**
 * Herfindahl–Hirschman index `Σ share²` of non-negative amounts, 0 to 1; 0 if they add to nothing.
 *
 * @example
 * import { herfindahl } from "kreislauf/measure";
 * herfindahl([1, 1, 1, 1]); // → 0.25
 * herfindahl([3, 1]); // → 0.625
 */
export function herfindahl(amounts: readonly number[]): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? amounts.reduce((sum, amount) => sum + (amount / total) * (amount / total), 0) : 0;
}

/**
 * Share of the k largest amounts.
 *
 * @example
 * import { topShare } from "kreislauf/measure";
 * topShare([1, 5, 4], 2); // → 0.9
 */
export function topShare(amounts: readonly number[], count: number): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const top = [...amounts].sort((a, b) => b - a).slice(0, count);
  return total > 0 ? top.reduce((sum, amount) => sum + amount, 0) / total : 0;
}

/**
 * What the share s of the k largest says about the Herfindahl index: at least `s²/k` (the k are equal, the rest dust),
 * at most the larger of `s²` (one of the k has all of s) and `s²/k + (1 − s)s/k` (all as large as the k-th). Between
 * these the index is convex in the size of the k-th, so the ends are the extremes.
 *
 * @example
 * import { boundHerfindahl } from "kreislauf/measure";
 * boundHerfindahl(0.5, 1); // → { low: 0.25, high: 0.5 }
 */
export function boundHerfindahl(
  share: number,
  count: number,
): { readonly low: number; readonly high: number } {
  const low = (share * share) / count;
  return { low, high: Math.max(share * share, low + ((1 - share) * share) / count) };
}
