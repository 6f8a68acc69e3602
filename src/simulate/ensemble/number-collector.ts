import { quantile } from "../../core/quantile.ts";
import { mergeSketches, type QuantileSketch, sketchOf, sketchQuantile } from "../../core/quantile-sketch.ts";

/** How numbers spread over runs. */
export interface Spread {
  /** Runs that have a number. */
  readonly count: number;
  readonly mean: number;
  /** In the order of `spreadShares`; NaN without a number. */
  readonly quantiles: readonly number[];
}

/** Which quantiles a spread has: ends, 90 % and 50 % in the middle, median. */
export const spreadShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;
/** Relative accuracy of quantiles that are not exact. */
export const sketchAccuracy = 1e-3;
const bufferedNumbers = 4096;

/**
 * Takes in the numbers of runs and tells how they spread. Up to `exactUpTo` numbers are kept; beyond, quantiles come from a
 * sketch that is off by at most one in a thousand and takes the same room for any number of runs.
 */
export class NumberCollector {
  #buffer = new Float64Array(64);
  #buffered = 0;
  #sum = 0;
  #count = 0;
  #sketch: QuantileSketch | undefined;
  readonly #exactUpTo: number;

  constructor(exactUpTo: number) {
    this.#exactUpTo = exactUpTo;
  }

  /** A NaN is no number and is passed over. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    if (this.#buffered === this.#buffer.length) this.#makeRoom();
    this.#buffer[this.#buffered++] = value;
    this.#sum += value;
    this.#count += 1;
  }

  spread(): Spread {
    const mean = this.#count === 0 ? NaN : this.#sum / this.#count;
    return { count: this.#count, mean, quantiles: this.#quantiles() };
  }

  #quantiles(): readonly number[] {
    if (this.#sketch !== undefined) {
      this.#fold();
      const sketch = this.#sketch;
      return spreadShares.map((share) => sketchQuantile(sketch, share));
    }
    const sorted = this.#buffer.slice(0, this.#buffered).sort();
    return spreadShares.map((share) => quantile(sorted, share));
  }

  #makeRoom(): void {
    const longest = Math.max(this.#exactUpTo, bufferedNumbers);
    if (this.#sketch === undefined && this.#buffer.length < longest) {
      const larger = new Float64Array(Math.min(longest, 2 * this.#buffer.length));
      larger.set(this.#buffer);
      this.#buffer = larger;
    } else this.#fold();
  }

  #fold(): void {
    const sketch = sketchOf(this.#buffer.subarray(0, this.#buffered), sketchAccuracy);
    this.#sketch = this.#sketch === undefined ? sketch : mergeSketches(this.#sketch, sketch);
    this.#buffered = 0;
  }
}
