import { hasErrors, type Outcome, type Problem } from "../../core/problem.ts";
import { deriveCoefficients, type EconomyFiles, readEconomy } from "../economy/index.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import type { Solver } from "../solve/solver.ts";
import { type Calibration, calibrate } from "./calibration.ts";
import { type Comparison, compareResources, type ResourceBundle } from "./comparison.ts";
import { goalsReading, readGoals } from "./goals.ts";
import type { GoalsRecord, ObjectiveName } from "./goals-schema.ts";
import { type Lever, type LeverSettings, moveLevers, planLevers } from "./levers.ts";
import { emissionsAccount, Planner, type PlanOptions } from "./plan.ts";
import { describeContext, type PlanContext, planningFile, preparePlan } from "./plan-context.ts";
import type { PlanDocument } from "./plan-document.ts";
import { readPlanning } from "./planning.ts";
import { baseWeek } from "./programme.ts";
import { type BoomYear, compareWithBoom, type SideBySide } from "./side-by-side.ts";
import { tradeOffCurve, type TradeOffPoint } from "./trade-off.ts";

/** Goals that come with an economy: where the levers start. */
export const goalsFile = "goals.yaml";

/** What is asked of a desk: levers moved, and what the plan seeks for how many years. */
export interface PlanWish {
  readonly settings: LeverSettings;
  readonly objective?: ObjectiveName;
  readonly years?: number;
}

/** Points of a trade-off: shares of all goals, and levels of emissions in the last year. */
const grid = { fulfilments: [0.9, 0.95, 1, 1.05, 1.1, 1.15], levels: [1, 0.8, 0.6] } as const;

/**
 * An economy held ready for many plans: read once, the solver warm between plans that ask for it. A plan that starts
 * cold is the one the command line gives for the same goals, to the bit. Close it when done.
 */
export class PlanDesk {
  readonly economy: Economy;
  readonly levers: readonly Lever[];
  /** The goals that come with the economy. */
  readonly goals: GoalsRecord;
  private readonly coefficients: Coefficients;
  private readonly planningText: string | undefined;
  private readonly solver: Solver;
  private readonly planner: Planner;
  private calibrated: { readonly key: string; readonly calibration: Calibration } | undefined;

  private constructor(
    solver: Solver,
    economy: Economy,
    coefficients: Coefficients,
    goals: GoalsRecord,
    given: { readonly levers: readonly Lever[]; readonly planningText: string | undefined },
  ) {
    this.solver = solver;
    this.economy = economy;
    this.coefficients = coefficients;
    this.goals = goals;
    this.levers = given.levers;
    this.planningText = given.planningText;
    this.planner = new Planner(solver);
  }

  /** Reads the folder of an economy with its `planning.yaml` and `goals.yaml`. */
  static open(solver: Solver, files: EconomyFiles): Outcome<PlanDesk> {
    const read = readEconomy(files);
    const problems: Problem[] = [...read.problems];
    const economy = read.value;
    if (!economy || hasErrors(problems)) return { value: undefined, problems };
    const coefficients = deriveCoefficients(economy);
    const planningText = files.get(planningFile);
    const source = planningText === undefined ? undefined : { file: planningFile, text: planningText };
    const planned = readPlanning(economy, coefficients, source);
    const goalsText = files.get(goalsFile);
    const goalsRead =
      goalsText === undefined
        ? { value: goalsReading({}), problems: [] }
        : readGoals({ file: goalsFile, text: goalsText });
    problems.push(...planned.problems, ...goalsRead.problems);
    const planning = planned.value;
    const record = goalsRead.value?.record;
    if (!planning || !record) return { value: undefined, problems };
    const week = baseWeek(economy, coefficients, planning.parameters);
    const levers = planLevers(economy, coefficients, planning, record, week);
    return {
      value: new PlanDesk(solver, economy, coefficients, record, { levers, planningText }),
      problems,
    };
  }

  /** The plan of a wish; with `warm` it may start from the last one, which is faster. */
  plan(wish: PlanWish, options: PlanOptions & { readonly warm?: boolean } = {}): Outcome<PlanDocument> {
    const { value: context, problems } = this.prepare(wish);
    if (!context) return { value: undefined, problems };
    const { economy, coefficients, planning, goals } = context;
    if (!options.warm) this.planner.close();
    const plan = this.planner.plan(economy, coefficients, planning, goals, options);
    return { value: describeContext(plan, context, this.calibration(context)), problems };
  }

  /** The trade-off between free time, consumption and emissions around a wish, point by point. */
  *tradeOff(
    wish: PlanWish,
    options: { readonly onProgress?: (iterations: number) => boolean } = {},
  ): Generator<{ readonly point: TradeOffPoint; readonly share: number }, void, undefined> {
    const account = emissionsAccount(this.economy);
    const context = this.prepare({ ...wish, objective: "hours" }).value;
    if (!context || account < 0) return;
    const { economy, coefficients, planning, goals } = context;
    const path = goals.accounts.get(account) ?? { level: 1, from: 0, by: goals.years };
    // The week is what the curve shows, so it must not be limited.
    const free = { ...goals, week: undefined, accounts: new Map([...goals.accounts, [account, path]]) };
    const whole = grid.fulfilments.length * grid.levels.length;
    let done = 0;
    for (const point of tradeOffCurve(this.solver, economy, coefficients, planning, free, account, {
      ...grid,
      ...options,
    })) {
      yield { point, share: ++done / whole };
    }
  }

  /** What else the resources of a bundle could do. */
  compare(bundle: ResourceBundle, wish: PlanWish): Comparison | undefined {
    const context = this.prepare(wish).value;
    return context && compareResources(context.economy, context.coefficients, context.planning, bundle);
  }

  /** A plan of a wish beside a year of a boom. */
  besideBoom(wish: PlanWish, document: PlanDocument, boom: BoomYear): SideBySide | undefined {
    const context = this.prepare(wish).value;
    return context && compareWithBoom(context, document, boom);
  }

  /** The goals of a wish, as `goals.yaml` would hold them. */
  goalsOf({ settings, objective, years }: PlanWish): GoalsRecord {
    const moved = moveLevers(this.goals, this.levers, settings);
    return { ...moved, ...(objective && { objective }), ...(years !== undefined && { years }) };
  }

  close(): void {
    this.planner.close();
  }

  private prepare(wish: PlanWish): Outcome<PlanContext> {
    const reading = goalsReading({ ...this.goalsOf(wish) });
    return preparePlan(this.economy, this.coefficients, this.planningText, reading);
  }

  private calibration({ planning }: PlanContext): Calibration {
    const key = JSON.stringify([...planning.parameters.values()].map(({ value }) => value));
    if (this.calibrated?.key !== key) {
      const calibration = calibrate(this.solver, this.economy, this.coefficients, planning);
      this.calibrated = { key, calibration };
    }
    return this.calibrated.calibration;
  }
}
