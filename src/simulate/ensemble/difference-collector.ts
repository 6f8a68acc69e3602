import type { MemberRange, ShardResult } from "../run-shard.ts";
import { frequencyOf } from "./frequency.ts";
import type { NumberCollector } from "./number-collector.ts";
import { type Collectors, createCollectors, widthOf } from "./outcome-collectors.ts";
import type { EnsemblePlan } from "./plan.ts";
import type { ScenarioDifference } from "./summary.ts";

/** What one scenario adds to another, run by run. */
export class DifferenceCollector {
  readonly #plan: EnsemblePlan;
  readonly #collectors: Collectors;
  readonly #signs: ReadonlyMap<string, { pairs: number; greater: number; less: number }>;

  constructor(plan: EnsemblePlan, exactUpTo: number) {
    this.#plan = plan;
    this.#collectors = createCollectors(plan, exactUpTo);
    this.#signs = new Map(plan.outcomes.map(({ name }) => [name, { pairs: 0, greater: 0, less: 0 }]));
  }

  add({ first, members }: MemberRange, here: ShardResult, there: ShardResult): void {
    for (const outcome of this.#plan.outcomes) {
      const width = widthOf(outcome, this.#plan);
      const [a, b] = [here.columns[outcome.name], there.columns[outcome.name]];
      const collectors = this.#collectors.get(outcome.name) ?? [];
      const signs = this.#signs.get(outcome.name);
      for (let place = first === 0 ? 1 : 0; place < members; place++) {
        collectors.forEach((collector, period) =>
          collector.add(a[place * width + period] - b[place * width + period]),
        );
        if (signs === undefined || width > 1) continue;
        const difference = a[place] - b[place];
        if (Number.isNaN(difference)) continue;
        signs.pairs += 1;
        if (difference > 0) signs.greater += 1;
        if (difference < 0) signs.less += 1;
      }
    }
  }

  finish(): Omit<ScenarioDifference, "scenario" | "against"> {
    const { outcomes } = this.#plan;
    const spreads = (name: string): readonly NumberCollector[] => this.#collectors.get(name) ?? [];
    const signs = (name: string): { pairs: number; greater: number; less: number } =>
      this.#signs.get(name) ?? { pairs: 0, greater: 0, less: 0 };
    return {
      paths: outcomes
        .filter(({ shape }) => shape === "path")
        .map(({ name, unit }) => ({
          name,
          unit,
          periods: spreads(name).map((collector) => collector.spread()),
        })),
      amounts: outcomes
        .filter(({ shape, reading }) => shape === "number" && reading !== "condition")
        .map(({ name }) => {
          const { pairs, greater, less } = signs(name);
          return {
            name,
            ...spreads(name)[0].spread(),
            greater: frequencyOf(greater, pairs),
            less: frequencyOf(less, pairs),
          };
        }),
      conditions: outcomes
        .filter(({ reading }) => reading === "condition")
        .map(({ name }) => {
          const { pairs, greater, less } = signs(name);
          return { name, here: frequencyOf(greater, pairs), there: frequencyOf(less, pairs) };
        }),
    };
  }
}
