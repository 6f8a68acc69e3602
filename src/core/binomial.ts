import { exp, log } from "./exact-math.ts";

/**
 * Probability of at least `hits` hits in `trials` trials, each with probability `share`.
 *
 * Formula: Σ over k ≥ hits of C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, each term by its logarithm.
 *
 * @example
 * import { binomialTail } from "kreislauf/core";
 * binomialTail(1, 2, 0.5); // → 0.75
 */
export function binomialTail(hits: number, trials: number, share: number): number {
  if (hits <= 0) return 1;
  if (hits > trials || share <= 0) return 0;
  if (share >= 1) return 1;
  const odds = log(share) - log(1 - share);
  let term = trials * log(1 - share);
  let sum = 0;
  for (let k = 1; k <= trials; k++) {
    term += log(trials - k + 1) - log(k) + odds;
    if (k >= hits) sum += exp(term);
  }
  return Math.min(1, sum);
}
