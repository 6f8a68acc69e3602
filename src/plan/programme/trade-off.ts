import type { Coefficients, Economy } from "../economy/economy.ts";
import { type Certificate, certify } from "../solve/certificate.ts";
import type { Solution, SolveOptions, Solver } from "../solve/solver.ts";
import { type Goals, levelAt } from "./goals.ts";
import { hoursCost, programOfStage } from "./objective.ts";
import type { Planning } from "./planning.ts";
import { createProgramme, type ProgrammeOptions } from "./programme.ts";
import { smallProgram, solveSoftened } from "./stages.ts";
import { readYears } from "./yearly.ts";

/** A point of a trade-off: the least work for a share of all targets and a last level of an account. */
export interface TradeOffPoint {
  /** Share of every target. */
  readonly fulfilment: number;
  /** Level of the account in the last year, 1 is the base year. */
  readonly level: number;
  readonly status: "optimal" | "infeasible" | "stopped" | "failed" | "unbounded";
  /** Hours a week in the last year shown; NaN without a plan. */
  readonly workingWeek: number;
  /** Hours a week on average over the years shown; NaN without a plan. */
  readonly averageWeek: number;
  /** Million hours over the years shown. */
  readonly hours: number;
  /** Of the account, over the years shown. */
  readonly amount: number;
  readonly iterations: number;
  readonly certificate: Certificate | undefined;
}

export interface TradeOffOptions extends ProgrammeOptions, SolveOptions {
  readonly fulfilments: readonly number[];
  readonly levels: readonly number[];
}

/**
 * The trade-off between free time, consumption and an account such as emissions: least hours for each share of the
 * targets and each last level of the account (epsilon constraints: Haimes, Lasdon & Wismer 1971). The program is
 * written once; the first point of a large one takes the interior way to a corner, every further point moves bounds and
 * starts from the last basis. Who wants more with less than an impossible point allows is impossible, too, and is not
 * solved. The account must be limited in the goals; its path is scaled.
 */
export function* tradeOffCurve(
  solver: Solver,
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
  goals: Goals,
  account: number,
  options: TradeOffOptions,
): Generator<TradeOffPoint, void, undefined> {
  const path = goals.accounts.get(account);
  if (!path) throw new Error("the goals set no limit for this account");
  const programme = createProgramme(economy, coefficients, planning, goals, options);
  const rule = programme.rules.find((known) => known.kind === "account" && known.account === account);
  const rows = rule?.rows ?? [];
  const session = solver.open(programme.program);
  const isLarge = programme.rowLabels.length > smallProgram;
  // Apart, because the check forgets the corner from which the next point starts.
  const probe = isLarge ? solver.open(programme.program) : undefined;
  const impossible: { readonly fulfilment: number; readonly level: number }[] = [];
  let warm = false;
  try {
    for (const fulfilment of options.fulfilments) {
      for (const level of options.levels) {
        const rowUpper = programme.program.rowUpper.slice();
        for (const row of rows) {
          const { year } = programme.rowLabels[row];
          const before = levelAt(path, year);
          rowUpper[row] = (rowUpper[row] / before) * levelAt({ ...path, level }, year);
        }
        const moved = { ...programme, program: { ...programme.program, rowUpper } };
        const program = programOfStage(moved, {
          cost: hoursCost(programme),
          least: goals.targets.map(() => fulfilment),
          pulled: goals.targets.map(() => false),
        });
        const solve = (): Solution => {
          if (warm || !isLarge) return solveSoftened(session, programme, program, { ...options, warm });
          session.update(program);
          const first = session.solve({ ...options, method: "interior", crossover: true });
          return first.status === "failed" ? solveSoftened(session, programme, program, options) : first;
        };
        probe?.update(program);
        const isImpossible =
          impossible.some((known) => fulfilment >= known.fulfilment && level <= known.level) ||
          probe?.isRefuted() === true;
        const solution = isImpossible ? undefined : solve();
        const { status, iterations } = solution ?? { status: "infeasible", iterations: 0 };
        if (status === "infeasible") impossible.push({ fulfilment, level });
        // A large program that ended elsewhere than in a corner leaves nothing to start from.
        if (solution) warm = !isLarge || status === "optimal";
        const yearly = solution && status === "optimal" ? readYears(programme, solution.primal) : undefined;
        const sum = (list: readonly number[] | undefined): number =>
          list?.reduce((total, value) => total + value, 0) ?? NaN;
        yield {
          fulfilment,
          level,
          status,
          workingWeek: yearly?.workingWeek.at(-1) ?? NaN,
          averageWeek: sum(yearly?.workingWeek) / goals.years,
          hours: sum(yearly?.hours),
          amount: sum(yearly?.accounts[economy.accounts[account].id]),
          iterations,
          certificate: yearly && solution && certify(program, solution),
        };
      }
    }
  } finally {
    session.close();
    probe?.close();
  }
}
