/**
 * Spearman's rank correlation; ties share their mean rank. NaN if one of the lists does not vary.
 *
 * @example
 * import { rankCorrelation } from "kreislauf/simulate";
 * rankCorrelation([1, 2, 3, 4], [1, 8, 27, 64]); // → 1
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} numbers against ${b.length}`);
  return correlateRanks(ranksOf(a), ranksOf(b));
}

/** Spearman's correlation of lists whose ranks are known. */
export function correlateRanks(x: Float64Array, y: Float64Array): number {
  const middle = (x.length + 1) / 2;
  let both = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    both += (x[i] - middle) * (y[i] - middle);
    xx += (x[i] - middle) * (x[i] - middle);
    yy += (y[i] - middle) * (y[i] - middle);
  }
  return both / Math.sqrt(xx * yy);
}

/** Ranks from 1; equal numbers share their mean rank. */
export function ranksOf(numbers: ArrayLike<number>): Float64Array {
  const order = Array.from(numbers, (_, index) => index).sort((i, j) => numbers[i] - numbers[j]);
  const ranks = new Float64Array(numbers.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && numbers[order[to + 1]] === numbers[order[from]]) to++;
    for (let place = from; place <= to; place++) ranks[order[place]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
