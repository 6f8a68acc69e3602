import type { Coefficients } from "../economy/economy.ts";
import { type LinearProgram, ProgramBuilder } from "../solve/linear-program.ts";
import { atLeast, eachEntry } from "./draft.ts";

/**
 * The smallest plan: a final demand with the least labour, `min l·x` with `x − A x ≥ y`. Its dual prices are the
 * labour values `λ = l (I − A)⁻¹`, whatever the demand (Pasinetti 1977, chapter 5), which is the strongest test of
 * tables, program and solver together. Rows and columns are the products.
 */
export function staticProgramme(
  { size, labour, input }: Coefficients,
  finalDemand: ArrayLike<number>,
): LinearProgram {
  const builder = new ProgramBuilder<number>();
  for (let product = 0; product < size; product++) builder.column(product, atLeast(0), labour[product]);
  for (let product = 0; product < size; product++) {
    builder.row(product, atLeast(finalDemand[product]), [[product, 1]]);
  }
  eachEntry(input, 0, (row, column, value) => builder.entry(row, column, -value));
  return builder.build();
}
