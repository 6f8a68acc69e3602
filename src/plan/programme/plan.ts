import type { Coefficients, Economy, Reservation } from "../economy/economy.ts";
import type { Certificate } from "../solve/certificate.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Method, SolveOptions, Solver, SolverSession } from "../solve/solver.ts";
import { type Conflict, findConflict, findRelaxations, type Relaxation, relaxProgramme } from "./conflict.ts";
import type { Programme } from "./draft.ts";
import type { Goals } from "./goals.ts";
import type { ObjectiveName } from "./goals-schema.ts";
import type { Rule } from "./label.ts";
import type { Parameter } from "./parameter.ts";
import type { Planning } from "./planning.ts";
import {
  type Binding,
  productPrices,
  type ProductPrice,
  rankBinding,
  shadowPrices,
  type ShadowPrice,
} from "./prices.ts";
import { createProgramme, type ProgrammeOptions } from "./programme.ts";
import { type Answer, type Corners, solveStages } from "./stages.ts";
import { readYears, type Yearly } from "./yearly.ts";

/** A rule without its place in the program. */
export type NamedRule = Pick<Rule, "kind" | "need" | "account">;

/** A way out of a conflict, solved: what gives way by which share, and the plan that follows. */
export interface SolvedRelaxation {
  readonly kind: Relaxation["kind"];
  readonly changes: readonly (NamedRule & { readonly share: number })[];
  readonly workingWeek: readonly number[];
  readonly certificate: Certificate | undefined;
}

/** A plan, or the reason why there is none; plain data. Lists of needs, accounts and products follow the economy. */
export interface Plan {
  readonly economy: string;
  readonly baseYear: number;
  readonly years: number;
  readonly objective: ObjectiveName;
  readonly status: "optimal" | "infeasible" | "stopped" | "failed";
  /** By id of the need: the share of its target reached in every year. */
  readonly fulfilment: Readonly<Record<string, number>>;
  readonly workingWeek: readonly number[];
  /** Of the account of emissions, in its unit. */
  readonly emissions: readonly number[];
  readonly hazardousHours: readonly number[];
  readonly yearly: Yearly | undefined;
  readonly binding: readonly Binding[];
  readonly shadowPrices: readonly ShadowPrice[];
  /** Of the last year shown. */
  readonly prices: readonly ProductPrice[];
  readonly conflict: Conflict | undefined;
  readonly relaxations: readonly SolvedRelaxation[];
  readonly certificate: Certificate | undefined;
  readonly parameters: readonly Parameter[];
  readonly reservations: readonly Reservation[];
  readonly solver: string;
}

export interface PlanOptions extends ProgrammeOptions {
  readonly method?: Method;
  readonly onProgress?: (progress: PlanProgress) => boolean;
  /** Is given the program as it was last solved, for example to write it down. */
  readonly onProgram?: (program: LinearProgram) => void;
  /** Leaves out the search for the reason if there is no plan. */
  readonly explain?: boolean;
}

/** Where the work stands. */
export interface PlanProgress {
  readonly step: "writing" | "solving" | "conflict" | "relaxing";
  readonly iterations: number;
}

/** From this many rows on the interior-point method is faster than a cold simplex … */
const interiorFrom = 5000;
/** … and from here on than a warm one. */
const alwaysInterior = 15_000;

/**
 * Keeps the solver warm between plans of one economy: a moved slider starts from the last plan. Close it when done.
 */
export class Planner {
  private readonly solver: Solver;
  private session: SolverSession | undefined;
  private shape = "";
  private readonly corners: Corners = new Map();

  constructor(solver: Solver) {
    this.solver = solver;
  }

  /** Computes a plan; every plan carries a certificate, and one that does not hold is `failed`. */
  plan(
    economy: Economy,
    coefficients: Coefficients,
    planning: Planning,
    goals: Goals,
    options: PlanOptions = {},
  ): Plan {
    const programme = createProgramme(economy, coefficients, planning, goals, options);
    const { session, warm } = this.open(programme.program);
    const rows = programme.rowLabels.length;
    const method =
      options.method ?? (rows > alwaysInterior || (rows > interiorFrom && !warm) ? "interior" : "simplex");
    const solve = (step: PlanProgress["step"]): SolveOptions => ({
      method,
      ...(options.onProgress && {
        onProgress: (iterations: number) => options.onProgress?.({ step, iterations }) ?? false,
      }),
    });
    const answer = solveStages(session, programme, { ...solve("solving"), warm, corners: this.corners });
    const { status } = answer.solution;
    options.onProgram?.(answer.program);
    if (status === "optimal") return describe(programme, answer, this.solver);
    if (status !== "infeasible" || options.explain === false)
      return unplanned(programme, status, this.solver);
    const least = leastWanted(goals);
    const corner = rows > alwaysInterior ? "interior" : "simplex";
    const conflict = findConflict(session, programme, least, { ...solve("conflict"), method: corner });
    const relaxations =
      conflict === undefined
        ? []
        : findRelaxations(session, programme, least, conflict, { ...solve("relaxing"), method: corner }).map(
            (relaxation) => this.solveRelaxed(session, programme, relaxation, solve("relaxing")),
          );
    return { ...unplanned(programme, status, this.solver), conflict, relaxations };
  }

