import * as fc from "fast-check";
import { determinant as oracleDeterminant, inverse as oracleInverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { determinant, factor, invertFactored, solveFactored } from "./dense.ts";

/** Square matrices with a heavy diagonal in a shuffled order of rows, so that pivots must be exchanged. */
const matrices = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .tuple(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
        minLength: size * size,
        maxLength: size * size,
      }),
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, i) => i),
        { minLength: size, maxLength: size },
      ),
    )
    .map(([entries, order]) => ({
      size,
      entries: entries.map(
        (entry, at) => entry + (order[Math.floor(at / size)] === at % size ? 2 * size : 0),
      ),
    })),
);
const rows = (entries: readonly number[], size: number): Matrix =>
  new Matrix(Array.from({ length: size }, (_, i) => entries.slice(i * size, (i + 1) * size)));

describe("dense matrices", () => {
  it("inverse, solution and determinant are those of ml-matrix", () => {
    fc.assert(
      fc.property(matrices, ({ size, entries }) => {
        const factors = factor(entries, size)!;
        const matrix = rows(entries, size);
        const inverse = oracleInverse(matrix);
        invertFactored(factors).forEach((value, at) =>
          expect(Math.abs(value - inverse.get(Math.floor(at / size), at % size))).toBeLessThan(1e-12),
        );
        const right = entries.slice(0, size);
        const solved = inverse.mmul(Matrix.columnVector(right)).to1DArray();
        solveFactored(factors, right).forEach((value, i) =>
          expect(Math.abs(value - solved[i])).toBeLessThan(1e-11),
        );
        const wanted = oracleDeterminant(matrix);
        expect(Math.abs(determinant(factors) - wanted)).toBeLessThan(1e-10 * Math.abs(wanted));
      }),
    );
  });

  it("exchanges rows where the diagonal is empty", () => {
    expect(Array.from(solveFactored(factor([0, 1, 1, 0], 2)!, [3, 5]))).toEqual([5, 3]);
    expect(determinant(factor([0, 1, 1, 0], 2)!)).toBe(-1);
    expect(determinant(factor([0, 0, 1, 1, 0, 0, 0, 1, 0], 3)!)).toBe(1);
  });

  it("tells a singular matrix", () => {
    expect(factor([1, 2, 2, 4], 2)).toBeUndefined();
    expect(factor([0], 1)).toBeUndefined();
    expect(factor([Number.NaN], 1)).toBeUndefined();
    expect(factor([1, -1, 0, 0, 1, -1, -1, 0, 1], 3)).toBeUndefined();
  });

  it("knows the matrix without rows", () => {
    expect(determinant(factor([], 0)!)).toBe(1);
    expect(invertFactored(factor([], 0)!).length).toBe(0);
  });
});
