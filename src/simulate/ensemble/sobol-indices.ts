import { drawUniform } from "../../core/random.ts";
import { quantile } from "../../core/quantile.ts";
import { createCoordinate } from "./design.ts";

/** Share of an output's variance that one assumption explains. */
export interface SobolIndex {
  readonly name: string;
  /** Alone (first order), with a bootstrap interval of 95 %. */
  readonly first: number;
  readonly firstInterval: readonly [number, number];
  /** With all its interactions (total). */
  readonly total: number;
  readonly totalInterval: readonly [number, number];
}

/** Points at which a model has to be run: block A, block B, then for every name A with that column from B. */
export interface SobolPlan {
  readonly names: readonly string[];
  readonly base: number;
  readonly seed: number;
  /** Number of runs: base × (names + 2). */
  readonly runs: number;
  /** Point in the unit cube of a run. */
  readonly point: (run: number) => Float64Array;
}

/**
 * Saltelli's plan for Sobol indices: `base × (k + 2)` runs for k names. A and B are two Latin hypercubes.
 *
 * Source: Saltelli et al. (2010), Variance based sensitivity analysis of model output, Comp. Phys. Comm. 181.
 */
export function planSobol(names: readonly string[], base: number, seed: number): SobolPlan {
  const a = { kind: "latin-hypercube", names, seed, size: base } as const;
  // The second block is the same design under other names, so that it is independent of the first.
  const b = { ...a, names: names.map((name) => `${name}\u0000b`) };
  const [first, second] = [a, b].map((block) => block.names.map((name) => createCoordinate(block, name)));
  return {
    names,
    base,
    seed,
    runs: base * (names.length + 2),
    point: (run) => {
      const block = Math.floor(run / base);
      const axes = block === 1 ? second : first;
      return Float64Array.from(names, (_, index) => (index === block - 2 ? second : axes)[index](run % base));
    },
  };
}

/**
 * First-order and total Sobol indices from the outputs of a plan's runs, with bootstrap intervals of 95 %.
 *
 * Formulas: V_i = mean(f_B (f_ABi − f_A)) / V (Saltelli 2010, b), T_i = mean((f_A − f_ABi)²) / 2V (Jansen 1999), with
 * outputs centred first. The error falls with 1/√base; indices of an assumption without effect scatter round 0, also
 * below it. An output that does not vary has no indices (all NaN).
 *
 * @param outputs one number a run, in the plan's order; finite
 */
export function sobolIndices(
  plan: SobolPlan,
  outputs: ArrayLike<number>,
  options: { readonly resamples?: number } = {},
): readonly SobolIndex[] {
  const { names, base, seed } = plan;
  const { resamples = 200 } = options;
  if (outputs.length !== plan.runs) throw new RangeError(`${outputs.length} outputs of ${plan.runs} runs`);
  let mean = 0;
  for (let run = 0; run < 2 * base; run++) mean += outputs[run] / (2 * base);
  const at = (block: number, number: number): number => outputs[block * base + number] - mean;

  const estimate = (index: number, pick: (place: number) => number): readonly [number, number] => {
    let sum = 0;
    let squares = 0;
    let first = 0;
    let total = 0;
    for (let place = 0; place < base; place++) {
      const number = pick(place);
      const [a, b, mixed] = [at(0, number), at(1, number), at(index + 2, number)];
      sum += a + b;
      squares += a * a + b * b;
      first += b * (mixed - a);
      total += (a - mixed) * (a - mixed);
    }
    const variance = squares / (2 * base) - (sum / (2 * base)) * (sum / (2 * base));
    if (!(variance > 0)) return [NaN, NaN];
    return [first / base / variance, total / (2 * base) / variance];
  };

  return names.map((name, index) => {
    const [first, total] = estimate(index, (place) => place);
    const samples = Array.from({ length: resamples }, (_, sample) =>
      estimate(index, (place) =>
        Math.floor(base * drawUniform({ seed, member: place, name: bootstrapStream, period: sample })),
      ),
    );
    const interval = (which: 0 | 1): readonly [number, number] => {
      const values = samples.map((pair) => pair[which]).sort((x, y) => x - y);
      return [quantile(values, 0.025), quantile(values, 0.975)];
    };
    return { name, first, firstInterval: interval(0), total, totalInterval: interval(1) };
  });
}

const bootstrapStream = 0xb0075;
