import { hasErrors, type Problem } from "../../core/problem.ts";
import { nameOfPeriod } from "../../model/index.ts";
import { groupIncidence, hashRun, incidence, type Run, type WhoPays } from "../../simulate/index.ts";
import { type CentralRun, centralRun } from "./central-run.ts";
import { type ModelRef, openModel } from "./opened-models.ts";

/** Who pays under some scenarios up to a date. */
export interface WhoPaysOrder {
  readonly model: ModelRef;
  readonly scenarios: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly until: string;
  readonly seed: number;
}

export type WhoPaysAnswer =
  | {
      readonly found: WhoPays;
      readonly hash: string;
      readonly residual: number;
      readonly problems: readonly Problem[];
    }
  | { readonly found?: undefined; readonly problems: readonly Problem[] };

/** Compares the central run of some scenarios with that of the baseline, account by account. */
export async function whoPays(order: WhoPaysOrder): Promise<WhoPaysAnswer> {
  const opened = await openModel(order.model);
  const { model, guide } = opened;
  if (!model || !guide.incidence) return { problems: opened.problems };
  const { against: baseline, set, from, until } = guide.incidence;
  const run = (scenario: readonly string[]): CentralRun =>
    centralRun(opened, model, { scenario, set: { ...set, ...order.set }, seed: order.seed });
  const dates = Array.from({ length: model.system.periods + 1 }, (_, period) =>
    nameOfPeriod(model.calendar, period),
  );
  const [scenario, against] = [run(order.scenarios), run(baseline)];
  const problems = [...scenario.problems, ...against.problems];
  if (!scenario.value || !against.value || hasErrors(problems)) return { problems };
  const last = dates.indexOf(until.includes(order.until) ? order.until : until[0]);
  const window = { from: dates.indexOf(from), to: last, variables: guide.incidence.variables };
  const compared = incidence(model, { scenario: scenario.value, against: against.value }, window);
  if (!compared.value) return { problems: compared.problems };
  const runs: readonly Run[] = [scenario.value, against.value];
  return {
    found: groupIncidence(compared.value, guide.incidence),
    hash: hashRun(scenario.value),
    residual: Math.max(...runs.map(({ balance }) => balance.maxResidual)),
    problems,
  };
}
