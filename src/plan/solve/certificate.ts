import type { LinearProgram } from "./linear-program.ts";
import type { Solution } from "./solver.ts";

/**
 * What our own arithmetic finds in an answer, relative to the size of the numbers added: the worst violation of a
 * bound, the worst dual value of the wrong sign, and the distance of primal and dual objective.
 */
export interface Certificate {
  readonly primalViolation: number;
  readonly dualViolation: number;
  readonly gap: number;
  readonly primalObjective: number;
  readonly dualObjective: number;
  readonly tolerance: number;
  readonly holds: boolean;
}

export const certificateDefaults = { tolerance: 1e-6 } as const;

/**
 * Checks an answer without trusting the solver. With `y` the duals of the rows and `d = c − Aᵀy`, every `x` and `y`
 * give `cᵀx − dual = Σ yᵢ(Ax − bound)ᵢ + Σ dⱼ(x − bound)ⱼ ≥ 0`; if both are feasible and the two objectives agree,
 * the plan is optimal (weak duality: Dantzig 1963, chapter 6).
 *
 * @example
 * import { certify, loadSolver, ProgramBuilder, solveOnce } from "kreislauf/plan";
 * const builder = new ProgramBuilder();
 * const x = builder.column("x", { lower: 0, upper: 5 }, 2);
 * builder.row("at least 3", { lower: 3, upper: Infinity }, [[x, 1]]);
 * const program = builder.build();
 * certify(program, solveOnce(await loadSolver(), program)).dualObjective; // → 6
 */
export function certify(
  program: LinearProgram,
  solution: Pick<Solution, "primal" | "dual">,
  options: { readonly tolerance?: number } = {},
): Certificate {
  const tolerance = options.tolerance ?? certificateDefaults.tolerance;
  const { cost, columnLower, columnUpper, rowLower, rowUpper, start, row, value } = program;
  const { primal, dual } = solution;
  const activity = new Float64Array(rowLower.length);
  const size = new Float64Array(rowLower.length);
  let primalViolation = 0;
  let dualViolation = 0;
  let primalObjective = program.offset;
  let dualObjective = program.offset;
  const price = (multiplier: number, lower: number, upper: number, scale: number): void => {
    const bound = multiplier > 0 ? lower : upper;
    if (multiplier === 0) return;
    if (Number.isFinite(bound)) dualObjective += multiplier * bound;
    else dualViolation = Math.max(dualViolation, Math.abs(multiplier) / scale);
  };

  for (let j = 0; j < cost.length; j++) {
    let reduced = cost[j];
    let scale = 1 + Math.abs(cost[j]);
    for (let k = start[j]; k < start[j + 1]; k++) {
      const flow = value[k] * primal[j];
      activity[row[k]] += flow;
      size[row[k]] = Math.max(size[row[k]], Math.abs(flow));
      const charge = value[k] * dual[row[k]];
      reduced -= charge;
      scale = Math.max(scale, Math.abs(charge));
    }
    price(reduced, columnLower[j], columnUpper[j], scale);
    primalObjective += cost[j] * primal[j];
    const outside = Math.max(columnLower[j] - primal[j], primal[j] - columnUpper[j], 0);
    primalViolation = Math.max(primalViolation, outside / (1 + Math.abs(primal[j])));
  }
  for (let i = 0; i < activity.length; i++) {
    price(dual[i], rowLower[i], rowUpper[i], 1 + Math.abs(dual[i]));
    const outside = Math.max(rowLower[i] - activity[i], activity[i] - rowUpper[i], 0);
    primalViolation = Math.max(primalViolation, outside / (1 + size[i]));
  }
  const gap = Math.abs(primalObjective - dualObjective) / Math.max(1, Math.abs(primalObjective));
  // NaN fails every comparison, so an answer without numbers never holds.
  const holds = primalViolation <= tolerance && dualViolation <= tolerance && gap <= tolerance;
  return { primalViolation, dualViolation, gap, primalObjective, dualObjective, tolerance, holds };
}
