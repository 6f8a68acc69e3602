import { nearestName } from "../../core/nearest-name.ts";
import type { Problem } from "../../core/problem.ts";
import { planParameters as german } from "../../text/de/plan-parameters.ts";
import { planParameters as english } from "../../text/en/plan-parameters.ts";
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

const assumed = (
  name: keyof typeof english,
  value: number,
  [low, high]: readonly [number, number],
): Omit<Parameter, "name"> => ({
  value,
  low,
  high,
  unit: { en: english[name].unit, de: german[name].unit },
  basis: "assumption",
  note: { en: english[name].note, de: german[name].note },
});

/** Assumptions of every plan; an economy's `planning.yaml` may replace them and add its own. */
export const commonParameters = {
  population_growth: assumed("population_growth", 0, [-0.02, 0.03]),
  working_weeks: assumed("working_weeks", 46, [40, 52]),
  utilisation: assumed("utilisation", 1.05, [1, 1.2]),
  import_flexibility: assumed("import_flexibility", 0.15, [0, 1]),
  shrinking: assumed("shrinking", 0.08, [0, 1]),
  storage_loss: assumed("storage_loss", 0.05, [0, 1]),
  depreciation: assumed("depreciation", 0.05, [0.01, 0.2]),
  terminal_growth: assumed("terminal_growth", 0, [-0.05, 0.05]),
  dangerous: assumed("dangerous", 2.5, [0, 10]),
} as const satisfies Record<keyof typeof english, Omit<Parameter, "name">>;

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
