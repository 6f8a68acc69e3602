import { describe, expect, it } from "vitest";
import { drawUniform } from "../../core/random.ts";
import { createSparse, transposeSparse } from "../../core/sparse.ts";
import { builtInEconomy } from "../../../test/economies/files.ts";
import { deriveCoefficients } from "../economy/coefficients.ts";
import {
  allocateTechnique,
  type LargeTechnique,
  solveLargeContent,
  solveLargeOutput,
} from "./large-economy.ts";
import { solveContent, solveOutput } from "./leontief.ts";

const draw = (name: number, period: number): number => drawUniform({ seed: 7, member: 0, name, period });

/** Products with 0 to 9 inputs each, so that every tail of the unrolled loop occurs. */
function technique(products: number, engine: "WebAssembly" | "JavaScript"): LargeTechnique {
  const counts = Array.from({ length: products }, (_, j) => j % 10);
  const made = allocateTechnique(
    products,
    counts.reduce((sum, count) => sum + count, 0),
    { engine },
  );
  let k = 0;
  counts.forEach((count, j) => {
    made.bound[j] = k;
    for (let n = 0; n < count; n++, k++) {
      made.input[k] = Math.floor(draw(1, k) * products);
      made.amount[k] = (0.8 / count) * draw(2, k);
    }
  });
  made.bound[products] = k;
  return made;
}

describe("a large economy", () => {
  const products = 997;
  const direct = Array.from({ length: products }, (_, j) => draw(3, j));

  it.each(["WebAssembly", "JavaScript"] as const)(
    "by %s: equals the exact solution of the same coefficients",
    (engine) => {
      const large = technique(products, engine);
      const columnOf: number[] = [];
      for (let j = 0; j < products; j++)
        for (let k = large.bound[j]; k < large.bound[j + 1]; k++) columnOf.push(j);
      const matrix = createSparse(products, [...large.input], columnOf, [...large.amount]);
      const values = solveLargeContent(large, direct, { precision: 1e-14 });
      const output = solveLargeOutput(large, direct, { precision: 1e-14 });
      expect([values.engine, output.engine]).toEqual([engine, engine]);
      const exactValues = solveContent(matrix, direct);
      const exactOutput = solveOutput(matrix, direct);
      for (let j = 0; j < products; j++) {
        expect(Math.abs(values.value[j] / exactValues[j] - 1)).toBeLessThan(1e-12);
        expect(Math.abs(output.value[j] / exactOutput[j] - 1)).toBeLessThan(1e-12);
      }
    },
  );

  it("holds λ·y = l·x at the default precision, and both engines take the same sweeps", () => {
    const solutions = (["WebAssembly", "JavaScript"] as const).map((engine) => {
      const large = technique(products, engine);
      const { value, sweeps } = solveLargeContent(large, direct);
      const demand = Float64Array.from({ length: products }, (_, j) => draw(4, j));
      const output = solveLargeOutput(large, demand).value;
      const left = value.reduce((sum, hours, j) => sum + hours * demand[j], 0);
      const right = output.reduce((sum, made, j) => sum + made * direct[j], 0);
      expect(Math.abs(left / right - 1)).toBeLessThan(2e-8);
      return sweeps;
    });
    expect(solutions[0]).toBe(solutions[1]);
  });

  it("the United States in detail: equals the factored solution, single precision of the amounts aside", () => {
    const { size, input, labour } = deriveCoefficients(builtInEconomy("us-2012"));
    const { start, column, value } = transposeSparse(input);
    const large = allocateTechnique(size, value.length);
    large.bound.set(start);
    large.input.set(column);
    large.amount.set(value);
    const exact = solveContent(input, labour, { method: "dense" });
    const found = solveLargeContent(large, labour, { precision: 1e-12 });
    found.value.forEach((hours, j) =>
      expect(Math.abs(hours - exact[j])).toBeLessThan(1e-6 * (exact[j] + 1e-12)),
    );
    expect(found.sweeps).toBeLessThan(40);
  });

  it("refuses an economy that eats more than it makes", () => {
    const greedy = allocateTechnique(2, 2);
    greedy.bound.set([0, 1, 2]);
    greedy.input.set([1, 0]);
    greedy.amount.set([1.5, 1]);
    expect(() => solveLargeContent(greedy, [1, 1])).toThrow(RangeError);
    expect(() => solveLargeOutput(greedy, [1, 1])).toThrow(RangeError);
  });

  it("an economy without products has empty values", () => {
    const nothing = allocateTechnique(0, 0);
    expect(solveLargeContent(nothing, []).value.length).toBe(0);
  });
});
