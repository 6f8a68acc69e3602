import { hasErrors, type Outcome, type Problem } from "../../core/problem.ts";
import { deriveCoefficients, type EconomyFiles, readEconomy } from "../economy/index.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Solver } from "../solve/solver.ts";
import { writeMps } from "../solve/mps.ts";
import { calibrate } from "./calibration.ts";
import { goalsReading, readGoals, resolveGoals, settingsOf } from "./goals.ts";
import type { ObjectiveName } from "./goals-schema.ts";
import { hazardCoefficients } from "./limits.ts";
import type { Setting } from "./parameter.ts";
import { computePlan, type PlanOptions } from "./plan.ts";
import { documentPlan, type PlanDocument } from "./plan-document.ts";
import { type PlanningSource, readPlanning } from "./planning.ts";
import { baseWeek } from "./programme.ts";

/** Everything a plan is made from, as texts: can be sent to a worker. */
export interface PlanRequest {
  readonly files: EconomyFiles;
  readonly goals?: PlanningSource;
  readonly objective?: ObjectiveName;
  readonly years?: number;
  readonly settings?: readonly Setting[];
  /** Also gives the linear program as MPS, so that another solver can audit it. */
  readonly program?: boolean;
}

export interface PlanReply {
  readonly document: PlanDocument;
  readonly mps: string | undefined;
}

export const planningFile = "planning.yaml";

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
  const text = request.files.get(planningFile);
  const planned = readPlanning(
    economy,
    coefficients,
    text === undefined ? undefined : { file: planningFile, text },
    [...settingsOf(reading), ...(request.settings ?? [])],
  );
  problems.push(...planned.problems);
  const planning = planned.value;
  if (!planning) return { value: undefined, problems };
  const week = baseWeek(economy, coefficients, planning.parameters);
  const resolved = resolveGoals(economy, planning, reading, week);
  problems.push(...resolved.problems);
  const goals = resolved.value;
  if (!goals) return { value: undefined, problems };

  let mps: string | undefined;
  const plan = computePlan(solver, economy, coefficients, planning, goals, {
    ...options,
    ...(request.program && { onProgram: (program: LinearProgram) => (mps = writeMps(program)) }),
  });
  const danger = hazardCoefficients({
    coefficients,
    planning,
    parameter: (name) => planning.parameters.get(name)?.value ?? NaN,
  });
  const document = documentPlan(plan, {
    economy,
    planning,
    goals,
    baseWeek: week,
    baseHazardousHours: coefficients.output.reduce(
      (sum, output, product) =>
        danger.output[product] > 0 ? sum + output * coefficients.labour[product] : sum,
      0,
    ),
    calibration: calibrate(solver, economy, coefficients, planning),
  });
  return { value: { document, mps }, problems };
}
