import { describe, expect, it } from "vitest";
import { readPeriod } from "../src/core/index.ts";
import type { Actor, Flow, Ledger } from "../src/ledger/ledger.ts";
import {
  compileNetwork,
  findCirculation,
  type Network,
  rankLoops,
  selfFinancedRevenue,
} from "../src/measure/index.ts";

/** From a ledger to a network: what may be added, what is boundary, what an earmark ties (pitfalls of the design). */
type Line = Omit<Partial<Flow>, "amount" | "period"> & {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly period?: string;
};
const outside = ["investors", "customers", "bondholders", "suppliers"];
const ledger = (lines: readonly Line[], boundary: readonly string[] = outside): Ledger => {
  const ids = [...new Set(lines.flatMap(({ from, to }) => [from, to]))];
  return {
    id: "test",
    actors: ids.map((id): Actor => ({
      id,
      name: { en: id, de: id },
      roles: [],
      boundary: boundary.includes(id),
    })),
    flows: lines.map(({ amount, period = "2026", ...line }) => ({
      instrument: "purchase",
      unit: "USD",
      status: "contracted",
      evidence: [],
      ...line,
      amount: { value: amount, low: amount, high: amount },
      period: readPeriod(period)!,
    })),
    holdings: [],
    asOf: 20_000,
  };
};
const compile = (lines: readonly Line[], options: { boundary?: readonly string[]; window?: string } = {}) => {
  const basis = { status: "contracted", window: readPeriod(options.window ?? "2026")!, unit: "USD" } as const;
  const { value, problems } = compileNetwork(ledger(lines, options.boundary), basis);
  return { ...value!, problems };
};
const node = (network: Network, id: string): number => network.nodes.findIndex((one) => one.id === id);

describe("self-financed revenue of a chip maker", () => {
  // Amounts of the design's example as far as they are stated; Oracle's and CoreWeave's other customers are placeholders.
  const lines: readonly Line[] = [
    { id: "stake", from: "nvidia", to: "openai", amount: 100, instrument: "equity" },
    { id: "round", from: "investors", to: "openai", amount: 120, instrument: "equity" },
    { id: "users", from: "customers", to: "openai", amount: 130 },
    { id: "cloud", from: "openai", to: "oracle", amount: 300 },
    { id: "rent", from: "openai", to: "coreweave", amount: 22.4 },
    { id: "chips", from: "oracle", to: "nvidia", amount: 40 },
    { id: "more-chips", from: "coreweave", to: "nvidia", amount: 20 },
    { id: "oracle-others", from: "customers", to: "oracle", amount: 60 },
    { id: "coreweave-others", from: "customers", to: "coreweave", amount: 17.6 },
    { id: "nvidia-others", from: "customers", to: "nvidia", amount: 400 },
  ];

  it("is certainly nothing, at most 60 of 100, and in between by mixing", () => {
    const found = selfFinancedRevenue(compile(lines).network, "nvidia");
    expect(found).toMatchObject({ outlays: 100, revenue: 460, certain: 0, possible: 60 });
    // By hand: OpenAI has 350, Oracle 360, CoreWeave 40.
    const wanted = 100 * ((300 / 350) * (40 / 360) + (22.4 / 350) * (20 / 40));
    expect(found.proportional).toBeCloseTo(wanted, 10);
    expect(found.proportional).toBeCloseTo(12.7, 1);
    expect(found.proportionalIfMoreOwnMoney).toBe(found.proportional);
  });

  it("would seem to be everything if the rest of the world were a node", () => {
    const world: Line[] = [
      { id: "oracle-out", from: "oracle", to: "customers", amount: 320 },
      { id: "coreweave-out", from: "coreweave", to: "customers", amount: 20 },
      { id: "openai-out", from: "openai", to: "customers", amount: 27.6 },
    ];
    const wrong = compile([...lines, ...world], { boundary: ["investors"] }).network;
    const right = compile([...lines, ...world]).network;
    expect(selfFinancedRevenue(wrong, "nvidia").possible).toBeCloseTo(100, 9);
    expect(selfFinancedRevenue(wrong, "nvidia").proportional).toBeGreaterThan(50);
    expect(selfFinancedRevenue(right, "nvidia").possible).toBe(60);
    expect(selfFinancedRevenue(right, "nvidia").proportional).toBeLessThan(13);
  });

  it("is 40, whatever mixes, once the contract ties the tranche to a campus and the campus to its chips", () => {
    const tied = lines.flatMap((line): readonly Line[] => {
      if (line.id === "cloud") {
        return [
          { ...line, id: "campus", amount: 100, earmark: "stake" },
          { ...line, amount: 200 },
        ];
      }
      return [line.id === "chips" ? { ...line, earmark: "campus" } : line];
    });
    const { network } = compile(tied);
    const { certain, proportional, possible } = selfFinancedRevenue(network, "nvidia");
    expect([certain, proportional, possible].map((value) => Number(value.toFixed(9)))).toEqual([40, 40, 40]);
    expect(network.throughflow[node(network, "openai:stake")]).toBe(100);
    expect(network.throughflow[node(network, "oracle:campus")]).toBe(100);
  });
});

