import type { Coefficients, Economy } from "../economy/economy.ts";
import { type Content, type ContentOptions, contentOf } from "./content.ts";

/** Everything that can be embodied in a product: hours, injuries and the physical accounts of the economy. */
export interface Footprint {
  /** `hours`, `injuries` or the id of an account. */
  readonly id: string;
  /** Of the amount; a million of currency contains so many of it as a unit of currency contains millionths. */
  readonly unit: string;
  readonly content: Content;
}

const hoursPerCase = 200_000;

/**
 * Hours, injuries and every physical account embodied in a unit of each product, by the same treatment of imports and
 * fixed capital. Hours in million h, injuries in cases, accounts in their unit, all per million of currency. Injuries
 * are missing where the rate of a sector that works is not known.
 */
export function footprints(
  economy: Economy,
  coefficients: Coefficients,
  options: ContentOptions = {},
): readonly Footprint[] {
  const { labour, injuries, accounts } = coefficients;
  const known = labour.every((hours, i) => !(hours > 0) || injuries[i] >= 0);
  const cases = labour.map((hours, i) => (hours > 0 ? (injuries[i] * hours * 1e6) / hoursPerCase : 0));
  const of = (id: string, unit: string, direct: Float64Array): Footprint => ({
    id,
    unit,
    content: contentOf(coefficients, direct, options),
  });
  return [
    of("hours", "million h", labour),
    ...(known ? [of("injuries", "cases", cases)] : []),
    ...economy.accounts.map(({ id, unit }) =>
      of(id, unit, accounts.get(id) ?? new Float64Array(labour.length)),
    ),
  ];
}
