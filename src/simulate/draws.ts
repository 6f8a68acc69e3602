import { exp, log } from "../core/exact-math.ts";
import { normalCdf, normalQuantile } from "../core/normal.ts";
import { drawPath, nameKey, quantileOf } from "../core/random.ts";
import type { Choices } from "./choices.ts";
import { createMemberDraws, type MemberDraws } from "./ensemble/member-design.ts";
import type { Distribution, Noise, Parameter, System } from "../model/system.ts";

/** What is drawn for each member of an ensemble. */
export interface Draws {
  /** Parameters of member 0: the central values of the model and what the caller sets. */
  readonly central: Float64Array;
  readonly drawn: readonly { readonly index: number; readonly parameter: Parameter }[];
  readonly members: MemberDraws;
  readonly noises: readonly { readonly key: number; readonly noise: Noise }[];
  readonly kept: KeptDraws;
}

/** What the first members drew: the same at every position of a slider, since a draw does not depend on what is set. */
interface KeptDraws {
  /** What the draws depend on. */
  readonly key: string;
  /** Values of the drawn parameters by member. */
  readonly parameters: Map<number, Float64Array>;
  /** Noises by member, period by period from 1 on. */
  readonly noise: Map<number, Float64Array>;
}

const membersKept = 64;
const kept = new WeakMap<System, KeptDraws>();

/** Lists what has to be drawn, and how; what is set by the caller is not. */
export function planDraws(
  system: System,
  { set, design, seed }: Pick<Choices, "set" | "design" | "seed">,
): Draws {
  const drawn = system.parameters.flatMap((parameter, index) =>
    parameter.distribution === undefined || set.has(index) ? [] : [{ index, parameter }],
  );
  const names = drawn.map(({ parameter }) => parameter.name);
  const key = JSON.stringify([seed, design, names]);
  const known = kept.get(system);
  const draws = known?.key === key ? known : { key, parameters: new Map(), noise: new Map() };
  kept.set(system, draws);
  return {
    kept: draws,
    central: Float64Array.from(system.parameters, ({ value }, index) => set.get(index) ?? value),
    drawn,
    members: createMemberDraws(design, names, seed),
    noises: system.noises.map((noise) => ({ key: nameKey(noise.name), noise })),
  };
}

/**
 * Parameter values of a member. Member 0 has the central values; all others draw every parameter that has a distribution,
 * cut off at its range. A draw depends on design, seed, member and name only.
 */
export function drawParameters(draws: Draws, member: number): Float64Array {
  const values = draws.central.slice();
  if (member === 0) return values;
  const own = keep(draws.kept.parameters, member, () => drawDistributions(draws, member));
  draws.drawn.forEach(({ index }, place) => (values[index] = own[place]));
  return values;
}

function drawDistributions({ drawn, members }: Draws, member: number): Float64Array {
  const shares = members.coordinates(member);
  return Float64Array.from(drawn, ({ parameter }, place) =>
    drawWithin(parameter, parameter.distribution!, shares[place]),
  );
}

/** What is kept for a member, or what it is found to be. */
function keep(
  all: Map<number, Float64Array>,
  member: number,
  draw: () => Float64Array,
  length?: number,
): Float64Array {
  const known = all.get(member);
  if (known && (length === undefined || known.length === length)) return known;
  const drawn = draw();
  if (member < membersKept) all.set(member, drawn);
  return drawn;
}

/** Quantile of the distribution cut off at the parameter's range. */
function drawWithin({ low, high }: Parameter, distribution: Distribution, u: number): number {
  let value: number;
  if (distribution.kind === "normal" || distribution.kind === "lognormal") {
    const { mean, deviation, kind } = distribution;
    const standard = (bound: number): number => ((kind === "normal" ? bound : log(bound)) - mean) / deviation;
    const below = low === undefined ? 0 : normalCdf(standard(low));
    const above = high === undefined ? 1 : normalCdf(standard(high));
    const z = normalQuantile(below + (above - below) * u);
    value = kind === "normal" ? mean + deviation * z : exp(mean + deviation * z);
  } else if (distribution.kind === "uniform") {
    const from = Math.max(distribution.low, low ?? -Infinity);
    value = quantileOf(
      { kind: "uniform", low: from, high: Math.min(distribution.high, high ?? Infinity) },
      u,
    );
  } else value = quantileOf(distribution, u);
  return Math.min(Math.max(value, low ?? -Infinity), high ?? Infinity);
}

/** Writes the noises of a member in periods from … to, `stride` numbers apart, into `out` from `offset` on. */
export function drawNoise(
  draws: Draws,
  place: { readonly seed: number; readonly member: number; readonly from: number; readonly to: number },
  out: Float64Array,
  offset: number,
  stride: number,
): void {
  const draw = (): Float64Array => drawNoisePaths(draws, place);
  const numbers = (place.to - place.from + 1) * draws.noises.length;
  const paths = place.from === 1 ? keep(draws.kept.noise, place.member, draw, numbers) : draw();
  for (let i = 0, at = offset; i < paths.length; i++, at += stride) out[at] = paths[i];
}

/** Noises of a member, one row a period. */
function drawNoisePaths(
  { noises, members }: Draws,
  { seed, member, from, to }: { seed: number; member: number; from: number; to: number },
): Float64Array {
  const paths = new Float64Array((to - from + 1) * noises.length);
  const path = member === 0 ? 0 : members.noisePath(member);
  noises.forEach(({ key, noise }, index) => {
    drawPath({ seed, member: path, name: key }, { from, to }, paths, index, noises.length);
    for (let at = index; at < paths.length; at += noises.length) {
      paths[at] = quantileOf(noise.distribution, paths[at]);
    }
  });
  return paths;
}
