import type { Coefficients, Economy } from "../economy/economy.ts";

/**
 * Units of the linear program. Solvers like numbers near one, and a country counts in millions of millions: money
 * and hours are counted in a power of a thousand millions, so that results do not depend on the currency's size.
 */
export interface Units {
  /** Millions of currency in one unit of money. */
  readonly money: number;
  /** Millions of hours in one unit of hours. */
  readonly hours: number;
  /** By account: amount in one unit. */
  readonly accounts: readonly number[];
}

/** Chooses units from the totals of the base year. */
export function chooseUnits(economy: Economy, { output, labour }: Coefficients): Units {
  let money = 0;
  let hours = 0;
  for (let s = 0; s < output.length; s++) {
    money += output[s];
    hours += output[s] * labour[s];
  }
  return {
    money: thousandsBelow(money / 1000),
    hours: thousandsBelow(hours / 10),
    accounts: economy.accounts.map(({ total, households }) =>
      thousandsBelow((total.reduce((sum, amount) => sum + amount, 0) + households) / 10),
    ),
  };
}

/** The largest power of a thousand that is not above the amount. */
function thousandsBelow(amount: number): number {
  let unit = 1;
  if (!(amount > 0 && amount < Infinity)) return unit;
  while (unit * 1000 <= amount) unit *= 1000;
  while (unit > amount) unit /= 1000;
  return unit;
}
