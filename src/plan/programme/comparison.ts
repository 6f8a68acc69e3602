import { valueLabour } from "../accounts/index.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import type { Plan } from "./plan.ts";
import type { Planning } from "./planning.ts";

/** Resources that something takes in a year, for example a boom; what is not known is left out. */
export interface ResourceBundle {
  readonly id: string;
  /** Investment, in millions of the economy's currency. */
  readonly capital?: number;
  /** Million hours of work. */
  readonly hours?: number;
  /** Computers, in GW. */
  readonly gigawatts?: number;
  readonly terawattHours?: number;
  /** Million cubic metres. */
  readonly water?: number;
}

/** A bundle of nothing but investment, from an amount in whole units of the currency. */
export function investmentBundle(id: string, amount: number): ResourceBundle {
  return { id, capital: amount / 1e6 };
}

/** What the resources of a bundle could do otherwise. */
export interface Comparison {
  readonly bundle: ResourceBundle;
  /** Hours that its investment holds in it, with those given: million. */
  readonly embodiedHours: number;
  /** Share of the base year. */
  readonly shares: {
    readonly hours: number;
    readonly investment: number;
    readonly energy: number | undefined;
    readonly water: number | undefined;
  };
  /** Minutes by which everybody's week would be shorter without this work. */
  readonly minutesAWeek: number;
  /** By need: how much more of it the same hours would make, million of currency and share of the base year. */
  readonly instead: readonly { readonly need: string; readonly amount: number; readonly share: number }[];
  /** In the plan: hours that as many computers help to save, million a year; missing without compute. */
  readonly savedByCompute: number | undefined;
  /** Most computers the plan uses, in GW. */
  readonly computeInPlan: number | undefined;
}

const terajoulesPerTerawattHour = 3600;

/**
 * The same resources twice: as the bundle uses them, and as hours of labour that could make something else. Investment
 * becomes hours through the labour values of what computers and their buildings are made of.
 */
export function compareResources(
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
  bundle: ResourceBundle,
  plan?: Plan,
): Comparison {
  const { total } = valueLabour(coefficients);
  const valueOf = (basket: readonly { readonly product: number; readonly amount: number }[]): number => {
    let value = 0;
    let money = 0;
    for (const { product, amount } of basket) {
      value += total[product] * amount;
      money += amount;
    }
    return value / money;
  };
  const compute = planning.stocks.filter(({ unit }) => unit === "GW");
  const invested = compute.flatMap(({ build }) => build);
  const hoursPerMoney = invested.length > 0 ? valueOf(invested) : valueOf(investmentBasket(economy));
  const embodiedHours = (bundle.hours ?? 0) + (bundle.capital ?? 0) * hoursPerMoney;
  const persons = economy.persons.reduce((sum, thousands) => sum + thousands, 0) / 1000;
  const weeks = planning.parameters.get("working_weeks")?.value ?? NaN;
  const hours = economy.hours.reduce((sum, amount) => sum + amount, 0);
  const investment = investmentBasket(economy).reduce((sum, { amount }) => sum + amount, 0);
  const assisted = planning.techniques.find(
    ({ kind, uses }) => kind === "assisted" && uses.some(({ stock }) => planning.stocks[stock].unit === "GW"),
  );
  const perHour = assisted?.uses.find(({ stock }) => planning.stocks[stock].unit === "GW");
  const standing = compute[0] && plan?.yearly?.stocks[compute[0].id];
  return {
    bundle,
    embodiedHours,
    shares: {
      hours: embodiedHours / hours,
      investment: (bundle.capital ?? 0) / investment,
      energy: shareOf(economy, "TJ", (bundle.terawattHours ?? 0) * terajoulesPerTerawattHour),
      water: shareOf(economy, "kt", (bundle.water ?? 0) * 1000, "water"),
    },
    minutesAWeek: (embodiedHours / (persons * weeks)) * 60,
    instead: planning.needs.map(({ id, basket, base }) => {
      const amount = embodiedHours / valueOf(basket);
      return { need: id, amount, share: amount / base };
    }),
    savedByCompute:
      assisted && perHour && bundle.gigawatts !== undefined
        ? (bundle.gigawatts * -assisted.labour) / perHour.amount
        : undefined,
    computeInPlan: standing && Math.max(...standing),
  };
}

/** All investment of the base year, by product; sales of used goods left out. */
export function investmentBasket({
  purposes,
  finalDemand,
  products,
}: Economy): readonly { readonly product: number; readonly amount: number }[] {
  return products.map((_, product) => ({
    product,
    amount: purposes.reduce((sum, { kind }, column) => {
      const cell = finalDemand.value[product * finalDemand.columns + column];
      return kind === "investment" ? sum + Math.max(0, cell) : sum;
    }, 0),
  }));
}

function shareOf(economy: Economy, unit: string, amount: number, id = "energy"): number | undefined {
  const account = economy.accounts.find((known) => known.id === id && known.unit === unit);
  if (!account || amount === 0) return undefined;
  const whole = account.total.reduce((sum, value) => sum + value, account.households);
  return amount / whole;
}
