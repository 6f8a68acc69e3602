import { nearestName } from "../../core/nearest-name.ts";
import type { Problem } from "../../core/problem.ts";
import type { Bilingual } from "../../text/language.ts";
import { createProblem } from "../../text/problem.ts";

/** An assumption that anyone may change, with the range that an honest wish stays in. */
export interface Parameter {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Bilingual;
  /** `assumption`, or where the number comes from. */
  readonly basis: string;
  readonly note: Bilingual;
}

const yearly: Bilingual = { en: "a year", de: "im Jahr" };
const assumed = (
  value: number,
  [low, high]: readonly [number, number],
  unit: Bilingual,
  en: string,
  de: string,
): Omit<Parameter, "name"> => ({ value, low, high, unit, basis: "assumption", note: { en, de } });

/** Assumptions of every plan; an economy's `planning.yaml` may replace them and add its own. */
export const commonParameters = {
  population_growth: assumed(
    0,
    [-0.02, 0.03],
    yearly,
    "Growth of the population and of the workforce.",
    "Wachstum der Bevölkerung und der Erwerbstätigen.",
  ),
  working_weeks: assumed(
    46,
    [40, 52],
    { en: "weeks a year", de: "Wochen im Jahr" },
    "Weeks worked a year.",
    "Arbeitswochen im Jahr.",
  ),
  utilisation: assumed(
    1.05,
    [1, 1.2],
    { en: "ratio", de: "Verhältnis" },
    "How much more than in the first year existing plant can make: 5 % stood idle.",
    "Wie viel mehr als im ersten Jahr vorhandene Anlagen leisten können: 5 % standen still.",
  ),
  import_flexibility: assumed(
    0.15,
    [0, 1],
    { en: "share", de: "Anteil" },
    "How far the import share of a product may move.",
    "Wie weit sich der Importanteil eines Produkts verschieben darf.",
  ),
  shrinking: assumed(
    0.08,
    [0, 1],
    yearly,
    "How much an industry may shrink a year, for the sake of its people.",
    "Wie weit eine Branche im Jahr schrumpfen darf, der Beschäftigten wegen.",
  ),
  storage_loss: assumed(
    0.05,
    [0, 1],
    yearly,
    "What goods in store lose a year.",
    "Verlust gelagerter Güter im Jahr.",
  ),
  depreciation: assumed(
    0.05,
    [0.01, 0.2],
    yearly,
    "Depreciation where the accounts give none.",
    "Abschreibung, wo die Konten keine nennen.",
  ),
  terminal_growth: assumed(
    0,
    [-0.05, 0.05],
    { en: "ratio", de: "Verhältnis" },
    "How much more plant the years after the plan shall find.",
    "Wie viel mehr Anlagen die Zeit nach dem Plan vorfinden soll.",
  ),
  dangerous: assumed(
    2.5,
    [0, 10],
    { en: "injuries per 200,000 hours", de: "Unfälle je 200.000 Stunden" },
    "From here on work counts as dangerous.",
    "Ab hier gilt Arbeit als gefährlich.",
  ),
} as const satisfies Record<string, Omit<Parameter, "name">>;

export type CommonParameter = keyof typeof commonParameters;

export type Parameters = ReadonlyMap<string, Parameter>;

/** A value that was set from outside, with the place that said so. */
export interface Setting {
  readonly name: string;
  readonly value: number;
  readonly where: Problem["where"];
}

/** All parameters with settings applied. Problems: unknown names; values out of range are warnings, those that cannot be counted with errors. */
export function applySettings(
  own: Readonly<Record<string, Omit<Parameter, "name">>>,
  settings: readonly Setting[],
): { readonly parameters: Parameters; readonly problems: readonly Problem[] } {
  const parameters = new Map<string, Parameter>();
  for (const [name, parameter] of Object.entries({ ...commonParameters, ...own })) {
    parameters.set(name, { name, ...parameter });
  }
  const problems: Problem[] = [];
  for (const { name, value, where } of settings) {
    const known = parameters.get(name);
    if (!known) {
      problems.push(
        createProblem(
          "no-such-parameter",
          where,
          { name, known: [...parameters.keys()].join(", ") },
          { hint: nearestName(name, parameters.keys()) },
        ),
      );
      continue;
    }
    if (!(value >= known.low && value <= known.high)) {
      const { low, high } = known;
      // Beyond this the solver cannot count, and what is above zero by its nature stands below fractions.
      const most = 1000 * Math.max(1, Math.abs(low), Math.abs(high));
      const isBeyond = !(Math.abs(value) <= most) || (low > 0 && value <= 0);
      const severity = isBeyond ? "error" : "warning";
      problems.push(createProblem("parameter-out-of-range", where, { name, value, low, high }, { severity }));
    }
    parameters.set(name, { ...known, value });
  }
  return { parameters, problems };
}
