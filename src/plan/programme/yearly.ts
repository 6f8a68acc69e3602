import type { Programme } from "./draft.ts";
import { accountCoefficients, hazardCoefficients } from "./limits.ts";
import { workHoursOfOneWeek } from "./programme.ts";
import { targetAmounts } from "./wishes.ts";

/** A plan year by year; lists begin with the first year, money in millions of currency at base-year prices. */
export interface Yearly {
  /** Million hours. */
  readonly hours: readonly number[];
  /** Hours a week for each working person. */
  readonly workingWeek: readonly number[];
  /** Million hours at work that counts as dangerous. */
  readonly hazardousHours: readonly number[];
  /** Injuries at that work. */
  readonly injuries: readonly number[];
  /** By id of the account, households included. */
  readonly accounts: Readonly<Record<string, readonly number[]>>;
  /** By id of the need. */
  readonly consumption: Readonly<Record<string, readonly number[]>>;
  /** By id of the need: consumption against what was wished. */
  readonly fulfilment: Readonly<Record<string, readonly number[]>>;
  readonly investment: readonly number[];
  readonly imports: readonly number[];
  /** By id of the product: output. */
  readonly output: Readonly<Record<string, readonly number[]>>;
  /** By id of the stock: what stands at the start of the year. */
  readonly stocks: Readonly<Record<string, readonly number[]>>;
  /** Million hours saved by AI-assisted techniques. */
  readonly hoursSaved: readonly number[];
}

/** Reads the years shown out of a solution. */
export function readYears(programme: Programme, primal: Float64Array): Yearly {
  const { goals, columns, units, economy, planning, coefficients, population } = programme;
  const years = Array.from({ length: goals.years }, (_, i) => i);
  const value = (column: number): number => (column >= 0 ? primal[column] : 0);
  const total = (list: ArrayLike<number>, factor: (index: number) => number): number => {
    let sum = 0;
    for (let k = 0; k < list.length; k++) sum += value(list[k]) * factor(k);
    return sum;
  };
  const money = (): number => units.money;
  const levels = (i: number, factor: (technique: number) => number): number =>
    total(
      columns.technique[i],
      (k) => factor(k) * (planning.techniques[k].product === undefined ? 1 : units.money),
    );
  const hours = years.map((i) => primal[columns.hours[i]] * units.hours);
  const week = workHoursOfOneWeek(economy, programme.parameter);
  const danger = hazardCoefficients(programme);
  const targets = targetAmounts(programme);
  return {
    hours,
    workingWeek: hours.map((amount, i) => amount / (week * population[i + 1])),
    hazardousHours: years.map(
      (i) =>
        total(columns.output[i], (p) => (danger.output[p] > 0 ? coefficients.labour[p] * units.money : 0)) +
        levels(i, (k) => (danger.technique[k] === 0 ? 0 : planning.techniques[k].labour)),
    ),
    injuries: years.map(
      (i) =>
        1000 *
        (total(columns.output[i], (p) => danger.output[p] * units.money) +
          levels(i, (k) => danger.technique[k])),
    ),
    accounts: Object.fromEntries(
      economy.accounts.map(({ id, households }, account) => {
        const burdens = accountCoefficients(programme, account);
        const amounts = years.map(
          (i) =>
            households * population[i + 1] +
            total(columns.output[i], (p) => burdens.output[p] * units.money) +
            levels(i, (k) => burdens.technique[k]),
        );
        return [id, amounts];
      }),
    ),
    consumption: Object.fromEntries(
      planning.needs.map(({ id }, need) => [
        id,
        years.map((i) => primal[columns.consumption[i][need]] * units.money),
      ]),
    ),
    fulfilment: Object.fromEntries(
      planning.needs.map(({ id }, need) => [
        id,
        years.map((i) =>
          targets[need][i] > 0 ? primal[columns.consumption[i][need]] / targets[need][i] : 1,
        ),
      ]),
    ),
    investment: years.map((i) => total(columns.investment[i], money)),
    imports: years.map((i) => total(columns.imports[i], money)),
    output: Object.fromEntries(
      economy.products.map(({ id }, product) => [
        id,
        years.map((i) => primal[columns.output[i][product]] * units.money),
      ]),
    ),
    stocks: Object.fromEntries(
      planning.stocks.map(({ id, isOutput }, stock) => [
        id,
        years.map((i) => value(columns.stock[i][stock]) * (isOutput ? units.money : 1)),
      ]),
    ),
    hoursSaved: years.map((i) =>
      levels(i, (k) => (planning.techniques[k].kind === "assisted" ? -planning.techniques[k].labour : 0)),
    ),
  };
}