it("money paid back as a loan is not revenue, so outlays may be certain to return and yet earn nothing", () => {
  const { network } = compile([
    { id: "stake", from: "maker", to: "lab", amount: 10, instrument: "loan" },
    { id: "users", from: "customers", to: "lab", amount: 10 },
    { id: "repayment", from: "lab", to: "maker", amount: 10, instrument: "loan" },
    { id: "chips", from: "lab", to: "maker", amount: 10 },
  ]);
  const { certain, proportional, possible } = selfFinancedRevenue(network, "maker");
  expect([certain, proportional, possible]).toEqual([0, 5, 10]);
});

describe("pots", () => {
  it("pay what they can, the common purse the rest", () => {
    const { network } = compile([
      { id: "fund", from: "investors", to: "lab", amount: 30, instrument: "equity" },
      { id: "sales", from: "customers", to: "lab", amount: 50 },
      { id: "campus", from: "lab", to: "builder", amount: 40, earmark: "fund" },
    ]);
    const paid = Array.from(network.amount, (amount, tie) => [network.nodes[network.from[tie]].id, amount]);
    expect(paid).toEqual([
      ["lab:fund", 30],
      ["lab", 10],
    ]);
  });

  it("share what is in them among several outlays, those to the outside included", () => {
    const { network } = compile([
      { id: "fund", from: "maker", to: "lab", amount: 30, instrument: "loan" },
      { id: "campus", from: "lab", to: "maker", amount: 40, earmark: "fund" },
      { id: "steel", from: "lab", to: "suppliers", amount: 20, earmark: "fund" },
    ]);
    const pot = node(network, "lab:fund");
    expect(network.amount[Array.from(network.from).indexOf(pot)]).toBeCloseTo(20, 12);
    const steel = network.sinks.filter(({ label }) => label === "suppliers");
    expect(steel.map(({ node: at, amount }) => [at, Number(amount.toFixed(12))])).toEqual([
      [pot, 10],
      [node(network, "lab"), 10],
    ]);
  });

  it("are not made of money that another's earmark names", () => {
    const { network } = compile([
      { id: "fund", from: "investors", to: "lab", amount: 30 },
      { id: "wrong", from: "maker", to: "lab", amount: 5, earmark: "fund" },
    ]);
    expect(network.nodes.map(({ pot }) => pot)).toEqual(["", ""]);
  });
});

