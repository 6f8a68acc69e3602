import type { Coefficients, Economy } from "../economy/economy.ts";
import { certify } from "../solve/certificate.ts";
import { solveOnce, type Solver } from "../solve/solver.ts";
import { baseHours } from "./limits.ts";
import type { Planning } from "./planning.ts";
import { staticProgramme } from "./static-programme.ts";

/** How well the program gives the base year back: hours that its final demand needs, against those of the accounts. */
export interface Calibration {
  /** Million hours. */
  readonly hours: number;
  readonly accounted: number;
  /** Share by which the program is off. */
  readonly difference: number;
  readonly gap: number;
}

/**
 * Plans the base year itself: today's techniques, today's consumption, investment and exports less imports. What
 * remains of the difference are cells below zero that no program can hold (sales of used goods and the like).
 */
export function calibrate(
  solver: Solver,
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
): Calibration {
  const demand = new Float64Array(coefficients.size);
  for (const { base, basket } of planning.needs) {
    for (const { product, amount } of basket) demand[product] += base * amount;
  }
  const { value, columns } = economy.finalDemand;
  economy.purposes.forEach(({ kind }, column) => {
    if (kind === "consumption" || kind === "government") return;
    for (let product = 0; product < demand.length; product++)
      demand[product] += value[product * columns + column];
  });
  economy.imports.forEach((imports, product) => (demand[product] -= imports));
  const program = staticProgramme(coefficients, demand);
  // Products that nobody makes cannot meet their demand; their row says nothing about hours.
  const rowLower = program.rowLower.map((lower, product) =>
    coefficients.output[product] > 0 ? lower : -Infinity,
  );
  const balanced = { ...program, rowLower };
  const solution = solveOnce(solver, balanced);
  const accounted = baseHours({ coefficients });
  return {
    hours: solution.objective,
    accounted,
    difference: solution.objective / accounted - 1,
    gap: certify(balanced, solution).gap,
  };
}
