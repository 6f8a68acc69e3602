import { solveRising } from "../valuation/discounted-earnings.ts";

/** Assumptions that turn capital into the revenue it has to earn. */
export interface RequirementOptions {
  /** Return a year. Default 0.10, which JPMorgan's estimate uses. */
  readonly requiredReturn?: number;
  /** Part of revenue left for capital after running costs. Default 0.5, which Sequoia's estimate uses. */
  readonly grossMargin?: number;
  /** Whole years the capital lives. Default 5, the shortest life that a large cloud uses in its books. */
  readonly life?: number;
  /** Calendar year by which revenue has to be there. Default 2030, the article's. */
  readonly horizonYear?: number;
  /** Part of a data centre's cost that is chips, unless the dossier has a figure. Default 0.5, Sequoia's. */
  readonly chipShare?: number;
}

/** Defaults of `RequirementOptions`, each with its source there; every result names those it used. */
export const requirementDefaults = {
  requiredReturn: 0.1,
  grossMargin: 0.5,
  life: 5,
  horizonYear: 2030,
  chipShare: 0.5,
} as const;

/**
 * Yearly payment that returns one unit of capital with interest over its life: `r / (1 − (1 + r)⁻ᴸ)`, `1/L` without
 * interest (Grant 1930). `life` in whole years from 1.
 *
 * @example
 * import { annuityFactor } from "kreislauf/measure";
 * annuityFactor(0.1, 5).toFixed(6); // → "0.263797"
 * annuityFactor(0, 4); // → 0.25
 */
export function annuityFactor(rate: number, life: number): number {
  if (!Number.isInteger(life) || life < 1)
    throw new RangeError("The life is a whole number of years from 1.");
  if (rate === 0) return 1 / life;
  let growth = 1;
  for (let year = 0; year < life; year++) growth *= 1 + rate;
  return (rate * growth) / (growth - 1);
}

/**
 * Yearly growth with which `start` a year reaches `goal` a year in `years` years.
 *
 * @example
 * import { growthToReach } from "kreislauf/measure";
 * growthToReach(10, 40, 2); // → 1
 */
export function growthToReach(start: number, goal: number, years: number): number | undefined {
  if (!(start > 0) || !(goal > 0) || years < 1) return undefined;
  return solveRising((growth) => {
    let value = start;
    for (let year = 0; year < years; year++) value *= 1 + growth;
    return value;
  }, goal);
}

/**
 * Yearly growth with which revenue of `start` a year adds to `goal` in the next `years` years together.
 *
 * @example
 * import { growthToAddUp } from "kreislauf/measure";
 * growthToAddUp(10, 60, 2); // → 1
 */
export function growthToAddUp(start: number, goal: number, years: number): number | undefined {
  if (!(start > 0) || !(goal > 0) || years < 1) return undefined;
  return solveRising((growth) => {
    let value = start;
    let sum = 0;
    for (let year = 0; year < years; year++) {
      value *= 1 + growth;
      sum += value;
    }
    return sum;
  }, goal);
}
