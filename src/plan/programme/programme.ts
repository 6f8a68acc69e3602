import type { Coefficients, Economy } from "../economy/economy.ts";
import { ProgramBuilder } from "../solve/linear-program.ts";
import { writeCapital } from "./capital.ts";
import type { Draft, Programme } from "./draft.ts";
import type { Goals } from "./goals.ts";
import type { ColumnKind, Label, RowKind } from "./label.ts";
import { baseHours, writeAccounts, writeHazard, writeHours } from "./limits.ts";
import type { CommonParameter, Parameters } from "./parameter.ts";
import type { Planning } from "./planning.ts";
import { writeProduction, writeTrade } from "./production.ts";
import { writeTechniques } from "./techniques.ts";
import { chooseUnits } from "./units.ts";
import { writeWishes } from "./wishes.ts";

export interface ProgrammeOptions {
  /** Years after the last one shown, so that the plan does not live off its capital. */
  readonly terminalYears?: number;
}

export const programmeDefaults = { terminalYears: 3 } as const satisfies Required<ProgrammeOptions>;

/**
 * Writes the linear program of a plan: production, capital, techniques, labour, hazards, accounts, trade and wishes
 * of every year (docs/en/planning.md states the formulas).
 */
export function createProgramme(
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
  goals: Goals,
  options: ProgrammeOptions = {},
): Programme {
  const { terminalYears } = { ...programmeDefaults, ...options };
  const horizon = goals.years + terminalYears;
  const builder = new ProgramBuilder<Label>();
  const parameter = parameterOf(planning.parameters);
  const population = [1];
  for (let year = 1; year <= horizon; year++) {
    population.push(population[year - 1] * (1 + parameter("population_growth")));
  }
  const draft: Draft = {
    economy,
    coefficients,
    planning,
    goals,
    units: chooseUnits(economy, coefficients),
    horizon,
    builder,
    columns: {
      output: [],
      use: [],
      imports: [],
      store: [],
      investment: [],
      capital: [],
      technique: [],
      stock: [],
      build: [],
      consumption: [],
      hours: [],
      account: [],
      hazard: [],
      fulfilment: [],
      common: -1,
      pieces: [],
    },
    rows: { use: [], balance: [], hours: [], common: [] },
    rules: [],
    parameter,
    population,
  };
  writeProduction(draft);
  writeCapital(draft);
  writeTechniques(draft);
  writeHours(draft);
  writeHazard(draft);
  writeAccounts(draft);
  writeTrade(draft);
  writeWishes(draft);
  const { builder: _, ...rest } = draft;
  return {
    ...rest,
    program: builder.build(),
    rowLabels: builder.rowLabels as readonly Label<RowKind>[],
    columnLabels: builder.columnLabels as readonly Label<ColumnKind>[],
  };
}

/** Hours a week for each working person in the base year. */
export function baseWeek(economy: Economy, coefficients: Coefficients, parameters: Parameters): number {
  return baseHours({ coefficients }) / workHoursOfOneWeek(economy, parameterOf(parameters));
}

/** Million hours that all together work in a year if each works one hour a week. */
export function workHoursOfOneWeek(economy: Economy, parameter: (name: CommonParameter) => number): number {
  const persons = economy.persons.reduce((sum, thousands) => sum + thousands, 0) / 1000;
  return persons * parameter("working_weeks");
}

function parameterOf(parameters: Parameters): (name: CommonParameter) => number {
  return (name) => {
    const parameter = parameters.get(name);
    if (!parameter) throw new Error(`no parameter ${name}`);
    return parameter.value;
  };
}
