import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createSparse, findComponents } from "../src/core/index.ts";
import {
  createNetwork,
  cycleIndices,
  dependenceOn,
  findCirculation,
  inflateBookValue,
  type Network,
  rankLoops,
  traceProvenance,
  trophicLevels,
  valueHoldings,
} from "../src/measure/index.ts";
import { collect, mix, spread } from "../src/measure/circuit/visits.ts";

/** Results of other people's software; origin, call and tolerance in test/reference/network/README.md. */
const read = (name: string): string =>
  readFileSync(new URL(`./reference/network/${name}`, import.meta.url), "utf8");
const load = (name: string): unknown => JSON.parse(read(name));

type Ties = [number, number, number][];
const tiesOf = (matrix: readonly (readonly number[])[]): Ties =>
  matrix.flatMap((row, from) =>
    row.flatMap((amount, to) => (amount > 0 ? [[from, to, amount] as [number, number, number]] : [])),
  );
const nodesOf = (count: number): string[] => Array.from({ length: count }, (_, node) => `n${node}`);
const unit = (size: number, at: number): Float64Array => {
  const vector = new Float64Array(size);
  vector[at] = 1;
  return vector;
};
/** Largest difference, relative to 1 or the expected number if that is greater. */
const farthest = (found: ArrayLike<number>, wanted: ArrayLike<number>): number => {
  expect(found.length).toBe(wanted.length);
  let most = 0;
  for (let i = 0; i < wanted.length; i++) {
    const away = Math.abs(found[i] - wanted[i]) / Math.max(1, Math.abs(wanted[i]));
    most = Number.isNaN(away) ? Infinity : Math.max(most, away);
  }
  return most;
};

interface Ecosystem {
  readonly name: string;
  readonly n: number;
  readonly max_imbalance_pct: number;
  readonly flow_rc: readonly (readonly number[])[];
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly T: readonly number[];
  readonly Ndiag: readonly number[];
  readonly stats: { readonly TST: number; readonly FCI: number };
}
const ecosystems = load("enaR_models.json") as Ecosystem[];
const ecosystem = ({ n, flow_rc, input, output }: Ecosystem): Network =>
  createNetwork({ nodes: nodesOf(n), ties: tiesOf(flow_rc), inflow: input, outflow: output });

describe("enaR 3.1.0: empirical ecosystems", () => {
  it("holds all the stored models", () => expect(ecosystems.length).toBe(52));

  // Its diagonals are printed to 10 decimals.
  it.each(ecosystems.map((model) => [model.name, model] as const))(
    "diagonal of N and Finn's index of %s",
    (_, model) => {
      const throughflow = Float64Array.from(model.T);
      const mixing = mix(ecosystem(model), throughflow);
      const diagonal = model.T.map((_t, node) => spread(mixing, unit(model.n, node))[node]);
      expect(farthest(diagonal, model.Ndiag)).toBeLessThan(1e-9);
      const back = diagonal.map((visits, node) => model.T[node] * (1 - 1 / visits));
      const cycled = back.reduce((sum, amount) => sum + amount, 0);
      expect(Math.abs(cycled / model.stats.TST - model.stats.FCI)).toBeLessThan(1e-10);
    },
  );

  const balanced = ecosystems.filter((model) => model.max_imbalance_pct < 1e-10);
  it("has models that balance to rounding", () => expect(balanced.length).toBeGreaterThanOrEqual(15));
  it.each(balanced.map((model) => [model.name, model] as const))(
    "throughflows and Finn's index of %s through the measure itself",
    (_, model) => {
      const network = ecosystem(model);
      expect(farthest(network.throughflow, model.T)).toBeLessThan(1e-9);
      const { finnCyclingIndex, cycled } = cycleIndices(network);
      expect(Math.abs(finnCyclingIndex - model.stats.FCI)).toBeLessThan(1e-10);
      const shares = Array.from(cycled, (amount, node) => (model.T[node] > 0 ? amount / model.T[node] : 0));
      const wanted = model.Ndiag.map((visits) => 1 - 1 / visits);
      expect(farthest(shares, wanted)).toBeLessThan(1e-9);
    },
  );

  it("agrees with the published index of Cone Spring (.092) and Oyster Reef (.110)", () => {
    const index = (name: string): number =>
      cycleIndices(ecosystem(ecosystems.find((model) => model.name.startsWith(name))!)).finnCyclingIndex;
    expect(index("Cone Spring")).toBeCloseTo(0.092, 3);
    expect(index("Oyster Reef")).toBeCloseTo(0.11, 3);
  });
});

