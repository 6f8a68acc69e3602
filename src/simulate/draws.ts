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
}

/** Lists what has to be drawn, and how; what is set by the caller is not. */
export function planDraws(
  system: System,
  { set, design, seed }: Pick<Choices, "set" | "design" | "seed">,
): Draws {
  const drawn = system.parameters.flatMap((parameter, index) =>
    parameter.distribution === undefined || set.has(index) ? [] : [{ index, parameter }],
  );
  const names = drawn.map(({ parameter }) => parameter.name);
  return {
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
export function drawParameters({ central, drawn, members }: Draws, member: number): Float64Array {
  const values = central.slice();
  if (member === 0) return values;
  const shares = members.coordinates(member);
  drawn.forEach(({ index, parameter }, place) => {
    values[index] = drawWithin(parameter, parameter.distribution!, shares[place]);
  });
  return values;
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
  { noises, members }: Draws,
  { seed, member, from, to }: { seed: number; member: number; from: number; to: number },
  out: Float64Array,
  offset: number,
  stride: number,
): void {
  const rows = noises.length * stride;
  const path = member === 0 ? 0 : members.noisePath(member);
  noises.forEach(({ key, noise }, index) => {
    const start = offset + index * stride;
    drawPath({ seed, member: path, name: key }, { from, to }, out, start, rows);
    for (let period = from, at = start; period <= to; period++, at += rows) {
      out[at] = quantileOf(noise.distribution, out[at]);
    }
  });
}
