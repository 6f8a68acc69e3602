import { describe, expect, it } from "vitest";
import { type Run, simulate } from "../../src/simulate/index.ts";
import { compileBoom } from "./boom.ts";
import { clouds, labs, quarterOf, quarters } from "./readings.ts";

/**
 * Section (f.3) of the specification: what is printed of its runs with noise, and of how many runs. Shares in percent, quantiles
 * 5, 25, 50, 75 and 95 %. A share of runs is a statement about ranges and rules, never a probability.
 */
interface Printed {
  readonly runs: number;
  readonly scenario: "muddle" | "stop";
  /** Only noise: every parameter has its central value. */
  readonly isCentral: boolean;
  readonly shares: Readonly<Partial<Record<keyof Readings["shares"], number>>>;
  readonly quantiles: Readonly<Record<keyof Readings["quantiles"], readonly number[]>>;
}

const printed: Readonly<Record<string, Printed>> = {
  "all ranges": {
    runs: 1000,
    scenario: "muddle",
    isCentral: false,
    shares: { over50: 50.3, over30: 76, lab: 12.3, cloud: 36.7, half2028: 4.2, half2030: 13.7 },
    quantiles: {
      fall: [0.168, 0.308, 0.503, 0.745, 0.861],
      peak: [1.192, 1.549, 1.886, 2.355, 3.459],
      unemployment: [0.048, 0.056, 0.068, 0.087, 0.1],
    },
  },
  "all ranges under the funding stop": {
    runs: 400,
    scenario: "stop",
    isCentral: false,
    shares: { over50: 98.3, over30: 99.3, lab: 58.8, cloud: 85 },
    quantiles: {
      fall: [0.559, 0.689, 0.752, 0.801, 0.847],
      peak: [1.239, 1.617, 2.079, 2.576, 3.442],
      unemployment: [0.078, 0.084, 0.088, 0.092, 0.098],
    },
  },
  "noise only": {
    runs: 400,
    scenario: "muddle",
    isCentral: true,
    shares: { over50: 48.8, over30: 78.3, lab: 0, cloud: 38.3 },
    quantiles: {
      fall: [0.209, 0.319, 0.492, 0.725, 0.84],
      peak: [1.435, 1.677, 1.858, 2.095, 2.37],
      unemployment: [0.053, 0.056, 0.067, 0.09, 0.098],
    },
  },
};

/** Falls by half if patience is lost at another speed (section h.9); runs not told, taken to be 400. */
const patience = [
  { hd: 0, isCentral: true, over50: 40.3 },
  { hd: 0.25, isCentral: true, over50: 68.8 },
  { hd: 0, isCentral: false, over50: 41.5 },
  { hd: 0.25, isCentral: false, over50: 54 },
] as const;

/** Falls by half within ranges of the market potential, and runs within them. */
const potentials = [
  { from: 200, to: 500, runs: 132, over50: 87 },
  { from: 500, to: 800, runs: 221, over50: 67 },
  { from: 800, to: 1200, runs: 283, over50: 54 },
  { from: 1200, to: 2000, runs: 256, over50: 30 },
  { from: 2000, to: 4000, runs: 108, over50: 8 },
] as const;

const ours = 1200;
const { system } = compileBoom();
const central = Object.fromEntries(
  system.parameters.flatMap(({ name, value, distribution }) => (distribution ? [[name, value]] : [])),
) as Readonly<Record<string, number>>;
const defaults = [...labs.map((lab) => `df[${lab}]`), ...clouds.map((cloud) => `cdf[${cloud}]`)];

interface Readings {
  readonly shares: Readonly<Record<"over50" | "over30" | "lab" | "cloud" | "half2028" | "half2030", number>>;
  /** Sorted values of the runs. */
  readonly quantiles: Readonly<Record<"fall" | "peak" | "unemployment", readonly number[]>>;
}

function draw(scenario: string, set: Readonly<Record<string, number>>, members = ours): Run {
  const options = {
    scenario,
    set,
    members,
    first: 1,
    seed: 1,
    outputs: ["idx", "u", "M", "trd", ...defaults],
  };
  const { value } = simulate(system, options);
  if (!value) throw new Error("the runs failed");
  return value;
}