interface Dependency {
  readonly name: string;
  readonly flow_rc: readonly (readonly number[])[];
  readonly input: readonly number[];
  readonly T: readonly number[];
  readonly N_rc: readonly (readonly number[])[];
  readonly TDC_rc: readonly (readonly number[])[];
}
describe("enaR 3.1.0: total dependency coefficients", () => {
  it.each((load("enaR_dependency.json") as Dependency[]).map((model) => [model.name, model] as const))(
    "%s",
    (_, { flow_rc, input, T, N_rc, TDC_rc }) => {
      const size = T.length;
      const network = createNetwork({ nodes: nodesOf(size), ties: tiesOf(flow_rc), inflow: input });
      expect(farthest(network.throughflow, T)).toBeLessThan(1e-9);
      for (let on = 0; on < size; on++) {
        const visits = spread(mix(network), unit(size, on));
        expect(farthest(visits, N_rc[on])).toBeLessThan(1e-9);
        const found = dependenceOn(network, on);
        // Theirs holds on its diagonal the node's own cycling; ours is zero there by definition.
        const wanted = TDC_rc[on].map((share, node) => (node === on ? 0 : share));
        expect(farthest(found, wanted)).toBeLessThan(8e-8);
      }
    },
  );
});

interface CycleCase {
  readonly seed: number;
  readonly n: number;
  readonly edges: Ties;
  readonly cycles: number[][];
  readonly scc: number[][];
}
const cycleReference = load("networkx_cycles_igraph_scc.json") as {
  complete_digraph_counts: Record<string, number>;
  cases: CycleCase[];
};
const key = (nodes: readonly number[]): string => {
  const first = nodes.indexOf(Math.min(...nodes));
  return [...nodes.slice(first), ...nodes.slice(0, first)].join(" ");
};
const everyLoop = { longest: 12, top: Infinity, budget: 1e6 };

describe("networkx 2.8.8 and igraph 0.10.2", () => {
  it.each(cycleReference.cases.map((one) => [one.seed, one] as const))(
    "the same loops and components, seed %i",
    (_, { n, edges, cycles, scc }) => {
      const { loops, complete, found } = rankLoops(
        createNetwork({ nodes: nodesOf(n), ties: edges }),
        everyLoop,
      );
      expect(complete).toBe(true);
      expect(found).toBe(cycles.length);
      expect(loops.map(({ nodes }) => key(nodes)).toSorted()).toEqual(cycles.map(key).toSorted());
      const components = findComponents(
        createSparse(
          n,
          edges.map(([from]) => from),
          edges.map(([, to]) => to),
          edges.map(() => 1),
        ),
      );
      const sets = Array.from({ length: components.count }, (_c, c) =>
        Array.from(components.member.subarray(components.start[c], components.start[c + 1])).join(" "),
      );
      expect(sets.toSorted()).toEqual(scc.map((members) => members.join(" ")).toSorted());
    },
  );

  it.each(Object.entries(cycleReference.complete_digraph_counts))("%s has %i loops", (name, count) => {
    const size = Number(name.slice(1));
    const ties = nodesOf(size).flatMap((_, from) =>
      nodesOf(size).flatMap((__, to) => (from === to ? [] : [[from, to, 1] as [number, number, number]])),
    );
    const network = createNetwork({ nodes: nodesOf(size), ties });
    expect(rankLoops(network, everyLoop)).toMatchObject({ found: count, complete: true });
  });
});

interface Qian {
  readonly name: string;
  readonly n: number;
  readonly environment_node: number;
  readonly W: number[][];
  readonly cycles: [number[], number][];
}
describe("CycFlowDec: loop weights of Qian & Qian", () => {
  // It converges slowly: its weights are good to 2e-6.
  const compare = (network: Network, listed: readonly [number[], number][]): void => {
    // It also lists what a node pays itself, which is no loop of payments here.
    const cycles = listed.filter(([nodes]) => nodes.length > 1);
    const { loops } = rankLoops(network, everyLoop);
    const found = new Map(loops.map(({ nodes, expected }) => [key(nodes), expected]));
    expect(found.size).toBe(cycles.length);
    for (const [nodes, weight] of cycles) {
      expect(Math.abs(found.get(key(nodes))! - weight) / weight).toBeLessThan(5e-6);
    }
  };
  const models = (load("cycflowdec_qian.json") as Qian[]).map((model) => [model.name, model] as const);
  it.each(models)("%s, the environment as a node", (_, { n, W, cycles }) => {
    compare(createNetwork({ nodes: nodesOf(n + 1), ties: tiesOf(W) }), cycles);
  });
  it.each(models)("%s, the environment as the boundary", (_, { n, W, cycles, environment_node: outside }) => {
    const inner = W.slice(0, n).map((row) => row.slice(0, n));
    const inflow = W[outside].slice(0, n);
    const outflow = W.slice(0, n).map((row) => row[outside]);
    const network = createNetwork({ nodes: nodesOf(n), ties: tiesOf(inner), inflow, outflow });
    compare(
      network,
      cycles.filter(([nodes]) => !nodes.includes(outside)),
    );
  });
});

