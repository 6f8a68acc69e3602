import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSparse, type Sparse, transposeSparse } from "./sparse.ts";

const entries = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    list: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -9, max: 9 }))),
  }),
);
const dense = ({ size, start, column, value }: Sparse): number[][] => {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let i = 0; i < size; i++)
    for (let k = start[i]; k < start[i + 1]; k++) matrix[i][column[k]] += value[k];
  return matrix;
};

describe("sparse matrices", () => {
  it("hold each entry once, columns rising, sums of like places", () => {
    fc.assert(
      fc.property(entries, ({ size, list }) => {
        const matrix = createSparse(
          size,
          list.map(([i]) => i),
          list.map(([, j]) => j),
          list.map(([, , value]) => value),
        );
        const wanted = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
        for (const [i, j, value] of list) wanted[i][j] += value;
        expect(dense(matrix)).toEqual(wanted);
        for (let i = 0; i < size; i++) {
          const row = Array.from(matrix.column.subarray(matrix.start[i], matrix.start[i + 1]));
          expect(row).toEqual([...new Set(row)].toSorted((a, b) => a - b));
        }
        const transposed = dense(transposeSparse(matrix));
        expect(transposed).toEqual(wanted.map((_, j) => wanted.map((row) => row[j])));
        expect(transposeSparse(transposeSparse(matrix))).toEqual(matrix);
      }),
    );
  });
});
