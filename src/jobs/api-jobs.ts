import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import type { Period } from "../core/period.ts";
import { readDossier } from "../dossier/index.ts";
import { measureDossier, type Measurement } from "../measure/index.ts";
import { compile, type Figure, type Model } from "../model/index.ts";
import {
  loadSolver,
  planFromFiles,
  type PlanRequest,
  readEconomy,
  readPabulib,
  type Solver,
  tally,
  type Tally,
  type TallyOptions,
} from "../plan/index.ts";
import {
  type ResourceYear,
  type Run,
  hashRun,
  simulate,
  type SimulateOptions,
  simulateYear,
  wholeYearsOf,
} from "../simulate/index.ts";
import { createProblem } from "../text/index.ts";

type Files = Readonly<Record<string, string>>;

/** A model with what it may include and name. */
export interface ModelSource {
  readonly text: string;
  readonly files: Files;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Work that the HTTP API hands to a thread: plain data in, plain data out. */
export type ApiJob =
  | { readonly kind: "check-dossier"; readonly files: Files }
  | { readonly kind: "check-economy"; readonly files: Files }
  | ({ readonly kind: "check-model" } & ModelSource)
  | {
      readonly kind: "measure";
      readonly files: Files;
      readonly asOf: number | undefined;
      readonly status: "announced" | "contracted" | "paid" | undefined;
      readonly window: Period | undefined;
    }
  | ({ readonly kind: "simulate"; readonly options: SimulateOptions } & ModelSource)
  | {
      readonly kind: "plan";
      readonly files: Files;
      readonly goals: string | undefined;
      readonly options: Pick<PlanRequest, "objective" | "years" | "settings">;
      readonly boom?: { readonly model: ModelSource; readonly year: number };
    }
  | { readonly kind: "tally"; readonly text: string; readonly options: TallyOptions };

/** A result, unless errors are among the problems. */
export interface ApiResult {
  readonly problems: readonly Problem[];
  readonly value?: unknown;
}

/** A run as it goes over the wire: numbers that do not exist are null. */
export interface RunDocument extends Omit<Run, "series"> {
  readonly hash: string;
  readonly series: Readonly<Record<string, readonly number[]>>;
}

let solver: Promise<Solver> | undefined;

/** Does one job; the solver of plans is loaded with the first of them. */
export async function performApiJob(job: ApiJob): Promise<ApiResult> {
  switch (job.kind) {
    case "check-dossier":
      return { problems: readDossier(filesOf(job.files)).problems };
    case "check-economy":
      return { problems: readEconomy(filesOf(job.files)).problems };
    case "check-model":
      return { problems: compileSource(job).problems };
    case "measure":
      return measure(job);
    case "simulate":
      return run(job);
    case "plan":
      solver ??= loadSolver();
      return plan(job, await solver);
    case "tally":
      return count(job);
  }
}

function measure(job: Extract<ApiJob, { kind: "measure" }>): ApiResult {
  const { value: dossier, problems } = readDossier(filesOf(job.files));
  if (!dossier || hasErrors(problems)) return { problems };
  const { asOf, status, window } = job;
  const { value, problems: found } = measureDossier(dossier, { asOf, status, window });
  return answer(value satisfies Measurement | undefined, [...problems, ...found]);
}

function run(job: Extract<ApiJob, { kind: "simulate" }>): ApiResult {
  const { value: model, problems } = compileSource(job);
  if (!model || hasErrors(problems)) return { problems };
  const { value, problems: found } = simulate(model.system, job.options);
  if (!value) return { problems: [...problems, ...found] };
  const series = Object.fromEntries(
    Object.entries(value.series).map(([name, values]) => [name, Array.from(values)]),
  );
  const document: RunDocument = { ...value, hash: hashRun(value), series };
  return answer(document, [...problems, ...found]);
}

function plan({ files, goals, options, boom }: Extract<ApiJob, { kind: "plan" }>, by: Solver): ApiResult {
  const beside = boom && boomYear(boom);
  if (beside && !beside.value) return { problems: beside.problems };
  const request: PlanRequest = {
    files: filesOf(files),
    ...(goals !== undefined && { goals: { file: "goals.yaml", text: goals } }),
    ...options,
    ...(beside?.value && { boom: beside.value }),
  };
  const { value, problems } = planFromFiles(by, request);
  return answer(value?.document, [...(beside?.problems ?? []), ...problems]);
}

function boomYear({
  model,
  year,
}: NonNullable<Extract<ApiJob, { kind: "plan" }>["boom"]>): Outcome<ResourceYear> {
  const { value, problems } = compileSource(model);
  if (!value || hasErrors(problems)) return { value: undefined, problems };
  const years = wholeYearsOf(value);
  if (years.includes(year)) return simulateYear(value, year);
  const wanted = `${years[0]} … ${years[years.length - 1]}`;
  const where = { file: "boom", line: 0, column: 0 };
  const values = { option: "boom", value: String(year), wanted };
  return { value: undefined, problems: [createProblem("bad-option-value", where, values)] };
}

function count(job: Extract<ApiJob, { kind: "tally" }>): ApiResult {
  const { value: election, problems } = readPabulib(job.text, { file: "votes.pb" });
  if (!election || hasErrors(problems)) return { problems };
  return answer(tally(election, job.options) satisfies Tally, problems);
}

function answer(value: unknown, problems: readonly Problem[]): ApiResult {
  return value === undefined ? { problems } : { problems, value };
}

function compileSource({ text, files, figures }: ModelSource): Outcome<Model> {
  return compile(text, { files: (name) => files[name], figures: (id) => figures[id] });
}

function filesOf(files: Files): ReadonlyMap<string, string> {
  return new Map(Object.entries(files));
}
