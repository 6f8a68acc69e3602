import { factor, solveFactored } from "../../core/dense.ts";

/** A stake: `holder` owns `share` (0 to 1) of `issuer`'s equity; both are positions in the list of firms. */
export interface Stake {
  readonly holder: number;
  readonly issuer: number;
  readonly share: number;
}

export interface BookInflation {
  /** Sum of equity values over the value held outside the group: 1 without cross-holdings, 2 for two firms that own half of each other. */
  readonly factor: number;
  /** Value that stands in two books: `Σ share × value`. */
  readonly countedTwice: number;
  /** Equity value held outside, by firm: `v_i = V_i (1 − Σ_holders share)`. */
  readonly outside: Float64Array;
}

/**
 * How much the equity values of firms that own parts of each other count the same value twice (Brioschi, Buzzacchi &
 * Colombo 1989; Elliott, Golub & Jackson 2014): `ΣV / Σv`. Throws if more than all of a firm is held.
 *
 * @example
 * import { inflateBookValue } from "kreislauf/measure";
 * const stakes = [{ holder: 0, issuer: 1, share: 0.5 }, { holder: 1, issuer: 0, share: 0.5 }];
 * inflateBookValue(stakes, [10, 10]).factor; // → 2
 */
export function inflateBookValue(stakes: readonly Stake[], equity: ArrayLike<number>): BookInflation {
  const held = new Float64Array(equity.length);
  let countedTwice = 0;
  for (const { holder, issuer, share } of stakes) {
    if (holder === issuer) throw new RangeError("A firm's shares in itself are not outstanding.");
    held[issuer] += share;
    countedTwice += share * equity[issuer];
  }
  const outside = Float64Array.from(equity, (value, firm) => {
    if (held[firm] > 1 + 1e-12) throw new RangeError(`More than all of firm ${firm} is held.`);
    return value * Math.max(0, 1 - held[firm]);
  });
  const total = Array.from(equity).reduce((sum, value) => sum + value, 0);
  const free = outside.reduce((sum, value) => sum + value, 0);
  return { factor: total / free, countedTwice, outside };
}

/**
 * Equity values `V = (I − C)⁻¹ D e` and the values held outside `v = Ĉ V`, from assets `e` and stakes C (Elliott, Golub
 * & Jackson 2014, equations 2 and 3). Throws if the stakes leave no outside owner.
 *
 * @example
 * import { valueHoldings } from "kreislauf/measure";
 * const stakes = [{ holder: 0, issuer: 1, share: 0.5 }, { holder: 1, issuer: 0, share: 0.5 }];
 * valueHoldings(stakes, [3, 0]).outside; // → [2, 1]
 */
export function valueHoldings(
  stakes: readonly Stake[],
  assets: ArrayLike<number>,
): { readonly equity: Float64Array; readonly outside: Float64Array } {
  const size = assets.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  for (const { holder, issuer, share } of stakes) matrix[holder * size + issuer] -= share;
  const factors = factor(matrix, size);
  if (!factors) throw new RangeError("The firms own each other wholly; their value is undetermined.");
  const equity = solveFactored(factors, assets);
  return { equity, outside: inflateBookValue(stakes, equity).outside };
}
