import { type Calendar, nameOfPeriod } from "../../model/calendar.ts";
import type { MemberRange, ShardResult } from "../run-shard.ts";
import { type ComparedRuns, drawComparedRuns } from "./compared-runs.ts";
import { DifferenceCollector } from "./difference-collector.ts";
import { sketchAccuracy } from "./number-collector.ts";
import { summaryDefaults, widthOf } from "./outcome-collectors.ts";
import type { EnsemblePlan } from "./plan.ts";
import { ScenarioCollector } from "./scenario-collector.ts";
import type { EnsembleSummary } from "./summary.ts";

/** What a summary needs to know besides the plan. */
export interface SummarySubject {
  readonly calendar: Pick<Calendar, "start" | "length">;
  /** Parameters of a member by name. */
  readonly parametersOf: (member: number) => (name: string) => number;
  /** Parameters whose bands are wanted for every condition, besides the one that matters most. */
  readonly by?: readonly string[];
}

/** Adds up the shards of an ensemble, range by range in their order; memory does not grow with the runs. */
export class EnsembleSummariser {
  readonly #plan: EnsemblePlan;
  readonly #subject: SummarySubject;
  readonly #exact: boolean;
  readonly #scenarios: readonly ScenarioCollector[];
  readonly #differences: readonly DifferenceCollector[];
  readonly #compared: ComparedRuns;

  constructor(plan: EnsemblePlan, subject: SummarySubject) {
    this.#plan = plan;
    this.#subject = subject;
    const numbers = plan.outcomes.reduce((sum, outcome) => sum + widthOf(outcome, plan), 0);
    this.#exact = plan.runs * numbers * (2 * plan.scenarios.length - 1) <= summaryDefaults.exactNumbers;
    const exactUpTo = this.#exact ? plan.runs : 0;
    this.#scenarios = plan.scenarios.map(() => new ScenarioCollector(plan, exactUpTo));
    this.#differences = plan.scenarios.slice(1).map(() => new DifferenceCollector(plan, exactUpTo));
    const comparedRuns = Math.min(plan.runs, summaryDefaults.comparedRuns);
    this.#compared = drawComparedRuns(comparedRuns, plan.drawn, subject.parametersOf);
  }

  /** @param results one of each scenario, in the order of the plan */
  add(range: MemberRange, results: readonly ShardResult[]): void {
    results.forEach((result, scenario) => this.#scenarios[scenario].add(range, result));
    this.#differences.forEach((collector, place) => collector.add(range, results[place + 1], results[0]));
  }

  finish(): EnsembleSummary {
    const { scenarios, ...plan } = this.#plan;
    const dates = Array.from({ length: plan.periods + 1 }, (_, period) =>
      nameOfPeriod(this.#subject.calendar, period),
    );
    return {
      plan,
      dates,
      accuracy: this.#exact ? 0 : sketchAccuracy,
      comparedRuns: this.#compared.runs,
      scenarios: scenarios.map(({ name, parts }, place) => ({
        name,
        parts,
        ...this.#scenarios[place].finish(this.#compared, dates, this.#subject.by ?? []),
      })),
      differences: this.#differences.map((collector, place) => ({
        scenario: scenarios[place + 1].name,
        against: scenarios[0].name,
        ...collector.finish(),
      })),
    };
  }
}
