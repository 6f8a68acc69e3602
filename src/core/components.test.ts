import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findComponents } from "./components.ts";
import { createSparse } from "./sparse.ts";

const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    arcs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 3 * size }),
  }),
);
const graph = (size: number, arcs: readonly (readonly [number, number])[]) =>
  createSparse(
    size,
    arcs.map(([from]) => from),
    arcs.map(([, to]) => to),
    arcs.map(() => 1),
  );

describe("strongly connected components", () => {
  it("join what reaches each other, and arcs lead from higher to lower numbers", () => {
    fc.assert(
      fc.property(graphs, ({ size, arcs }) => {
        const reach = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (__, j) => i === j),
        );
        for (const [from, to] of arcs) reach[from][to] = true;
        for (let k = 0; k < size; k++)
          for (let i = 0; i < size; i++)
            for (let j = 0; j < size; j++) reach[i][j] ||= reach[i][k] && reach[k][j];
        const { of, count, member, start } = findComponents(graph(size, arcs));
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) expect(of[i] === of[j]).toBe(reach[i][j] && reach[j][i]);
        for (const [from, to] of arcs) expect(of[from]).toBeGreaterThanOrEqual(of[to]);
        expect(start[count]).toBe(size);
        for (let c = 0; c < count; c++)
          for (const node of member.subarray(start[c], start[c + 1])) expect(of[node]).toBe(c);
        expect(Array.from(member).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: size }, (_, i) => i),
        );
      }),
    );
  });

  it("of a million nodes in a row, and in a ring, need no stack", () => {
    const size = 1_000_000;
    const from = Int32Array.from({ length: size }, (_, i) => i);
    const to = Int32Array.from({ length: size }, (_, i) => (i + 1) % size);
    const ones = new Float64Array(size).fill(1);
    expect(findComponents(createSparse(size, from, to, ones)).count).toBe(1);
    const row = createSparse(size, from.subarray(1), to.subarray(1), ones.subarray(1));
    expect(findComponents(row).count).toBe(size);
  });
});
