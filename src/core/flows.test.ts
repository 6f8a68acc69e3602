import * as fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { cheapestFlow } from "./cheapest-flow.ts";
import { maximumFlow } from "./maximum-flow.ts";

interface Case {
  readonly nodes: number;
  readonly arcs: { readonly from: number[]; readonly to: number[]; readonly capacity: number[] };
}
const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 8 }).chain((nodes) => {
  const node = fc.nat(nodes - 1);
  const capacity = fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 10);
  return fc.array(fc.tuple(node, node, capacity), { maxLength: 4 * nodes }).map((list) => ({
    nodes,
    arcs: {
      from: list.map(([from]) => from),
      to: list.map(([, to]) => to),
      capacity: list.map(([, , amount]) => amount),
    },
  }));
});
/** What each node sends on beyond what it gets. */
const excess = ({ nodes, arcs }: Case, flow: ArrayLike<number>): number[] => {
  const rest = Array.from({ length: nodes }, () => 0);
  arcs.from.forEach((from, arc) => {
    rest[from] += flow[arc];
    rest[arcs.to[arc]] -= flow[arc];
  });
  return rest;
};

describe("maximumFlow", () => {
  it("is a flow within the capacities, and equals the least cut over all sets of nodes", () => {
    fc.assert(
      fc.property(cases, ({ nodes, arcs }) => {
        const { value, flow } = maximumFlow(nodes, arcs, 0, nodes - 1);
        flow.forEach((amount, arc) => {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(arcs.capacity[arc] + 1e-12);
        });
        excess({ nodes, arcs }, flow).forEach((rest, node) => {
          const wanted = node === 0 ? value : node === nodes - 1 ? -value : 0;
          expect(Math.abs(rest - wanted)).toBeLessThan(1e-9);
        });
        let least = Infinity;
        for (let set = 0; set < 1 << nodes; set++) {
          if (!(set & 1) || set & (1 << (nodes - 1))) continue;
          let cut = 0;
          arcs.from.forEach((from, arc) => {
            if (set & (1 << from) && !(set & (1 << arcs.to[arc]))) cut += arcs.capacity[arc];
          });
          least = Math.min(least, cut);
        }
        expect(Math.abs(value - least)).toBeLessThan(1e-9);
      }),
    );
  });

  it("goes through a chain of 100,000 nodes", () => {
    const size = 100_000;
    const from = Array.from({ length: size - 1 }, (_, i) => i);
    const arcs = { from, to: from.map((i) => i + 1), capacity: from.map((i) => 2 + (i % 7)) };
    expect(maximumFlow(size, arcs, 0, size - 1).value).toBe(2);
  });

  it("of amounts far apart keeps both", () => {
    const arcs = { from: [0, 0], to: [1, 1], capacity: [1e12, 1] };
    expect(maximumFlow(2, arcs, 0, 1).value).toBe(1e12 + 1);
  });
});

describe("cheapestFlow", () => {
  /** A supply that can be shipped: what some flow within the capacities leaves over. */
  const shippable = cases.chain((one) =>
    fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: one.arcs.from.length,
        maxLength: one.arcs.from.length,
      })
      .map((parts) => ({
        ...one,
        supply: excess(
          one,
          parts.map((part, arc) => part * one.arcs.capacity[arc]),
        ),
      })),
  );

  it("ships everything, and its potentials prove that it could not be cheaper", () => {
    fc.assert(
      fc.property(shippable, ({ nodes, arcs, supply }) => {
        const { flow, potential, cost } = cheapestFlow(arcs, supply);
        const scale = Math.max(1, ...arcs.capacity);
        excess({ nodes, arcs }, flow).forEach((rest, node) =>
          expect(Math.abs(rest - supply[node])).toBeLessThan(1e-9 * scale),
        );
        flow.forEach((amount, arc) => {
          const climb = potential[arcs.to[arc]] - potential[arcs.from[arc]];
          if (amount > 1e-9 * scale) expect(climb).toBeGreaterThanOrEqual(1);
          if (amount < arcs.capacity[arc] - 1e-9 * scale) expect(climb).toBeLessThanOrEqual(1);
        });
        expect(Math.abs(cost - flow.reduce((sum, amount) => sum + amount, 0))).toBeLessThan(1e-9 * scale);
      }),
    );
  });

  it("costs what HiGHS finds", async () => {
    // The types of the package describe its CommonJS build; what Node imports is the function itself.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    for (const { nodes, arcs, supply } of fc.sample(shippable, { numRuns: 25, seed: 3 })) {
      if (arcs.from.length === 0) continue;
      const rows = Array.from({ length: nodes }, (_, node) => {
        const terms = arcs.from.flatMap((from, arc) =>
          from === arcs.to[arc]
            ? []
            : [...(from === node ? [`+ x${arc}`] : []), ...(arcs.to[arc] === node ? [`- x${arc}`] : [])],
        );
        return terms.length === 0 ? "" : ` c${node}: ${terms.join(" ")} = ${supply[node]}`;
      });
      const { Columns, ObjectiveValue } = highs.solve(
        [
          `Minimize obj: ${arcs.from.map((_, arc) => `x${arc}`).join(" + ")}`,
          "Subject To",
          ...rows.filter(Boolean),
          "Bounds",
          ...arcs.capacity.map((capacity, arc) => ` 0 <= x${arc} <= ${capacity}`),
          "End",
        ].join("\n"),
      );
      expect(Object.keys(Columns).length).toBe(arcs.from.length);
      expect(Math.abs(cheapestFlow(arcs, supply).cost - ObjectiveValue)).toBeLessThan(1e-6);
    }
  });

  it("says so if the supply cannot be shipped", () => {
    expect(() => cheapestFlow({ from: [0], to: [1], capacity: [1] }, [2, -2])).toThrow("cannot be shipped");
  });
});
