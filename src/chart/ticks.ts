/**
 * Three to six round numbers that hold all values; from zero where the smallest is less than half of the largest.
 *
 * @example
 * import { fittingTicks } from "kreislauf/chart";
 * fittingTicks([34.8, 29.8]); // → [28, 30, 32, 34, 36]
 * fittingTicks([0.05, 0.08]); // → [0.05, 0.06, 0.07, 0.08]
 */
export function fittingTicks(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values);
  const smallest = Math.min(...values);
  const bottom = smallest < largest / 2 ? Math.min(0, smallest) : smallest;
  const span = largest - bottom > 1e-9 * Math.abs(largest) ? largest - bottom : Math.abs(largest) / 5 || 1;
  let power = 1;
  while (power * 10 <= span) power *= 10;
  while (power > span) power /= 10;
  const step = [0.2, 0.5, 1, 2, 5].map((part) => part * power).find((size) => span / size <= 4)!;
  const from = Math.floor(bottom / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}
