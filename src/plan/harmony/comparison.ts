import { solveOnce, type Solver } from "../solve/solver.ts";
import { buildFiveYearProgramme, type FiveYearPlan, fulfilmentOf } from "./five-year-programme.ts";
import type { FiveYearTables } from "./five-year-tables.ts";
import { type HarmonyOptions, planByHarmony, totalHarmony } from "./harmony.ts";

/** A plan measured both ways. */
export interface MeasuredPlan {
  readonly plan: FiveYearPlan;
  /** Least fulfilment of each year, and their sum: what the linear programme maximises. */
  readonly fulfilment: Float64Array;
  readonly objective: number;
  /** Sum of the harmonies: what the heuristic climbs. */
  readonly harmony: number;
}

/** The linear programme and the harmony heuristic on the same tables; `exact` is missing if it has no solution. */
export interface FiveYearComparison {
  readonly exact: MeasuredPlan | undefined;
  readonly heuristic: MeasuredPlan;
  /** Objective of the exact plan less that of the heuristic: what the heuristic leaves on the table. */
  readonly lost: number;
}

/** Plans the tables of 5yearplan by linear programme and by harmony and measures both plans both ways. */
export function compareFiveYearPlans(
  tables: FiveYearTables,
  solver: Solver,
  options: HarmonyOptions = {},
): FiveYearComparison {
  const measured = (plan: FiveYearPlan): MeasuredPlan => {
    const fulfilment = fulfilmentOf(tables, plan);
    const objective = fulfilment.reduce((sum, share) => sum + share, 0);
    return { plan, fulfilment, objective, harmony: totalHarmony(tables, plan) };
  };
  const { program, read } = buildFiveYearProgramme(tables);
  const solution = solveOnce(solver, program);
  const exact = solution.status === "optimal" ? measured(read(solution.primal)) : undefined;
  const heuristic = measured(planByHarmony(tables, options));
  return { exact, heuristic, lost: exact ? exact.objective - heuristic.objective : NaN };
}
