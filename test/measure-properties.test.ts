import * as fc from "fast-check";
import loadHighs from "highs";
import { determinant, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  concentratePayers,
  createNetwork,
  cycleIndices,
  dependenceOn,
  findCirculation,
  findCore,
  type Network,
  rankLoops,
  selfFinancedRevenue,
  traceProvenance,
  trophicLevels,
} from "../src/measure/index.ts";
import { build, divergence, shares, type Sketch, sketches } from "./measure-networks.ts";

/** Properties that hold on every network (pitfalls and property tests of the design). */
const everyLoop = { longest: 12, top: Infinity, budget: 1e6 };
const kinds = { outlays: ["purchase"], revenue: ["purchase"] };
const sum = (values: Iterable<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);
const flowOf = (network: Network): number => sum(network.amount);
const near = (found: number, wanted: number, scale = 1, tolerance = 1e-9): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, scale));

/** Open networks have a leak wherever money arrives; these properties need `N = (I − P)⁻¹`. */
const open = (sketch: Sketch): Network =>
  build({ ...sketch, inflow: sketch.inflow.map((x) => x + 1), outflow: sketch.outflow.map((x) => x + 1) });

describe("provenance", () => {
  it("adds to one at every node money passes, closed circuits included", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        for (let node = 0; node < sketch.size; node++) {
          const found = traceProvenance(network, node);
          if (network.throughflow[node] === 0) expect(found).toEqual([]);
          else near(sum(found.map(({ share }) => share)), 1);
        }
      }),
    );
  });

  it("is z_s N_si / T_i with N inverted by ml-matrix", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = open(sketch);
        const visits = inverse(Matrix.eye(sketch.size).sub(shares(network)));
        for (let node = 0; node < sketch.size; node++) {
          const byEntry = new Float64Array(sketch.size);
          for (const { node: entry, share } of traceProvenance(network, node)) byEntry[entry] += share;
          byEntry.forEach((share, entry) => {
            const wanted = (network.inflow[entry] * visits.get(entry, node)) / network.throughflow[node];
            near(share, wanted);
          });
        }
      }),
    );
  });

  it("dependence is what vanishes if the actor is taken out (hypothetical extraction)", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = open(sketch);
        const p = shares(network);
        for (let on = 0; on < sketch.size; on++) {
          const without = p.clone();
          for (let node = 0; node < sketch.size; node++) without.set(on, node, 0);
          const inflow = Array.from(network.inflow, (amount, node) => (node === on ? 0 : amount));
          const left = Matrix.rowVector(inflow)
            .mmul(inverse(Matrix.eye(sketch.size).sub(without)))
            .to1DArray();
          dependenceOn(network, on).forEach((share, node) => {
            if (node !== on) near(share, 1 - left[node] / network.throughflow[node]);
          });
        }
      }),
    );
  });

  it("concentration lies between nothing and one payer", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        for (let node = 0; node < sketch.size; node++) {
          const { direct, ultimate } = concentratePayers(network, node);
          for (const index of [direct, ultimate]) {
            expect(index).toBeGreaterThanOrEqual(0);
            expect(index).toBeLessThanOrEqual(1 + 1e-9);
          }
          if (network.throughflow[node] > 0) expect(Math.min(direct, ultimate)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("loops", () => {
  it("certain and expected never exceed possible, and none is negative", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        for (const { certain, expected, possible } of rankLoops(build(sketch), everyLoop).loops) {
          expect(certain).toBeGreaterThanOrEqual(0);
          expect(certain).toBeLessThanOrEqual(possible);
          expect(expected).toBeGreaterThan(0);
          expect(expected).toBeLessThanOrEqual(possible);
        }
      }),
    );
  });

  it("certain is the Fréchet bound by its definition", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        const paid = (from: number, to: number): number =>
          sum(network.amount.filter((_, tie) => network.from[tie] === from && network.to[tie] === to));
        for (const { nodes, certain } of rankLoops(network, everyLoop).loops) {
          const bounds = nodes.map((_, first) => {
            const order = [...nodes.slice(first), ...nodes.slice(0, first)];
            return order.reduce((bound, node, i) => {
              const leg = paid(node, order[(i + 1) % order.length]);
              return i === 0 ? leg : bound + leg - network.throughflow[node];
            }, 0);
          });
          near(certain, Math.max(0, ...bounds), flowOf(network));
        }
      }),
    );
  });

  it("expected amounts add up to a circulation that fits into the flows", () => {
    fc.assert(
      fc.property(sketches(6), (sketch) => {
        const network = build(sketch);
        const { loops, closing } = rankLoops(network, everyLoop);
        const between = new Map<string, number>();
        const turning = new Float64Array(sketch.size);
        for (const { nodes, expected } of loops) {
          nodes.forEach((node, i) => {
            const to = nodes[(i + 1) % nodes.length];
            between.set(`${node} ${to}`, (between.get(`${node} ${to}`) ?? 0) + expected);
            turning[node] -= expected;
            turning[to] += expected;
          });
        }
        const total = flowOf(network);
        turning.forEach((rest) => near(rest, 0, total));
        const paid = new Map<string, number>();
        network.amount.forEach((amount, tie) => {
          const pair = `${network.from[tie]} ${network.to[tie]}`;
          paid.set(pair, (paid.get(pair) ?? 0) + amount);
        });
        for (const [pair, amount] of between)
          expect(amount).toBeLessThanOrEqual(paid.get(pair)! * (1 + 1e-9));
        near(sum(between.values()), closing, total);
        expect(closing).toBeLessThanOrEqual(findCirculation(network).value + 1e-9 * total);
      }),
    );
  });

  it("expected is Π p · det N_cc · T_cᵀ N_cc⁻¹ 1 in open networks (ml-matrix)", () => {
    fc.assert(
      fc.property(sketches(5), (sketch) => {
        const network = open(sketch);
        const p = shares(network);
        const visits = inverse(Matrix.eye(sketch.size).sub(p));
        for (const { nodes, expected } of rankLoops(network, everyLoop).loops) {
          const block = visits.selection([...nodes], [...nodes]);
          const chance = nodes.reduce((x, node, i) => x * p.get(node, nodes[(i + 1) % nodes.length]), 1);
          const through = Matrix.rowVector(nodes.map((node) => network.throughflow[node]));
          const rest = sum(through.mmul(inverse(block)).to1DArray());
          near(expected, chance * determinant(block) * rest, expected);
        }
      }),
    );
  });

  it("hardly changes where a circuit stops being closed", () => {
    const ring = (leak: number): Network =>
      createNetwork({
        nodes: ["a", "b", "c"],
        ties: [
          [0, 1, 5],
          [1, 2, 3],
          [1, 0, 2],
          [2, 0, 3],
        ],
        inflow: [0, leak, 0],
        outflow: [0, leak, 0],
      });
    const closed = rankLoops(ring(0)).loops.map(({ expected }) => expected);
    expect(closed.map((value) => Number(value.toFixed(12)))).toEqual([3, 2]);
    for (const leak of [1e-14, 1e-12, 1e-10, 1e-8, 1e-6]) {
      rankLoops(ring(leak)).loops.forEach(({ expected }, i) =>
        near(expected, closed[i], 1, 2 * leak + 1e-12),
      );
      near(cycleIndices(ring(leak)).finnCyclingIndex, 1, 1, leak + 1e-12);
    }
  });
});

