import type { LinearProgram } from "../solve/linear-program.ts";
import { type Programme, yearsOf } from "./draft.ts";
import type { Rule } from "./label.ts";
import { baseAccount } from "./limits.ts";
import { harmonySlopes, targetAmounts } from "./wishes.ts";

/** Idle investment costs the plan nothing; this much keeps it out without moving any result. */
const idleInvestment = 1e-6;

/** What a stage of the solution seeks, and which fulfilment it keeps. */
export interface Stage {
  readonly cost: Float64Array;
  /** By need: fulfilment that must be reached. */
  readonly least: readonly number[];
  /** By need: whether the common fulfilment pulls it up. */
  readonly pulled: readonly boolean[];
  readonly mostCommon?: number;
}

/** The program of a stage; only costs and bounds differ between stages, so each starts from the last. */
export function programOfStage({ program, columns, rows }: Programme, stage: Stage): LinearProgram {
  const columnLower = program.columnLower.slice();
  const columnUpper = program.columnUpper.slice();
  const rowLower = program.rowLower.slice();
  columns.fulfilment.forEach((column, need) => (columnLower[column] = stage.least[need]));
  columnUpper[columns.common] = stage.mostCommon ?? 1000;
  rows.common.forEach((row, need) => (rowLower[row] = stage.pulled[need] ? 0 : -Infinity));
  return { ...program, cost: stage.cost, columnLower, columnUpper, rowLower };
}

/**
 * The same program with every rule allowed to give way at a high price. It always has an answer, so the simplex method
 * never has to prove that there is none, which takes it ten times as long; if nothing gave way, the answer is that of
 * the program itself (exact penalty).
 */
export function softened(program: LinearProgram, rules: readonly Rule[], price: number): LinearProgram {
  const cost = program.cost.slice();
  const columnUpper = program.columnUpper.slice();
  for (const rule of rules) {
    if (program.columnLower[rule.column] > 0) continue;
    cost[rule.column] = price;
    columnUpper[rule.column] = mostRelaxed(rule);
  }
  return { ...program, cost, columnUpper };
}

/** A target cannot give way by more than all of itself; a limit can. */
export function mostRelaxed({ kind }: Rule): number {
  return kind === "target" || kind === "floor" ? 1 : 1000;
}

/** Least hours over all years; later ones count less by the discount. */
export function hoursCost(programme: Programme): Float64Array {
  const cost = startCost(programme);
  let weight = 1;
  for (const year of yearsOf(programme)) {
    cost[programme.columns.hours[year - 1]] = weight;
    weight /= 1 + programme.goals.discount;
  }
  return cost;
}

/** Least injuries at dangerous work, in per cent of the base year; a little for hours, so that none are idle. */
export function hazardCost(programme: Programme): Float64Array {
  const cost = startCost(programme);
  const { columns, units } = programme;
  const base = programme.coefficients.output.reduce(
    (sum, output, product) => sum + output * programme.coefficients.labour[product],
    0,
  );
  for (const year of yearsOf(programme)) {
    if (columns.hazard.length > 0) cost[columns.hazard[year - 1]] = 1;
    cost[columns.hours[year - 1]] = (units.hours / base) * 0.1;
  }
  return cost;
}

/** Worth of all targets in the objective `fulfilment`: large, so that its prices lie far above the solver's tolerance. */
export const commonWorth = 1e5;

/** The greatest common fulfilment. */
export function commonCost(programme: Programme): Float64Array {
  const cost = startCost(programme);
  cost[programme.columns.common] = -commonWorth;
  return cost;
}

/** Weighted sum of hours, injuries, accounts and missing fulfilment, each in per cent of the base year, per year. */
export function weightedCost(programme: Programme): Float64Array {
  const cost = startCost(programme);
  const { columns, goals, units, economy, coefficients } = programme;
  const { hours = 0, hazard = 0, fulfilment = 0, accounts = {} } = goals.weights;
  const base = coefficients.output.reduce(
    (sum, output, product) => sum + output * coefficients.labour[product],
    0,
  );
  for (const year of yearsOf(programme)) {
    cost[columns.hours[year - 1]] = (100 * hours * units.hours) / base;
    if (hazard > 0 && columns.hazard.length > 0) cost[columns.hazard[year - 1]] = hazard;
    for (const [account, column] of columns.account[year - 1]) {
      const weight = accounts[economy.accounts[account].id] ?? 0;
      cost[column] = (100 * weight * units.accounts[account]) / baseAccount(programme, account);
    }
  }
  cost[columns.common] = -100 * fulfilment * programme.horizon;
  return cost;
}

/**
 * The greatest harmony over needs and years (see `harmony`). A need weighs as much as its share of consumption, so
 * that at the targets a unit of money adds the same to each, unless the goals say otherwise.
 */
export function harmonyCost(programme: Programme): Float64Array {
  const cost = startCost(programme);
  const targets = targetAmounts(programme);
  const consumed = programme.planning.needs.reduce((sum, { base }) => sum + base, 0);
  programme.columns.pieces.forEach((byNeed, i) => {
    byNeed.forEach((pieces, need) => {
      const slopes = harmonySlopes(targets[need][i]);
      const weight = (programme.goals.targets[need].weight * programme.planning.needs[need].base) / consumed;
      pieces.forEach((column, piece) => (cost[column] = -100 * weight * slopes[piece]));
    });
  });
  return cost;
}

function startCost({ program, columns }: Programme): Float64Array {
  const cost = new Float64Array(program.cost.length);
  for (const investment of columns.investment) {
    for (const column of investment) if (column >= 0) cost[column] = idleInvestment;
  }
  return cost;
}