  close(): void {
    this.session?.close();
    this.session = undefined;
    this.corners.clear();
  }

  private open(program: LinearProgram): { readonly session: SolverSession; readonly warm: boolean } {
    const shape = `${program.rowLower.length} ${program.cost.length}`;
    if (this.session && shape === this.shape) return { session: this.session, warm: true };
    this.close();
    this.shape = shape;
    this.session = this.solver.open(program);
    return { session: this.session, warm: false };
  }

  private solveRelaxed(
    session: SolverSession,
    programme: Programme,
    relaxation: Relaxation,
    options: SolveOptions,
  ): SolvedRelaxation {
    const relaxed = relaxProgramme(programme, relaxation);
    const answer = solveStages(session, relaxed, { ...options, method: "simplex", warm: true });
    const optimal = answer.solution.status === "optimal";
    return {
      kind: relaxation.kind,
      changes: relaxation.shares.map(({ rule, share }) => ({ ...nameRule(rule), share })),
      workingWeek: optimal ? readYears(relaxed, answer.solution.primal).workingWeek : [],
      certificate: optimal ? answer.certificates.at(-1) : undefined,
    };
  }
}

/** Computes one plan (see `Planner` for many). */
export function computePlan(
  solver: Solver,
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
  goals: Goals,
  options: PlanOptions = {},
): Plan {
  const planner = new Planner(solver);
  try {
    return planner.plan(economy, coefficients, planning, goals, options);
  } finally {
    planner.close();
  }
}

/** The account that counts emissions: the first whose unit is CO2. */
export function emissionsAccount(economy: Economy): number {
  return economy.accounts.findIndex(({ unit }) => unit.includes("CO2"));
}

export function nameRule({ kind, need, account }: NamedRule): NamedRule {
  return { kind, ...(need === undefined ? {} : { need }), ...(account === undefined ? {} : { account }) };
}

/** Fulfilment that the goals ask for: all of it, unless the plan itself seeks how much is possible. */
function leastWanted(goals: Goals): readonly number[] {
  const seeks = goals.objective === "fulfilment" || goals.objective === "harmony";
  return goals.targets.map(() => (seeks ? 0 : 1));
}

function describe(programme: Programme, answer: Answer, solver: Solver): Plan {
  const { economy, goals, planning } = programme;
  const yearly = readYears(programme, answer.solution.primal);
  const certificate = answer.certificates.at(-1);
  const holds = answer.certificates.every((stage) => stage.holds);
  const emissions = emissionsAccount(economy);
  return {
    ...unplanned(programme, holds ? "optimal" : "failed", solver),
    fulfilment: Object.fromEntries(planning.needs.map(({ id }) => [id, Math.min(...yearly.fulfilment[id])])),
    workingWeek: yearly.workingWeek,
    emissions: emissions < 0 ? [] : yearly.accounts[economy.accounts[emissions].id],
    hazardousHours: yearly.hazardousHours,
    yearly,
    binding: rankBinding(programme, answer),
    shadowPrices: shadowPrices(programme, answer),
    prices: productPrices(programme, answer, goals.years),
    certificate,
  };
}

function unplanned(
  { economy, goals, planning }: Programme,
  status: Answer["solution"]["status"],
  solver: Solver,
): Plan {
  return {
    economy: economy.id,
    baseYear: economy.year,
    years: goals.years,
    objective: goals.objective,
    status: status === "unbounded" ? "failed" : status,
    fulfilment: {},
    workingWeek: [],
    emissions: [],
    hazardousHours: [],
    yearly: undefined,
    binding: [],
    shadowPrices: [],
    prices: [],
    conflict: undefined,
    relaxations: [],
    certificate: undefined,
    parameters: [...planning.parameters.values()],
    reservations: economy.reservations,
    solver: solver.name,
  };
}