describe("indices", () => {
  it("lie between 0 and 1, Finn's at most the loops' share of throughflow", () => {
    fc.assert(
      fc.property(sketches(6), (sketch) => {
        const network = build(sketch);
        const { finnCyclingIndex, incoherence } = cycleIndices(network);
        const { closing } = rankLoops(network, everyLoop);
        const through = sum(network.throughflow);
        expect(finnCyclingIndex).toBeGreaterThanOrEqual(0);
        if (through > 0) expect(finnCyclingIndex).toBeLessThanOrEqual(closing / through + 1e-9);
        expect(incoherence).toBeGreaterThanOrEqual(0);
        expect(incoherence).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("trophic levels solve their equations", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        const { levels } = trophicLevels(network);
        const misses = network.amount.map(
          (amount, tie) => amount * (levels[network.to[tie]] - levels[network.from[tie]] - 1),
        );
        divergence(network, misses).forEach((rest) => near(rest, 0, flowOf(network)));
      }),
    );
  });
});

describe("the core", () => {
  it("has who pays into it before it and whom it pays behind it", () => {
    const network = createNetwork({
      nodes: ["payer", "a", "b", "paid", "aside"],
      ties: [
        [0, 1, 1],
        [1, 2, 4],
        [2, 1, 2],
        [2, 3, 1],
        [0, 4, 1],
      ],
    });
    expect(findCore(network)).toEqual({
      nodes: [1, 2],
      shareOfFlow: 6 / 9,
      upstream: [0],
      downstream: [3],
    });
  });
});

describe("greatest circulation", () => {
  it("is balanced, fits into the flows, and its dual proves it", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        const { value, bound, gap, circular, layers } = findCirculation(network);
        const total = flowOf(network);
        divergence(network, circular).forEach((rest) => near(rest, 0, total));
        circular.forEach((amount, tie) => expect(amount).toBeLessThanOrEqual(network.amount[tie]));
        near(bound, value, total);
        expect(Math.abs(gap)).toBeLessThanOrEqual(1e-9);
        if (layers.length > 0) expect(Math.min(...layers)).toBe(0);
        network.amount.forEach((amount, tie) => {
          // What is not circular climbs.
          if (amount - circular[tie] > 1e-9 * total)
            expect(layers[network.to[tie]]).toBeGreaterThan(layers[network.from[tie]]);
        });
      }),
    );
  });

  it("is zero without loops, and everything if inflows equal outflows everywhere", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const forward = build({ ...sketch, ties: sketch.ties.filter(([from, to]) => from < to) });
        near(findCirculation(forward).value, 0, flowOf(forward));
        expect(rankLoops(forward)).toMatchObject({ found: 0, complete: true, closing: 0 });
        expect(findCore(forward).nodes).toEqual([]);
        const back = sketch.ties.map(([from, to, amount]) => [to, from, amount] as const);
        const balanced = build({ ...sketch, ties: [...sketch.ties, ...back] });
        near(findCirculation(balanced).value, flowOf(balanced), flowOf(balanced));
      }),
    );
  });

  it("equals the linear programme of HiGHS", async () => {
    // The types of the package describe its CommonJS build; what Node imports is the function itself.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    for (const sketch of fc.sample(sketches(9), { numRuns: 40, seed: 7 })) {
      const network = build(sketch);
      if (network.amount.length === 0) continue;
      const terms = Array.from(network.amount, (_, tie) => `x${tie}`);
      const rows = network.nodes.map((_, node) =>
        terms
          .flatMap((term, tie) => [
            ...(network.from[tie] === node ? [`- ${term}`] : []),
            ...(network.to[tie] === node ? [`+ ${term}`] : []),
          ])
          .join(" "),
      );
      const programme = [
        `Maximize obj: ${terms.join(" + ")}`,
        "Subject To",
        ...rows.filter(Boolean).map((row, i) => ` c${i}: ${row} = 0`),
        "Bounds",
        ...terms.map((term, tie) => ` 0 <= ${term} <= ${network.amount[tie]}`),
        "End",
      ].join("\n");
      const solved = highs.solve(programme);
      near(findCirculation(network).value, solved.ObjectiveValue, flowOf(network));
    }
  });
});

