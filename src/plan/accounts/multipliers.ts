import type { Sparse } from "../../core/sparse.ts";
import type { Coefficients } from "../economy/economy.ts";
import { solveContent, solveOutput, type LeontiefOptions } from "./leontief.ts";

/** Multipliers of each product, on the inputs made at home. */
export interface Multipliers {
  /** Output of all sectors that a unit of final demand takes (column sum of the Leontief inverse). */
  readonly output: Float64Array;
  /** Hours at home that a unit of final demand takes. */
  readonly hours: Float64Array;
  /** Hours in all sectors for an hour in the own one (type I); NaN where the own one takes no hours. */
  readonly employment: Float64Array;
}

/**
 * Output and employment multipliers of type I: what a unit of final demand for each product sets going at home,
 * without the consumption that wages pay for. Source: Miller & Blair (2009), Input–Output Analysis, ch. 6.
 */
export function multiply(coefficients: Coefficients, options: LeontiefOptions = {}): Multipliers {
  const { size, domesticInput, labour } = coefficients;
  const output = solveContent(domesticInput, new Float64Array(size).fill(1), options);
  const hours = solveContent(domesticInput, labour, options);
  return { output, hours, employment: hours.map((sum, i) => (labour[i] > 0 ? sum / labour[i] : NaN)) };
}

/**
 * The Leontief inverse `(I − A)⁻¹`, rows one after another: entry (i, j) is the output of i that a unit of final
 * demand for j takes in all.
 *
 * @example
 * import { createSparse } from "kreislauf/core";
 * import { leontiefInverse } from "kreislauf/plan";
 * leontiefInverse(createSparse(2, [0], [1], [0.5])); // → [1, 0.5, 0, 1]
 */
export function leontiefInverse(input: Sparse, options: LeontiefOptions = {}): Float64Array {
  const { size } = input;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    unit[j] = 1;
    solveOutput(input, unit, options).forEach((entry, i) => (inverse[i * size + j] = entry));
    unit[j] = 0;
  }
  return inverse;
}
