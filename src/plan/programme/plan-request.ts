import { hasErrors, type Outcome, type Problem } from "../../core/problem.ts";
import { deriveCoefficients, type EconomyFiles, readEconomy } from "../economy/index.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Solver } from "../solve/solver.ts";
import { writeMps } from "../solve/mps.ts";
import { calibrate } from "./calibration.ts";
import { goalsReading, readGoals } from "./goals.ts";
import type { ObjectiveName } from "./goals-schema.ts";
import type { Setting } from "./parameter.ts";
import { computePlan, type PlanOptions } from "./plan.ts";
import { describeContext, planningFile, preparePlan } from "./plan-context.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { PlanningSource } from "./planning.ts";
import { type BoomYear, compareWithBoom } from "./side-by-side.ts";

/** Everything a plan is made from, as texts: can be sent to a worker. */
export interface PlanRequest {
  readonly files: EconomyFiles;
  readonly goals?: PlanningSource;
  readonly objective?: ObjectiveName;
  readonly years?: number;
  readonly settings?: readonly Setting[];
  /** Sets the plan beside a year of a boom. */
  readonly boom?: BoomYear;
  /** Also gives the linear program as MPS, so that another solver can audit it. */
  readonly program?: boolean;
}

export interface PlanReply {
  readonly document: PlanDocument;
  readonly mps: string | undefined;
}

/** Reads, resolves and computes a plan. Problems of the economy, its planning and the goals come in this order. */
export function planFromFiles(
  solver: Solver,
  request: PlanRequest,
  options: PlanOptions = {},
): Outcome<PlanReply> {
  const problems: Problem[] = [];
  const read = readEconomy(request.files);
  problems.push(...read.problems);
  const economy = read.value;
  if (!economy || hasErrors(problems)) return { value: undefined, problems };
  const goalsRead = request.goals ? readGoals(request.goals) : { value: goalsReading({}), problems: [] };
  problems.push(...goalsRead.problems);
  if (!goalsRead.value) return { value: undefined, problems };
  const { record, where } = goalsRead.value;
  const { objective = record.objective, years = record.years } = request;
  const reading = {
    where,
    record: { ...record, ...(objective && { objective }), ...(years !== undefined && { years }) },
  };
  const coefficients = deriveCoefficients(economy);
  const prepared = preparePlan(
    economy,
    coefficients,
    request.files.get(planningFile),
    reading,
    request.settings,
  );
  problems.push(...prepared.problems);
  const context = prepared.value;
  if (!context) return { value: undefined, problems };
  const { planning, goals } = context;

  let mps: string | undefined;
  const plan = computePlan(solver, economy, coefficients, planning, goals, {
    ...options,
    ...(request.program && { onProgram: (program: LinearProgram) => (mps = writeMps(program)) }),
  });
  const calibration = calibrate(solver, economy, coefficients, planning);
  const document = describeContext(plan, context, calibration);
  const { boom } = request;
  return {
    value: {
      document: boom ? { ...document, boom: compareWithBoom(context, document, boom) } : document,
      mps,
    },
    problems,
  };
}