/** The connected part each node belongs to, by its smallest member. */
function wholeParts(count: number, ties: Ties): number[] {
  const part = Array.from({ length: count }, (_, node) => node);
  for (let round = 0; round < count; round++) {
    for (const [from, to] of ties) part[from] = part[to] = Math.min(part[from], part[to]);
  }
  return part;
}

interface CirculationCase {
  readonly seed: number;
  readonly n: number;
  readonly edges: Ties;
  readonly max_circulation: number;
  readonly trophic_incoherence_F0: number;
  readonly trophic_levels: number[];
}
describe("SciPy 1.10.1: greatest circulation, trophic levels, incoherence", () => {
  const { cases } = load("circulation_trophic_clustering_katz.json") as { cases: CirculationCase[] };
  it.each(cases.map((one) => [one.seed, one] as const))("seed %i", (_, one) => {
    const network = createNetwork({ nodes: nodesOf(one.n), ties: one.edges });
    const { value, bound } = findCirculation(network);
    const scale = Math.max(1, one.max_circulation);
    expect(Math.abs(value - one.max_circulation)).toBeLessThan(1e-9 * scale);
    expect(Math.abs(bound - one.max_circulation)).toBeLessThan(1e-9 * scale);
    const { levels, incoherence } = trophicLevels(network);
    expect(Math.abs(incoherence - one.trophic_incoherence_F0)).toBeLessThan(1e-9);
    // Between parts that no tie joins levels have no common zero; theirs is an accident of least squares.
    const part = wholeParts(one.n, one.edges);
    const lowest = part.map((name) =>
      Math.min(...one.trophic_levels.filter((_level, node) => part[node] === name)),
    );
    const wanted = one.trophic_levels.map((level, node) => level - lowest[node]);
    expect(farthest(levels, wanted)).toBeLessThan(1e-9);
  });
});