describe("self-financed revenue", () => {
  it("is certain ≤ proportional ≤ possible, for every actor", () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const network = build(sketch);
        for (let node = 0; node < sketch.size; node++) {
          const found = selfFinancedRevenue(network, `n${node}`, kinds);
          const slack = 1e-9 * Math.max(1, found.outlays);
          expect(found.certain).toBeGreaterThanOrEqual(0);
          expect(found.certain).toBeLessThanOrEqual(found.proportional + slack);
          expect(found.proportional).toBeLessThanOrEqual(found.possible + slack);
          expect(found.possible).toBeLessThanOrEqual(Math.min(found.outlays, found.revenue) + slack);
          // Other people's money dilutes: more of it can only lower the part that returns.
          expect(found.proportionalIfMoreOwnMoney).toBeLessThanOrEqual(found.proportional + slack);
        }
      }),
    );
  });

  it("all three fall together where there is only one way to go", () => {
    const network = createNetwork({
      nodes: ["maker", "lab", "cloud"],
      ties: [
        [0, 1, 10],
        [1, 2, 10],
        [2, 0, 7],
      ],
    });
    const { certain, proportional, possible } = selfFinancedRevenue(network, "maker", kinds);
    for (const value of [certain, proportional, possible]) near(value, 7);
  });
});