/** One number of every run. */
function each(run: Run, read: (series: (name: string) => Float64Array) => number): readonly number[] {
  const length = run.periods + 1;
  return Array.from({ length: run.members }, (_, member) =>
    read((name) => run.series[name].subarray(member * length, (member + 1) * length)),
  );
}

function shareOf(run: Run, isTrue: (series: (name: string) => Float64Array) => boolean): number {
  return (
    (100 * each(run, (series) => (isTrue(series) ? 1 : 0)).reduce((sum, one) => sum + one, 0)) / run.members
  );
}

/** Largest fall until a quarter; the start, 1, counts as a peak. */
function fallUntil(index: Float64Array, until = 41): number {
  let peak = 1;
  let fall = 0;
  for (const at of quarters.filter((quarter) => quarter <= until)) {
    peak = Math.max(peak, index[at]);
    fall = Math.max(fall, 1 - index[at] / peak);
  }
  return fall;
}

function readingsOf(run: Run): Readings {
  const fell = (by: number, until?: number): number =>
    shareOf(run, (series) => fallUntil(series("idx"), until) > by);
  const failed = (names: readonly string[]): number =>
    shareOf(run, (series) => names.some((name) => quarters.some((at) => series(name)[at] > 0)));
  const sorted = (read: (series: (name: string) => Float64Array) => number): readonly number[] =>
    each(run, read).toSorted((a, b) => a - b);
  return {
    shares: {
      over50: fell(0.5),
      over30: fell(0.3),
      half2028: fell(0.5, quarterOf("2028Q4")),
      half2030: fell(0.5, quarterOf("2030Q4")),
      lab: failed(defaults.slice(0, labs.length)),
      cloud: failed(defaults.slice(labs.length)),
    },
    quantiles: {
      fall: sorted((series) => fallUntil(series("idx"))),
      peak: sorted((series) => Math.max(1, ...quarters.map((at) => series("idx")[at]))),
      unemployment: sorted((series) => Math.max(...quarters.map((at) => series("u")[at]))),
    },
  };
}

/** Three standard errors of the difference of two shares in percent. */
function sampling(share: number, theirs: number, runs = ours): number {
  const spread = Math.max(share * (100 - share), 100);
  return 3 * Math.sqrt(spread / runs + spread / theirs);
}

describe("runs of the boom model are those of the specification within sampling error", () => {
  it.each(Object.entries(printed))("%s", (_, { runs, scenario, isCentral, shares, quantiles }) => {
    const found = readingsOf(draw(scenario, isCentral ? central : {}));
    for (const [name, share] of Object.entries(shares)) {
      const value = found.shares[name as keyof Readings["shares"]];
      expect(Math.abs(value - share), `${name} ${value}`).toBeLessThan(sampling(share, runs));
    }
    for (const [name, values] of Object.entries(found.quantiles)) {
      [5, 25, 50, 75, 95].forEach((share, place) => {
        // Quantiles are printed to three digits: our share of runs below it lies between those below the ends of its rounding.
        const [least, most] = [-0.0005, 0.0005].map((rounding) => {
          const bound = quantiles[name as keyof Readings["quantiles"]][place] + rounding;
          return (100 * values.filter((value) => value < bound).length) / values.length;
        });
        expect(least, `${name}, ${share} %`).toBeLessThan(share + sampling(share, runs));
        expect(most, `${name}, ${share} %`).toBeGreaterThan(share - sampling(share, runs));
      });
    }
  });

  it.each(patience)("patience lost at $hd, noise only: $isCentral", ({ hd, isCentral, over50 }) => {
    const run = draw("muddle", { ...(isCentral ? central : {}), hd }, 800);
    const share = shareOf(run, (series) => fallUntil(series("idx")) > 0.5);
    expect(Math.abs(share - over50), `${share}`).toBeLessThan(sampling(over50, 400, 800));
  });

  it("by the market potential", () => {
    const run = draw("muddle", {});
    const falls = each(run, (series) => fallUntil(series("idx")));
    const markets = each(run, (series) => series("M")[1] / series("trd")[1]);
    for (const { from, to, runs, over50 } of potentials) {
      const within = falls.filter((_, member) => markets[member] >= from && markets[member] < to);
      const share = (100 * within.filter((fall) => fall > 0.5).length) / within.length;
      const error = sampling(over50, runs, within.length);
      expect(Math.abs(share - over50), `${from} to ${to}: ${share}`).toBeLessThan(error);
    }
  });
});