describe("what is added", () => {
  it("is one status: nothing less firm, nothing lapsed", () => {
    const { network, leftOut } = compile([
      { id: "a", from: "x", to: "y", amount: 1, status: "paid" },
      { id: "b", from: "x", to: "y", amount: 10, status: "contracted" },
      { id: "c", from: "x", to: "y", amount: 100, status: "announced" },
      { id: "d", from: "x", to: "y", amount: 1000, status: "lapsed" },
    ]);
    expect(Array.from(network.amount)).toEqual([1, 10]);
    expect(leftOut).toEqual([{ flow: "d", reason: "lapsed" }]);
  });

  it("is one window: 300 over five years is no year's flow", () => {
    const five: Line[] = [{ id: "a", from: "x", to: "y", amount: 300, period: "2026/2030" }];
    const [year] = compile(five).network.amount;
    expect(year).toBeCloseTo((300 * 365) / (5 * 365 + 1), 10);
    expect(compile(five, { window: "2031" }).leftOut).toEqual([{ flow: "a", reason: "outside-window" }]);
    const windows = ["2026", "2027", "2028", "2029", "2030"];
    const sum = windows.reduce((total, window) => total + compile(five, { window }).network.amount[0], 0);
    expect(sum).toBeCloseTo(300, 9);
  });

  it("is cash: credits, warrants and guarantees and other units stay out and are named", () => {
    const { network, leftOut, problems } = compile([
      { id: "credit", from: "x", to: "y", amount: 1, instrument: "credit" },
      { id: "warrant", from: "x", to: "y", amount: 1, instrument: "warrant" },
      { id: "guarantee", from: "x", to: "y", amount: 1, instrument: "guarantee" },
      { id: "power", from: "x", to: "y", amount: 1, unit: "GW" },
    ]);
    expect(network.amount.length).toBe(0);
    expect(Object.fromEntries(leftOut.map(({ flow, reason }) => [flow, reason]))).toEqual({
      credit: "in-kind",
      warrant: "promise",
      guarantee: "promise",
      power: "other-unit",
    });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["circuit-empty", "warning"]]);
  });

  it("is gross: what two actors pay each other is not netted, and parallel ties stay apart", () => {
    const { network } = compile([
      { id: "a", from: "x", to: "y", amount: 10, instrument: "equity" },
      { id: "b", from: "y", to: "x", amount: 10 },
      { id: "c", from: "y", to: "x", amount: 1, instrument: "lease" },
    ]);
    expect(network.flows).toEqual(["a", "b", "c"]);
    expect(rankLoops(network).loops[0].possible).toBe(10);
    expect(findCirculation(network).value).toBe(20);
  });
});

describe("the outside world", () => {
  it("is never a node, also not where outsiders pay each other", () => {
    const { network, leftOut } = compile([
      { id: "a", from: "investors", to: "x", amount: 5 },
      { id: "b", from: "x", to: "y", amount: 3 },
      { id: "c", from: "y", to: "suppliers", amount: 2 },
      { id: "d", from: "customers", to: "suppliers", amount: 9 },
    ]);
    expect(network.nodes.map(({ id }) => id).toSorted()).toEqual(["x", "y"]);
    expect(leftOut).toEqual([{ flow: "d", reason: "between-outsiders" }]);
    expect(network.sources.map(({ label, amount }) => [label, amount])).toEqual([["investors", 5]]);
    expect(network.sinks.map(({ label, amount }) => `${label} ${amount}`).toSorted()).toEqual([
      "retained 1",
      "retained 2",
      "suppliers 2",
    ]);
  });

  it("fills what known payments do not explain of a total, and a total that is exceeded is told", () => {
    const lines: Line[] = [
      { id: "known", from: "x", to: "y", amount: 30 },
      { id: "revenue", from: "customers", to: "y", amount: 100, total: "received" },
      // Money that finances is no part of revenue.
      { id: "stake", from: "x", to: "y", amount: 50, instrument: "equity" },
    ];
    const { network, problems } = compile(lines);
    expect(network.sources.filter(({ label }) => label === "customers")).toMatchObject([{ amount: 70 }]);
    expect(problems).toEqual([]);
    const over = compile([lines[0], { ...lines[1], amount: 20 }]);
    expect(over.network.sources.filter(({ label }) => label === "customers")).toEqual([]);
    expect(over.problems.map(({ code }) => code)).toEqual(["total-exceeded"]);
  });

  it("is told apart from own money, and results say how they move if that were half as large again", () => {
    const { network } = compile([
      { id: "stake", from: "maker", to: "lab", amount: 10, instrument: "equity" },
      { id: "chips", from: "lab", to: "maker", amount: 20 },
    ]);
    expect(network.sources).toMatchObject([{ label: "own", amount: 10, node: node(network, "lab") }]);
    const found = selfFinancedRevenue(network, "maker");
    // Lab has 20, half of it the maker's; with 5 more of its own money 20 of 25 are spent.
    expect(found).toMatchObject({ certain: 10, proportional: 10, possible: 10 });
    expect(found.proportionalIfMoreOwnMoney).toBeCloseTo(8, 12);
  });
});