describe("cdfd-cycle-analysis: exact loop weights of balanced networks", () => {
  const rows = read("cdfd_bff_octave.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const names = [...new Set(rows.map(([name]) => name))];
  it.each(names)("%s", (name) => {
    const own = rows.filter(([other]) => other === name);
    const ties = own
      .filter(([, variable]) => variable === "C_bff")
      .map(([, , row, column, value]): [number, number, number] => [
        Number(row) - 1,
        Number(column) - 1,
        Number(value),
      ]);
    const size = Math.max(...ties.flatMap(([from, to]) => [from + 1, to + 1]), 0);
    const network = createNetwork({ nodes: nodesOf(size), ties });
    const { loops } = rankLoops(network, { ...everyLoop, longest: 9 });
    const found = new Map(loops.map(({ nodes, expected }) => [key(nodes), expected]));
    const weights = own.filter(([, variable]) => variable.startsWith("lambda_"));
    for (const [, variable, , , value] of weights) {
      const nodes = variable
        .slice(7)
        .split("-")
        .map((label) => Number(label) - 1);
      const wanted = Number(value);
      expect(Math.abs(found.get(key(nodes))! - wanted)).toBeLessThan(1e-9 * Math.max(1, wanted));
    }
    // All loops of two and three are listed there, so none of ours is missing.
    expect([...found.keys()].filter((loop) => loop.split(" ").length <= 3).length).toBe(weights.length);
  });
});

interface Sectors {
  readonly Z: number[][];
  readonly X: number[];
  readonly leontief_inverse: number[][];
  readonly ghosh_inverse: number[][];
  readonly output_multipliers: number[];
  readonly upstreamness_antras: number[];
}
describe("QuantEcon and the US Bureau of Economic Analysis: 15 sectors", () => {
  const sectors = load("leontief_us15.json") as Sectors;
  const size = sectors.X.length;
  const sold = sectors.X.map((output, sector) => output - sectors.Z[sector].reduce((sum, z) => sum + z, 0));

  it("money: visits of a buyer's dollar are the Leontief inverse, its column sums the multipliers", () => {
    // Money runs against the goods: sector j pays sector i what i delivers; value added leaves the circuit.
    const ties = tiesOf(sectors.Z).map(([seller, buyer, amount]): [number, number, number] => [
      buyer,
      seller,
      amount,
    ]);
    const network = createNetwork({ nodes: nodesOf(size), ties, inflow: sold });
    expect(farthest(network.throughflow, sectors.X)).toBeLessThan(1e-10);
    const mixing = mix(network);
    for (let buyer = 0; buyer < size; buyer++) {
      const wanted = sectors.leontief_inverse.map((row) => row[buyer]);
      expect(farthest(spread(mixing, unit(size, buyer)), wanted)).toBeLessThan(1e-10);
    }
    const multipliers = collect(mixing, new Float64Array(size).fill(1));
    expect(farthest(multipliers, sectors.output_multipliers)).toBeLessThan(1e-10);
  });

  it("goods: visits are the Ghosh inverse, its row sums upstreamness (Antràs & Chor)", () => {
    const network = createNetwork({ nodes: nodesOf(size), ties: tiesOf(sectors.Z), outflow: sold });
    expect(farthest(network.throughflow, sectors.X)).toBeLessThan(1e-10);
    const mixing = mix(network);
    for (let sector = 0; sector < size; sector++) {
      expect(farthest(spread(mixing, unit(size, sector)), sectors.ghosh_inverse[sector])).toBeLessThan(1e-10);
    }
    const upstreamness = collect(mixing, new Float64Array(size).fill(1));
    expect(farthest(upstreamness, sectors.upstreamness_antras)).toBeLessThan(1e-10);
  });

  it("provenance is the share of final demand in each sector's output, and adds to one", () => {
    const ties = tiesOf(sectors.Z).map(([seller, buyer, amount]): [number, number, number] => [
      buyer,
      seller,
      amount,
    ]);
    const network = createNetwork({ nodes: nodesOf(size), ties, inflow: sold });
    for (let sector = 0; sector < size; sector++) {
      const found = new Float64Array(size);
      for (const { node, share } of traceProvenance(network, sector)) found[node] += share;
      const wanted = sold.map(
        (demand, at) => (sectors.leontief_inverse[sector][at] * demand) / sectors.X[sector],
      );
      expect(farthest(found, wanted)).toBeLessThan(1e-10);
      expect(Math.abs(found.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-10);
    }
  });
});

describe("QuantEcon FinNet (Elliott, Golub & Jackson 2014)", () => {
  const cases = load("quantecon_finnet.json") as {
    n: number;
    c: number;
    theta: number;
    C: Ties;
    v_bar: number[];
  }[];
  it.each(cases.map((one) => [one.theta, one] as const))(
    "values before any failure, theta %f",
    (_, { n, c, C, v_bar }) => {
      const stakes = C.map(([holder, issuer, share]) => ({ holder, issuer, share }));
      const { equity, outside } = valueHoldings(stakes, new Float64Array(n).fill(1));
      // Their class takes 1 − c of every firm to be held outside, also of firms that nobody holds.
      expect(
        farthest(
          equity.map((value) => (1 - c) * value),
          v_bar,
        ),
      ).toBeLessThan(1e-12);
      // Ours takes what is left: nothing is lost, outsiders hold exactly what the firms have.
      expect(outside.reduce((sum, value) => sum + value, 0)).toBeCloseTo(n, 10);
      const { factor } = inflateBookValue(stakes, equity);
      expect(factor).toBeCloseTo(equity.reduce((sum, value) => sum + value, 0) / n, 10);
    },
  );

  it("two firms, half of each other: A = [[2/3, 1/3], [1/3, 2/3]], books twice the market", () => {
    const stakes = [
      { holder: 0, issuer: 1, share: 0.5 },
      { holder: 1, issuer: 0, share: 0.5 },
    ];
    const first = valueHoldings(stakes, [1, 0]);
    expect(farthest(first.outside, [2 / 3, 1 / 3])).toBeLessThan(1e-15);
    expect(farthest(valueHoldings(stakes, [0, 1]).outside, [1 / 3, 2 / 3])).toBeLessThan(1e-15);
    expect(inflateBookValue(stakes, first.equity)).toMatchObject({ factor: 2, countedTwice: 1 });
  });
});
