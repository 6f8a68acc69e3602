import { binomialTail } from "../../core/binomial.ts";
import { hasErrors, type Outcome, type Problem, type Where } from "../../core/problem.ts";
import type { Model } from "../../model/compile.ts";
import { createProblem } from "../../text/problem.ts";
import { type EnsembleOptions, type EnsemblePlan, planEnsemble } from "./plan.ts";
import { primBoxes, type PrimBox } from "./prim.ts";
import { checkNumber } from "./sensitivity.ts";

/** The box of assumptions in which a condition is frequent. */
export interface Discovery {
  readonly plan: EnsemblePlan;
  readonly condition: string;
  /** Runs that the box was found with; failed ones are left out. */
  readonly runs: number;
  /** Share of all runs in which the condition holds. */
  readonly share: number;
  readonly box: DiscoveredBox;
  /** Every box on the way: what is gained in density is lost in coverage. */
  readonly boxes: readonly Pick<PrimBox, "density" | "mass" | "coverage">[];
}

export interface DiscoveredBox extends Pick<PrimBox, "density" | "mass" | "coverage"> {
  /** The surest first. */
  readonly limits: readonly BoxLimit[];
}

export interface BoxLimit {
  readonly parameter: string;
  /** Open ends are −Infinity and Infinity; JSON writes them as null. */
  readonly low: number;
  readonly high: number;
  /** Probability that this limit would look as good by chance; above 0.05 it means little (Bryant & Lempert 2010). */
  readonly chance: number;
}

export interface DiscoveryOptions extends Pick<EnsembleOptions, "set" | "seed" | "periods" | "runs"> {
  /** A condition in the words of `readOutcome`: `drawdown(idx) > 0.5`. */
  readonly condition: string;
  readonly scenario?: string;
}

const usualRuns = 2000;
const leastRuns = 100;

/** Plans an ensemble for scenario discovery; all problems at once. */
export function planDiscovery(model: Model, options: DiscoveryOptions): Outcome<EnsemblePlan> {
  const { condition, scenario, runs = usualRuns, ...rest } = options;
  const { value: plan, problems: found } = planEnsemble(model, {
    ...rest,
    runs,
    outcomes: [condition],
    ...(scenario !== undefined && { scenarios: [scenario] }),
  });
  const problems: Problem[] = [...found];
  if (plan === undefined) return { value: undefined, problems };
  const where: Where = { file: model.name, line: 0, column: 0 };
  if (runs < leastRuns) {
    problems.push(
      createProblem("bad-runs", where, { value: String(runs), least: leastRuns, limit: 10_000_000 }),
    );
  }
  if (plan.drawn.length === 0) problems.push(createProblem("nothing-drawn", where));
  const [outcome] = plan.outcomes;
  checkNumber(outcome, problems);
  if (outcome.shape === "number" && outcome.reading !== "condition") {
    const place = { file: outcome.text, line: 1, column: 1 };
    problems.push(createProblem("outcome-condition", place, { name: outcome.text }));
  }
  return hasErrors(problems) ? { value: undefined, problems } : { value: plan, problems };
}

/**
 * Finds the box of assumptions in which a condition is frequent. Of all boxes of the peeling it is the one with the greatest
 * harmonic mean of density (share of its runs with the condition) and coverage (share of all such runs that lie in it);
 * among equals the largest.
 *
 * @param outputs 0 or 1 a run, from member 1 on; NaN where a run failed
 * @param parametersOf parameters of a member by name
 */
export function discoverBox(
  plan: EnsemblePlan,
  outputs: ArrayLike<number>,
  parametersOf: (member: number) => (name: string) => number,
): Discovery {
  const runs = Array.from({ length: plan.runs }, (_, run) => run).filter(
    (run) => !Number.isNaN(outputs[run]),
  );
  const points = runs.map((run) => {
    const valueOf = parametersOf(run + 1);
    return Float64Array.from(plan.drawn, valueOf);
  });
  const held = runs.map((run) => outputs[run]);
  const boxes = primBoxes(points, held);
  const chosen = boxes.reduce((best, box) => (balance(box) > balance(best) ? box : best));
  const inside = (skipped: number): readonly number[] =>
    held.filter((_, run) =>
      chosen.restricted.every(
        (dimension) =>
          dimension === skipped ||
          (points[run][dimension] >= chosen.low[dimension] &&
            points[run][dimension] <= chosen.high[dimension]),
      ),
    );
  const hits = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);
  const all = inside(-1);
  const { density, mass, coverage, restricted, low, high } = chosen;
  return {
    plan,
    condition: plan.outcomes[0].text,
    runs: runs.length,
    share: hits(held) / held.length,
    box: {
      density,
      mass,
      coverage,
      limits: restricted
        .map((dimension) => {
          const without = inside(dimension);
          const chance = binomialTail(hits(all), all.length, hits(without) / without.length);
          return { parameter: plan.drawn[dimension], low: low[dimension], high: high[dimension], chance };
        })
        .toSorted((a, b) => a.chance - b.chance),
    },
    boxes: boxes.map((box) => ({ density: box.density, mass: box.mass, coverage: box.coverage })),
  };
}

function balance({ density, coverage }: PrimBox): number {
  return density + coverage > 0 ? (2 * density * coverage) / (density + coverage) : 0;
}
