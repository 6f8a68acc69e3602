import { hasErrors, type Problem } from "../../core/problem.ts";
import { type Model, nameOfPeriod } from "../../model/index.ts";
import {
  groupIncidence,
  type GuideIncidence,
  hashRun,
  incidence,
  incidenceMembers,
  type IncidenceOptions,
  rangeWhoPays,
  type Run,
  type WhoPays,
  type WhoPaysRanges,
} from "../../simulate/index.ts";
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
  const { against: baseline, set } = guide.incidence;
  const run = (scenario: readonly string[]): CentralRun =>
    centralRun(opened, model, { scenario, set: { ...set, ...order.set }, seed: order.seed });
  const [scenario, against] = [run(order.scenarios), run(baseline)];
  const problems = [...scenario.problems, ...against.problems];
  if (!scenario.value || !against.value || hasErrors(problems)) return { problems };
  const window = { ...windowOf(model, guide.incidence, order), variables: guide.incidence.variables };
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

function windowOf(model: Model, { from, until }: GuideIncidence, order: WhoPaysOrder): IncidenceOptions {
  const dates = Array.from({ length: model.system.periods + 1 }, (_, period) =>
    nameOfPeriod(model.calendar, period),
  );
  return {
    from: dates.indexOf(from),
    to: dates.indexOf(until.includes(order.until) ? order.until : until[0]),
  };
}

export interface WhoPaysRangesAnswer {
  /** The order that it answers. */
  readonly order: WhoPaysOrder;
  readonly ranges: WhoPaysRanges | undefined;
  readonly members: number;
}

/** Paired runs with drawn assumptions, and how many of them between two looks at the messages. */
const drawn = { members: 60, atOnce: 6 } as const;
let newest = 0;

/** How far who pays reaches when assumptions are drawn and shocks strike; the same draws with and without the scenarios. */
export async function whoPaysRanges(
  order: WhoPaysOrder,
  progress: (share: number) => void,
): Promise<WhoPaysRangesAnswer> {
  const mine = ++newest;
  const { model, guide } = await openModel(order.model);
  const none = { order, ranges: undefined, members: 0 };
  if (!model || !guide.incidence) return none;
  const { against } = guide.incidence;
  const window = windowOf(model, guide.incidence, order);
  const found: WhoPays[] = [];
  for (let first = 1; first <= drawn.members; first += drawn.atOnce) {
    const { scenarios: scenario, set, seed } = order;
    const ensemble = { scenario, against, set, seed, first, members: drawn.atOnce };
    const { value } = incidenceMembers(model, ensemble, window);
    if (!value) return none;
    found.push(...value.map((member) => groupIncidence(member, guide.incidence!)));
    progress((first + drawn.atOnce - 1) / drawn.members);
    await new Promise((resolve) => setTimeout(resolve));
    if (mine !== newest) return none;
  }
  return found.length === 0 ? none : { order, ranges: rangeWhoPays(found), members: found.length };
}
