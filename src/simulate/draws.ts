import { normalCdf, normalQuantile } from "../core/normal.ts";
import { drawUniform, nameKey, quantileOf } from "../core/random.ts";
import { exp, log } from "../core/exact-math.ts";
import { createMemberDraws, type MemberDesign } from "./ensemble/member-design.ts";
import type { Distribution, Parameter, System } from "../model/system.ts";

/** Indices of the parameters that are drawn: those with a distribution that the caller did not set. */
export function drawnParameters(system: System, set: ReadonlyMap<number, number>): readonly number[] {
  return system.parameters.flatMap(({ distribution }, index) =>
    distribution === undefined || set.has(index) ? [] : [index],
  );
}

/**
 * Parameter values by member. Member 0 has the central values of the model; all others draw every parameter that has a
 * distribution, cut off at its range. What is set by the caller is never drawn. A draw depends on design, seed, member
 * and name only.
 */
export function createParameterDraws(
  system: System,
  set: ReadonlyMap<number, number>,
  design: MemberDesign,
  seed: number,
): {
  readonly parametersOf: (member: number) => Float64Array;
  readonly noisePath: (member: number) => number;
} {
  const drawn = drawnParameters(system, set);
  const names = drawn.map((index) => system.parameters[index].name);
  const { coordinates, noisePath } = createMemberDraws(design, names, seed);
  const central = Float64Array.from(system.parameters, ({ value }, index) => set.get(index) ?? value);
  return {
    parametersOf: (member) => {
      const values = central.slice();
      if (member === 0) return values;
      coordinates(member).forEach((u, place) => {
        const parameter = system.parameters[drawn[place]];
        values[drawn[place]] = drawWithin(parameter, parameter.distribution as Distribution, u);
      });
      return values;
    },
    noisePath: (member) => (member === 0 ? 0 : noisePath(member)),
  };
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
  } else value = quantileOf(distribution, u);
  return Math.min(Math.max(value, low ?? -Infinity), high ?? Infinity);
}

/** Writes the noises of a member in periods from … to, `stride` numbers apart, into `out` from `offset` on. */
export function drawNoise(
  system: System,
  { seed, member, from, to }: { seed: number; member: number; from: number; to: number },
  out: Float64Array,
  offset: number,
  stride: number,
): void {
  const { noises } = system;
  noises.forEach((noise, index) => {
    const name = nameKey(noise.name);
    for (let period = from; period <= to; period++) {
      const u = drawUniform({ seed, member, name, period });
      out[offset + ((period - from) * noises.length + index) * stride] = quantileOf(noise.distribution, u);
    }
  });
}
