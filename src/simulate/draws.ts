import { normalCdf, normalQuantile } from "../core/normal.ts";
import { drawUniform, nameKey, quantileOf } from "../core/random.ts";
import { exp, log } from "../core/exact-math.ts";
import type { Distribution, Parameter, System } from "../model/system.ts";

/** Keeps draws of parameters apart from those of noises with the same name. */
const parameterPeriod = 0;

/**
 * Parameter values of a member. Member 0 has the central values of the model; all others draw every parameter that has a
 * distribution, cut off at its range. What is set by the caller is never drawn. A draw depends on seed, member and name
 * only.
 */
export function drawParameters(
  system: System,
  set: ReadonlyMap<number, number>,
  seed: number,
  member: number,
): Float64Array {
  return Float64Array.from(system.parameters, (parameter, index) => {
    const fixed = set.get(index);
    if (fixed !== undefined) return fixed;
    if (member === 0 || parameter.distribution === undefined) return parameter.value;
    const u = drawUniform({ seed, member, name: nameKey(parameter.name), period: parameterPeriod });
    return drawWithin(parameter, parameter.distribution, u);
  });
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
