import type { Rule } from "./label.ts";
import type { PlanDocument, Subject } from "./plan-document.ts";

/** A line of a plan over its years, beside the base year. */
export interface YearSeries {
  readonly id: "week" | "hazard" | "emissions" | "compute";
  readonly subject: Subject | undefined;
  readonly unit: string;
  /** Value of the base year; missing if there was none. */
  readonly base: number | undefined;
  readonly values: readonly number[];
}

/** The working week, dangerous hours (million), emissions and AI computers of a plan; none without a plan. */
export function planSeries(document: PlanDocument): readonly YearSeries[] {
  const { yearly, stocks, emissionsAccount: account } = document;
  if (!yearly) return [];
  const compute = stocks.find(({ unit }) => unit === "GW");
  return [
    { id: "week", subject: undefined, unit: "h", base: document.baseWeek, values: document.workingWeek },
    ...(account
      ? [
          {
            id: "emissions" as const,
            subject: account,
            unit: account.unit,
            base: document.baseEmissions,
            values: document.emissions,
          },
        ]
      : []),
    ...(document.baseHazardousHours > 0
      ? [
          {
            id: "hazard" as const,
            subject: undefined,
            unit: "",
            base: document.baseHazardousHours,
            values: document.hazardousHours,
          },
        ]
      : []),
    ...(compute
      ? [
          {
            id: "compute" as const,
            subject: compute,
            unit: compute.unit,
            base: undefined,
            values: yearly.stocks[compute.id],
          },
        ]
      : []),
  ];
}

/** Hours a week on average over the years shown; NaN without a plan. */
export function averageWeek({ workingWeek, yearly }: PlanDocument): number {
  return yearly ? workingWeek.reduce((sum, week) => sum + week, 0) / workingWeek.length : NaN;
}

/** What is wanted and reached of a need at the end, against the base year (1), for each person. */
export interface NeedLevel extends Subject {
  readonly goal: number;
  readonly reached: number;
}

/** Wanted and reached levels of all needs in the last year. */
export function needLevels({ needs, yearly, years }: PlanDocument): readonly NeedLevel[] {
  if (!yearly) return [];
  return needs.map(({ id, name, target }) => ({
    id,
    name,
    goal: target,
    reached: target * yearly.fulfilment[id][years - 1],
  }));
}

/** What one per cent more of a wish or limit means for everybody's working week. */
export interface WeeklyPrice {
  readonly kind: Rule["kind"];
  readonly subject: Subject | undefined;
  /** Minutes a week, negative if they are saved; the per cent of emissions is that of today. */
  readonly minutes: number;
}

/**
 * Shadow prices of a plan that counts hours, as minutes of everybody's week; the hours are those of the whole
 * programme, the years after the ones shown included, spread over the weeks shown: `minutes = −brings · share of the unit in
 * one per cent / hours of one weekly hour · 60`. Limits come first. Other accounts than emissions are left out, and so
 * is a plan that seeks fulfilment.
 */
export function weeklyPrices(document: PlanDocument): readonly WeeklyPrice[] {
  const oneHour = hoursOfOneWeeklyHour(document);
  return [...document.shadowPrices]
    .sort((a, b) => Number(a.kind === "target") - Number(b.kind === "target"))
    .flatMap(({ kind, subject, unit, brings, measure }): readonly WeeklyPrice[] => {
      if (measure !== "hours" || unit === "hour-a-week" || oneHour === undefined) return [];
      const isEmissions = subject?.id === document.emissionsAccount?.id;
      if (unit === "account-unit" && !isEmissions) return [];
      const units = unit === "account-unit" ? (document.baseEmissions ?? NaN) / 100 : 1;
      return [{ kind, subject, minutes: ((-brings * units) / oneHour) * 60 }];
    });
}

/** What one hour a week less would cost: per cent of a need, or of all goals together. */
export interface PriceOfAnHour {
  readonly need: Subject | undefined;
  readonly percent: number;
}

/**
 * What an hour less work a week, in every year, costs at the margin: of all goals together, and then of each need
 * alone. From the shadow prices: `hours of one weekly hour / hours that one per cent takes`; where the plan seeks
 * fulfilment, the shadow price of the working week itself. Beyond small steps a trade-off curve tells more.
 */
export function priceAnHour(document: PlanDocument): readonly PriceOfAnHour[] {
  const { shadowPrices } = document;
  const week = shadowPrices.find(({ kind }) => kind === "week");
  if (week?.measure === "fulfilment") return [{ need: undefined, percent: week.brings }];
  const oneHour = hoursOfOneWeeklyHour(document);
  const wishes = shadowPrices.filter(
    ({ kind, measure, brings }) => kind === "target" && measure === "hours" && brings < 0,
  );
  if (wishes.length === 0 || oneHour === undefined) return [];
  const whole = wishes.reduce((sum, { brings }) => sum - brings, 0);
  return [
    { need: undefined, percent: oneHour / whole },
    ...wishes.map(({ subject, brings }) => ({ need: subject, percent: oneHour / -brings })),
  ];
}

/** Million hours that one hour of everybody's week comes to over all years shown. */
function hoursOfOneWeeklyHour({ yearly, workingWeek }: PlanDocument): number | undefined {
  return yearly?.hours.reduce((sum, hours, i) => sum + hours / workingWeek[i], 0);
}
