import { constant } from "./arithmetic.ts";
import type { Calendar } from "./calendar.ts";
import type { findInitialValues } from "./initial-values.ts";
import type { buildScenarios } from "./scenarios.ts";
import type { System, Variable } from "./system.ts";
import type { Workshop } from "./workshop.ts";

/** What a system has beside its names. */
export interface Parts extends Pick<System, "balances" | "checks" | "start"> {
  readonly calendar: Calendar;
  readonly starts: ReturnType<typeof findInitialValues>;
  readonly scenarios: ReturnType<typeof buildScenarios>;
}

/** The finished system: everything in the order of its name, so that the order of statements changes nothing. */
export function assembleSystem(
  workshop: Workshop,
  { calendar, starts, scenarios, balances, checks, start }: Parts,
): System {
  const variables = byName(workshop.drafts);
  const parameters = byName(workshop.parameters.values());
  const noises = byName(workshop.noises.values());
  workshop.renumber({ variable: variables, parameter: parameters, noise: noises });
  return {
    name: calendar.name,
    variables: variables.map((draft): Variable => ({
      name: draft.name,
      equation: draft.equation ?? constant(0),
      initial: starts.get(draft)?.initial,
      earlier: starts.get(draft)?.earlier ?? [],
      unit: draft.notes.unit?.text ?? "",
      label: draft.notes.en ?? draft.notes.de ?? "",
      origin: draft.origin,
      // What goes wrong in a run goes wrong in the equation.
      where: draft.written?.where ?? draft.where,
    })),
    parameters: parameters.map((draft) => ({
      name: draft.name,
      value: draft.value ?? 0,
      low: draft.low,
      high: draft.high,
      distribution: draft.drawn,
      unit: draft.notes.unit?.text ?? "",
      label: draft.notes.en ?? draft.notes.de ?? "",
      source: [...draft.figures, ...(draft.notes.source === undefined ? [] : [draft.notes.source])].join(
        "; ",
      ),
      where: draft.where,
    })),
    noises: noises.map(({ name, distribution }) => ({ name, distribution })),
    balances,
    checks,
    scenarios: scenarios({ variable: placesOf(variables), parameter: placesOf(parameters) }),
    start,
    periods: calendar.periods,
  };
}

function byName<Named extends { readonly name: string }>(all: Iterable<Named>): readonly Named[] {
  return [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function placesOf<Draft>(drafts: readonly Draft[]): ReadonlyMap<Draft, number> {
  return new Map(drafts.map((draft, index) => [draft, index]));
}
