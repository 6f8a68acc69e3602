import { investmentBasket } from "./comparison.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { Economy } from "../economy/economy.ts";
import type { Item, Planning, Stock } from "./planning.ts";

/** What computers and their buildings are made of, or all investment where the accounts come without computers. */
export function boomBasket(context: { readonly economy: Economy; readonly planning: Planning }): {
  readonly computers: readonly Stock[];
  readonly basket: readonly Item[];
} {
  const computers = context.planning.stocks.filter(({ unit }) => unit === "GW");
  const build = computers.flatMap((stock) => stock.build);
  return { computers, basket: build.length > 0 ? build : investmentBasket(context.economy) };
}

/**
 * What a plan builds for its computers in a year, by product, million: the mean of all its years but the last,
 * `cost · (stock' − (1 − 1/life) · stock)`, since a plan shows what stands at the start of a year. Otherwise the key of
 * the reason why there is nothing.
 */
export function aiBuilding(
  computers: readonly Stock[],
  { yearly, years }: PlanDocument,
): readonly Item[] | "missingPlan" | "missingCompute" | "missingYears" {
  if (computers.length === 0) return "missingCompute";
  if (!yearly) return "missingPlan";
  if (years < 2) return "missingYears";
  return computers.flatMap(({ id, life, build }) => {
    const stock = yearly.stocks[id];
    let built = 0;
    for (let year = 0; year + 1 < years; year++) built += stock[year + 1] - (1 - 1 / life) * stock[year];
    return build.map(({ product, amount }) => ({ product, amount: (amount * built) / (years - 1) }));
  });
}
