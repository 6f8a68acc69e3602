import type { ExchangeRate } from "./dossier.ts";

/** A rate older or younger than this is not used. */
export const currencyDefaults = { longestDays: 31 } as const;

/** A conversion factor and the rates behind it, in order. */
export interface Conversion {
  readonly factor: number;
  readonly rates: readonly ExchangeRate[];
}

/**
 * The factor from one currency to another near a day: the rate with the nearest date, in either direction, or
 * two rates over one third currency. `undefined` if there is none within `longestDays` (default 31).
 *
 * @example
 * import { findConversion } from "kreislauf/dossier";
 * const rates = [{ day: 20000, base: "GBP", quote: "USD", value: 1.25, source: "s1" }];
 * findConversion("USD", "GBP", 20010, rates).factor; // → 0.8
 * findConversion("USD", "GBP", 20040, rates); // → undefined
 */
export function findConversion(
  from: string,
  to: string,
  day: number,
  rates: readonly ExchangeRate[],
  options: { readonly longestDays?: number } = {},
): Conversion | undefined {
  if (from === to) return { factor: 1, rates: [] };
  const longest = options.longestDays ?? currencyDefaults.longestDays;
  const near = rates
    .filter((rate) => Math.abs(rate.day - day) <= longest)
    .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day));
  const direct = step(from, to, near);
  if (direct) return direct;
  const between = new Set(near.flatMap((rate) => [rate.base, rate.quote]));
  for (const third of between) {
    const first = step(from, third, near);
    const second = step(third, to, near);
    if (first && second)
      return { factor: first.factor * second.factor, rates: [...first.rates, ...second.rates] };
  }
  return undefined;
}

function step(from: string, to: string, rates: readonly ExchangeRate[]): Conversion | undefined {
  const rate = rates.find(
    ({ base, quote }) => (base === from && quote === to) || (base === to && quote === from),
  );
  if (!rate) return undefined;
  return { factor: rate.base === from ? rate.value : 1 / rate.value, rates: [rate] };
}
