import type { Dossier, Figure } from "../dossier/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import {
  type Circuit,
  herfindahl,
  measureCircuit,
  measureRequiredRevenue,
  type RequirementOptions,
  type Result,
} from "../measure/index.ts";
import { type Model, nameOfPeriod } from "../model/index.ts";
import type { GuideCircuit } from "./guide.ts";
import { ledgerOfRun } from "./ledger-of-run.ts";
import type { Run } from "./run.ts";

/** One whole year of a run, measured by the code that measures a dossier. */
export interface MeasuredYear {
  readonly year: string;
  readonly ledger: Ledger;
  readonly circuit: Circuit;
  /** Herfindahl index of what each kind of seller receives, by role: 1 is a monopoly. */
  readonly concentration: Readonly<Record<string, number>>;
  /** Required revenue on every basis, and what it is compared with. */
  readonly required: readonly Result[];
}

export interface MeasuredYearsOptions extends RequirementOptions {
  /** Currency of the model's money, and how many of it one unit is. */
  readonly unit?: string;
  readonly scale?: number;
}

const defaults = { unit: "USD", scale: 1 } as const;

/**
 * Measures every whole year of the first member of a run: circulation, self-financed revenue, concentration of sellers and
 * required revenue. `circuit` of a guide says who is inside, and which variables are the figures that a dossier would have. The
 * run must keep all variables.
 */
export function measureYears(
  model: Model,
  run: Run,
  circuit: GuideCircuit,
  options: MeasuredYearsOptions = {},
): readonly MeasuredYear[] {
  const { unit, scale } = { ...defaults, ...options };
  const { inside, roles, instruments } = circuit;
  return wholeYears(model).flatMap(({ year, from, to }) => {
    const ledger = ledgerOfRun(model, run, { from, to, inside, roles, instruments, unit, scale });
    if (ledger.flows.length === 0) return [];
    const { period: window } = ledger.flows[0];
    const { value } = measureCircuit(ledger, { status: "paid", window, unit });
    if (!value) return [];
    const figures = circuit.figures.map((figure, place): Figure => {
      const values = Array.from(run.series[figure.variable].subarray(from, to + 1));
      const amount =
        figure.as === "end" ? values[values.length - 1] : values.reduce((sum, one) => sum + one, 0);
      return figureOf(figure, `${year}-${place}`, amount * scale, { year, unit, window });
    });
    const view = dossierOf(ledger, figures, { unit, window, focus: circuit.focus });
    return [
      {
        year,
        ledger,
        circuit: value.circuit,
        concentration: concentrationOf(ledger),
        required: measureRequiredRevenue(view, options),
      },
    ];
  });
}

/** Years of which the model has every period; a model that starts in autumn has no whole first year. */
function wholeYears({ calendar, system }: Model): readonly {
  readonly year: string;
  readonly from: number;
  readonly to: number;
}[] {
  const found = new Map<string, { readonly year: string; readonly from: number; readonly to: number }>();
  for (let at = 1; at <= system.periods; at++) {
    const year = nameOfPeriod(calendar, at).slice(0, 4);
    found.set(year, { year, from: found.get(year)?.from ?? at, to: at });
  }
  const years = [...found.values()];
  const longest = Math.max(...years.map(({ from, to }) => to - from));
  return years.filter(({ from, to }) => to - from === longest);
}

/** What sellers of a role receive for goods and services, each its sum. */
function concentrationOf({ actors, flows }: Ledger): Readonly<Record<string, number>> {
  const roles = [...new Set(actors.flatMap((actor) => (actor.boundary ? [] : actor.roles)))];
  return Object.fromEntries(
    roles.map((role) => {
      const received = actors
        .filter((actor) => !actor.boundary && actor.roles.includes(role))
        .map(({ id }) =>
          flows
            .filter(({ to, instrument }) => to === id && instrument === "purchase")
            .reduce((sum, { amount }) => sum + amount.value, 0),
        );
      return [role, herfindahl(received)];
    }),
  );
}

interface Year {
  readonly year: string;
  readonly unit: string;
  readonly window: Figure["period"];
}

const nowhere = { file: "", line: 0, column: 0 } as const;

/** What a model computed, in the form of a sourced statement. */
function figureOf(
  { subject, measure, variable }: GuideCircuit["figures"][number],
  id: string,
  value: number,
  { year, unit, window }: Year,
): Figure {
  return {
    id,
    subject,
    counterparty: "",
    measure,
    amount: { value, low: value, high: value },
    category: "",
    unit: "1",
    currency: unit,
    period: window,
    periodLabel: year,
    status: "reported",
    confidence: "high",
    origin: "independent",
    sources: [],
    known: window?.end ?? 0,
    derivation: variable,
    conflicts: [],
    replaces: "",
    note: "",
    where: nowhere,
  };
}

function dossierOf(
  { id, actors, asOf }: Ledger,
  figures: readonly Figure[],
  {
    unit,
    window,
    focus,
  }: { readonly unit: string; readonly window: Dossier["window"]; readonly focus: string },
): Dossier {
  const title = { en: id, de: id };
  const own = {
    id,
    title,
    summary: title,
    currency: unit,
    asOf,
    vintages: [asOf],
    window,
    focus,
    actors,
    figures,
  };
  return { ...own, sources: [], ties: [], claims: [], series: [], rates: [], names: [] };
}
