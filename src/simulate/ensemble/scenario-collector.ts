import type { MemberRange, ShardNotes, ShardResult } from "../run-shard.ts";
import { compareParameters, type ComparedRuns } from "./compared-runs.ts";
import { frequencyOf } from "./frequency.ts";
import type { NumberCollector } from "./number-collector.ts";
import { type Collectors, createCollectors, summaryDefaults, widthOf } from "./outcome-collectors.ts";
import type { EnsemblePlan } from "./plan.ts";
import type { ScenarioSummary } from "./summary.ts";

/** What the runs of one scenario add up to. */
export class ScenarioCollector {
  readonly #plan: EnsemblePlan;
  readonly #collectors: Collectors;
  readonly #central = new Map<string, readonly number[]>();
  readonly #samples: ReadonlyMap<string, (readonly number[])[]>;
  /** Outcomes of the runs that are compared with parameters. */
  readonly #first: ReadonlyMap<string, Float64Array>;
  readonly #failures: ShardNotes["failed"][number][] = [];
  readonly #brokenChecks = new Map<string, number>();
  #failed = 0;
  #maxResidual = 0;

  constructor(plan: EnsemblePlan, exactUpTo: number) {
    this.#plan = plan;
    this.#collectors = createCollectors(plan, exactUpTo);
    this.#samples = new Map(plan.outcomes.map(({ name }) => [name, []]));
    const compared = Math.min(plan.runs, summaryDefaults.comparedRuns);
    const numbers = plan.outcomes.filter(({ shape }) => shape === "number");
    this.#first = new Map(numbers.map(({ name }) => [name, new Float64Array(compared)]));
  }

  add({ first, members }: MemberRange, { columns, notes }: ShardResult): void {
    this.#addNotes(notes);
    for (const outcome of this.#plan.outcomes) {
      const width = widthOf(outcome, this.#plan);
      const column = columns[outcome.name];
      const collectors = this.#collectors.get(outcome.name) ?? [];
      const compared = this.#first.get(outcome.name);
      for (let place = 0; place < members; place++) {
        const run = first + place - 1;
        const path = column.subarray(place * width, (place + 1) * width);
        if (run < 0) {
          this.#central.set(outcome.name, [...path]);
          continue;
        }
        collectors.forEach((collector, period) => collector.add(path[period]));
        if (run < summaryDefaults.samples) this.#samples.get(outcome.name)?.push([...path]);
        if (compared !== undefined && run < compared.length) compared[run] = path[0];
      }
    }
  }

  finish(
    compared: ComparedRuns,
    dates: readonly string[],
    by: readonly string[],
  ): Omit<ScenarioSummary, "name" | "parts"> {
    const { outcomes, periods, runs } = this.#plan;
    const sound = runs - this.#failed;
    const spreads = (name: string): readonly NumberCollector[] => this.#collectors.get(name) ?? [];
    const central = (name: string): readonly number[] => this.#central.get(name) ?? [];
    const numbers = outcomes
      .filter(({ shape }) => shape === "number")
      .map(({ name, reading }) => {
        const values = this.#first.get(name) ?? new Float64Array(0);
        // What never happens comes after everything that does.
        const late =
          reading === "date" ? values.map((value) => (Number.isNaN(value) ? periods + 1 : value)) : values;
        const comparison = compareParameters(compared, late, reading === "condition" ? by : undefined);
        const spread = spreads(name)[0].spread();
        return { name, reading, central: central(name)[0] ?? NaN, spread, ...comparison };
      });
    return {
      failed: this.#failed,
      failures: this.#failures,
      maxResidual: this.#maxResidual,
      brokenChecks: Object.fromEntries(this.#brokenChecks),
      paths: outcomes
        .filter(({ shape }) => shape === "path")
        .map(({ name, unit }) => ({
          name,
          unit,
          periods: spreads(name).map((collector) => collector.spread()),
          central: central(name),
          samples: this.#samples.get(name) ?? [],
        })),
      amounts: numbers
        .filter(({ reading }) => reading === "amount")
        .map(({ name, central: value, spread, correlations }) => ({
          name,
          central: value,
          correlations,
          ...spread,
        })),
      conditions: numbers
        .filter(({ reading }) => reading === "condition")
        .map(({ name, central: value, spread: { mean, count }, correlations, bands }) => ({
          name,
          central: value,
          correlations,
          frequency: frequencyOf(count === 0 ? 0 : Math.round(mean * count), count),
          bands,
        })),
      firstPassages: numbers
        .filter(({ reading }) => reading === "date")
        .map(({ name, central: value, spread, correlations }) => ({
          name,
          central: value,
          correlations,
          frequency: frequencyOf(spread.count, sound),
          periods: spread,
          dates: spread.count === 0 ? [] : spread.quantiles.map((period) => dates[Math.round(period)]),
        })),
    };
  }

  #addNotes({ failed, maxResidual, brokenChecks }: ShardNotes): void {
    this.#failed += failed.filter(({ member }) => member > 0).length;
    this.#failures.push(...failed.slice(0, summaryDefaults.failures - this.#failures.length));
    this.#maxResidual = Math.max(this.#maxResidual, maxResidual);
    for (const [label, count] of Object.entries(brokenChecks)) {
      this.#brokenChecks.set(label, (this.#brokenChecks.get(label) ?? 0) + count);
    }
  }
}
