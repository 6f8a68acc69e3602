/** Assumptions under which earnings are worth a price; rates a year, shares 0 to 1. */
export interface DiscountOptions {
  /** Return the owners require. Default 0.09: about 4 % on ten-year Treasuries and 5 % for the risk, an assumption. */
  readonly discountRate?: number;
  /** Growth after the horizon, for ever. Default 0.03: a mature economy in current prices, an assumption. */
  readonly terminalGrowth?: number;
  /** Years of growth before that. Default 10. */
  readonly horizon?: number;
  /** Part of earnings that reaches the owners. Default 1, the assumption kindest to the price. */
  readonly payout?: number;
}

/** Defaults of `DiscountOptions`; every result names those it used. */
export const discountDefaults = { discountRate: 0.09, terminalGrowth: 0.03, horizon: 10, payout: 1 } as const;

const steepest = 1024;
const mostHalvings = 200;

/**
 * Value today of earnings `E` (last year's) that grow at `g` for `H` years and at `t` after:
 * `Σ_{k=1..H} pE((1+g)/(1+r))ᵏ + pE((1+g)/(1+r))ᴴ (1+t)/(r−t)` (Gordon & Shapiro 1956). In the unit of the earnings.
 * Throws unless `t < r`.
 *
 * @example
 * import { valueEarnings } from "kreislauf/measure";
 * valueEarnings(6, 0, { discountRate: 0.06, terminalGrowth: 0, horizon: 0 }); // → 100
 */
export function valueEarnings(earnings: number, growth: number, options: DiscountOptions = {}): number {
  const { discountRate, terminalGrowth, horizon, payout } = { ...discountDefaults, ...options };
  if (!(terminalGrowth < discountRate)) throw new RangeError("Terminal growth lies below the discount rate.");
  const step = (1 + growth) / (1 + discountRate);
  let factor = 1;
  let value = 0;
  for (let year = 1; year <= horizon; year++) {
    factor *= step;
    value += factor;
  }
  return earnings * payout * (value + (factor * (1 + terminalGrowth)) / (discountRate - terminalGrowth));
}

/**
 * Yearly growth over the horizon at which the earnings are worth the price (reverse discounted cash flow), by bisection;
 * `undefined` if earnings or price are not positive, the horizon is 0, or no growth up to 100,000 % does.
 *
 * @example
 * import { growthInPrice, valueEarnings } from "kreislauf/measure";
 * growthInPrice(valueEarnings(10, 0.25), 10).toFixed(6); // → "0.250000"
 */
export function growthInPrice(
  price: number,
  earnings: number,
  options: DiscountOptions = {},
): number | undefined {
  const { horizon } = { ...discountDefaults, ...options };
  if (!(price > 0) || !(earnings > 0) || horizon < 1) return undefined;
  return solveRising((growth) => valueEarnings(earnings, growth, options), price);
}

/**
 * The growth rate above −1 at which a rising function reaches a goal, by bisection to the last bit; `undefined` if it
 * does not up to 100,000 %.
 */
export function solveRising(valueAt: (growth: number) => number, goal: number): number | undefined {
  let [low, high] = [-1, 1];
  while (valueAt(high) < goal) {
    high *= 2;
    if (high > steepest) return undefined;
  }
  if (valueAt(low) > goal) return undefined;
  for (let halving = 0; halving < mostHalvings; halving++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (valueAt(middle) < goal) low = middle;
    else high = middle;
  }
  return high;
}

const mostYears = 100;

/**
 * Whole years of growth at `growth`, followed by terminal growth, after which the earnings are worth the price; 0 if they
 * are already; `undefined` if 100 years are not enough.
 *
 * @example
 * import { yearsInPrice } from "kreislauf/measure";
 * yearsInPrice(100, 6, 0.1, { discountRate: 0.06, terminalGrowth: 0 }); // → 0
 */
export function yearsInPrice(
  price: number,
  earnings: number,
  growth: number,
  options: DiscountOptions = {},
): number | undefined {
  if (!(price > 0) || !(earnings > 0)) return undefined;
  for (let horizon = 0; horizon <= mostYears; horizon++) {
    if (valueEarnings(earnings, growth, { ...options, horizon }) >= price) return horizon;
  }
  return undefined;
}
