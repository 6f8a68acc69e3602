import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { findTears } from "./tearing.ts";

const members = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

/** True if no loop is left among the nodes that are not removed. */
function isAcyclic(reads: readonly (readonly number[])[], removed: ReadonlySet<number>): boolean {
  const left = new Set(members(reads.length).filter((node) => !removed.has(node)));
  for (let changed = true; changed;) {
    changed = false;
    for (const node of left) {
      if (reads[node].some((to) => left.has(to))) continue;
      left.delete(node);
      changed = true;
    }
  }
  return left.size === 0;
}

/** Size of the smallest set by trying all. */
function smallestSize(reads: readonly (readonly number[])[]): number {
  let best = reads.length;
  for (let mask = 0; mask < 1 << reads.length; mask++) {
    const removed = members(reads.length).filter((node) => (mask & (1 << node)) !== 0);
    if (removed.length < best && isAcyclic(reads, new Set(removed))) best = removed.length;
  }
  return best;
}

describe("findTears", () => {
  it("cuts a ring once and nodes that read themselves each", () => {
    expect(findTears([0, 1, 2], [[1], [2], [0]])).toHaveLength(1);
    expect(
      findTears(
        [0, 1],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toEqual([0, 1]);
  });

  it("ignores nodes outside the component", () => {
    expect(findTears([1, 2], [[], [2, 0], [1]])).toHaveLength(1);
  });

  it("finds a smallest set in small graphs", () => {
    const graphs = integer({ min: 1, max: 9 }).chain((size) =>
      array(array(integer({ min: 0, max: size - 1 }), { maxLength: 4 }), {
        minLength: size,
        maxLength: size,
      }),
    );
    assert(
      property(graphs, (reads) => {
        const tears = findTears(members(reads.length), reads);
        expect(isAcyclic(reads, new Set(tears))).toBe(true);
        expect(tears).toHaveLength(smallestSize(reads));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no loop in large graphs", () => {
    const reads = members(400).map((node) => [1, 7, 31].map((step) => (node * 3 + step) % 400));
    expect(isAcyclic(reads, new Set(findTears(members(400), reads)))).toBe(true);
  });
});