describe("invariance", () => {
  /** All measures of a network in one list, nodes by their names, so that order cannot matter. */
  const measures = (network: Network): Map<string, number> => {
    const found = new Map<string, number>();
    const name = (node: number): string => network.nodes[node].id;
    const note = (label: string, value: number): void =>
      void found.set(label, (found.get(label) ?? 0) + value);
    const { loops, closing } = rankLoops(network, everyLoop);
    for (const { nodes, certain, expected, possible } of loops) {
      const names = nodes.map(name);
      const first = names.indexOf(names.toSorted()[0]);
      const label = [...names.slice(first), ...names.slice(0, first)].join(">");
      note(`${label} certain`, certain);
      note(`${label} expected`, expected);
      note(`${label} possible`, possible);
    }
    note("closing", closing);
    note("circulation", findCirculation(network).value);
    note("core share", findCore(network).shareOfFlow);
    const { finnCyclingIndex, incoherence, cycled, trophicLevels: levels } = cycleIndices(network);
    note("finn", finnCyclingIndex);
    note("incoherence", incoherence);
    network.nodes.forEach((_, node) => {
      note(`${name(node)} cycled`, cycled[node]);
      note(`${name(node)} level`, levels[node]);
      const { direct, ultimate } = concentratePayers(network, node);
      note(`${name(node)} direct`, direct);
      note(`${name(node)} ultimate`, ultimate);
      for (const { node: entry, label, share } of traceProvenance(network, node)) {
        note(`${name(node)} from ${label} at ${name(entry)}`, share);
      }
      dependenceOn(network, node).forEach((share, other) => note(`${name(other)} on ${name(node)}`, share));
      const own = selfFinancedRevenue(network, name(node), kinds);
      for (const [measure, value] of Object.entries(own)) note(`${name(node)} ${measure}`, value as number);
    });
    return found;
  };
  const expectSame = (found: Map<string, number>, wanted: Map<string, number>, scale: number): void => {
    expect([...found.keys()].toSorted()).toEqual([...wanted.keys()].toSorted());
    for (const [label, value] of wanted) near(found.get(label)!, value, scale);
  };

  it("splitting a tie into two parallel ties changes no measure", () => {
    fc.assert(
      fc.property(sketches(5), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (sketch, part) => {
        const split = sketch.ties.flatMap(([from, to, amount]): Sketch["ties"] => [
          [from, to, amount * part],
          [from, to, amount * (1 - part)],
        ]);
        const network = build(sketch);
        expectSame(measures(build({ ...sketch, ties: split })), measures(network), flowOf(network));
      }),
      { numRuns: 60 },
    );
  });

  it("the order of actors and ties changes no measure", () => {
    fc.assert(
      fc.property(
        sketches(5),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (sketch, draws) => {
          const order = Array.from({ length: sketch.size }, (_, node) => ({ node, key: draws.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ node }) => node);
          const place = order.map((_, node) => order.indexOf(node));
          const network = build(sketch);
          const other = createNetwork({
            nodes: order.map((node) => `n${node}`),
            ties: sketch.ties
              .map(([from, to, amount]) => [place[from], place[to], amount] as const)
              .toReversed(),
            inflow: order.map((node) => sketch.inflow[node]),
            outflow: order.map((node) => sketch.outflow[node]),
          });
          expectSame(measures(other), measures(network), flowOf(network));
        },
      ),
      { numRuns: 60 },
    );
  });
});
