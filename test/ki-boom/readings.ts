import type { Run } from "../../src/simulate/run.ts";

/** Values of one path by variable; index 0 is the start, 2025Q3. */
export type Path = Readonly<Record<string, Float64Array>>;

export const quarters: readonly number[] = Array.from({ length: 41 }, (_, index) => index + 1);
export const clouds = ["microsoft", "alphabet", "meta", "amazon", "oracle", "coreweave"] as const;
export const labs = ["openai", "anthropic"] as const;
const groups = { W: "workers", P: "pensioners", T: "top" } as const;
/** Persons in work at full employment of 2025, millions. */
const labourForce = 170;

export function pathOf(run: Run | undefined): Path {
  if (!run) throw new Error("the run failed");
  return run.series;
}

export function quarterOf(date: string): number {
  return (Number(date.slice(0, 4)) - 2025) * 4 + Number(date[5]) - 3;
}

export function dateOf(quarter: number): string {
  return `${2025 + Math.floor((quarter + 2) / 4)}Q${((quarter + 2) % 4) + 1}`;
}

export function largest(values: (quarter: number) => number): {
  readonly value: number;
  readonly at: number;
} {
  return quarters.reduce((most, at) => (values(at) > most.value ? { value: values(at), at } : most), {
    value: -Infinity,
    at: 0,
  });
}

export function total(values: (quarter: number) => number, over: readonly number[] = quarters): number {
  return over.reduce((sum, at) => sum + values(at), 0);
}

/** Largest fall of a series from its peak so far. */
export function fallOf(series: Float64Array): {
  readonly share: number;
  readonly low: number;
  readonly at: number;
} {
  let peak = -Infinity;
  let fall = { share: 0, low: series[quarters.length], at: quarters.length };
  for (const at of quarters) {
    peak = Math.max(peak, series[at]);
    if (1 - series[at] / peak > fall.share) fall = { share: 1 - series[at] / peak, low: series[at], at };
  }
  return fall;
}

/** Row of the specification's tables f.1 and f.2, and of the lines below them. */
export function readTable(
  path: Path,
  base: Path,
  shock: string | undefined,
): Readonly<Record<string, string | number>> {
  const fall = fallOf(path["idx"]);
  const nvidia = fallOf(path["CR"]);
  const gap = (name: string, at: number): number => path[name][at] - base[name][at];
  const real = (at: number): number =>
    (path["Y"][at] / path["P"][at] / (base["Y"][at] / base["P"][at]) - 1) * 100;
  const worst = largest((at) => -real(at));
  const unemployment = largest((at) => path["u"][at]);
  const pension = largest((at) => -gap("PC", at));
  const count = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + total((at) => path[name][at]), 0);
  const start = shock === undefined ? 1 : quarterOf(shock);
  const window = quarters.filter((at) => at >= start && at < start + 16);
  const sumGap = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + total((at) => gap(name, at), window), 0);
  const worth = (group: string): number => Math.min(...quarters.map((at) => gap(`NW[${group}]`, at) / 1000));
  // The part of transfers that follows the trend is no gain or loss of anyone.
  const transfers = (of: Path, at: number): number =>
    of["transfersP"][at] + of["transfersW"][at] - 1050 * of["trd"][at];
  const lowest = (name: string): number => Math.min(...quarters.map((at) => path[name][at]));
  return {
    idxPeak: largest((at) => path["idx"][at]).value,
    idxTrough: fall.low,
    troughDate: dateOf(fall.at),
    drawdown: -100 * fall.share,
    gdpWorst: -worst.value,
    gdpWorstDate: dateOf(worst.at),
    gdpEnd: real(41),
    uPeak: 100 * unemployment.value,
    uPeakDate: dateOf(unemployment.at),
    nvidiaTrough: nvidia.low,
    nvidiaFall: -100 * nvidia.share,
    labDefaults: count(labs.map((lab) => `df[${lab}]`)),
    cloudDefaults: count(clouds.map((cloud) => `cdf[${cloud}]`)),
    pensionGap: -pension.value / 1000,
    pensionGapShare: (-100 * pension.value) / base["PC"][pension.at],
    debtGap: gap("Bd", 41) / 1000,
    debtShare: (25 * path["Bd"][41]) / path["Y"][41],
    profitRateMin: 100 * lowest("pr_"),
    profitRateEnd: 100 * path["pr_"][41],
    co2: path["co2"][41],
    jobYears: (-labourForce * sumGap(["emp"])) / 4,
    wages: sumGap(["WB"]) / 1000,
    transfers: total((at) => transfers(path, at) - transfers(base, at), window) / 1000,
    ...Object.fromEntries(
      Object.entries(groups).flatMap(([letter, group]) => [
        [`consumption${letter}`, sumGap([`Cons[${group}]`]) / 1000],
        [`worth${letter}`, worth(group)],
      ]),
    ),
    bailout: sumGap(["bo"]),
    losses: ["wl", "wlO", "wlF"].reduce((sum, name) => sum + total((at) => gap(name, at)), 0),
    labourShare: 100 * path["ls"][41],
    water: path["wat"][41],
    waste: path["was"][41],
    power: 4 * path["twh"][41],
    coverage: path["cov"][41],
    revenue: 4 * path["RA"][41],
    bankRatio: lowest("kr"),
    investmentPeak: largest((at) => path["IA"][at]).value,
    fictitious: largest((at) => path["fic"][at]).value / 1000,
    aiProfitRateMin: lowest("prAI"),
  };
}
