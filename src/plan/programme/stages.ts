import { type Certificate, certify } from "../solve/certificate.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Solution, SolveOptions, SolverSession } from "../solve/solver.ts";
import type { Programme } from "./draft.ts";
import {
  commonCost,
  commonWorth,
  harmonyCost,
  hazardCost,
  hoursCost,
  programOfStage,
  softened,
  type Stage,
  weightedCost,
} from "./objective.ts";

/** The answer to a programme: the last stage's, with the certificates of all. */
export interface Answer {
  readonly program: LinearProgram;
  readonly solution: Solution;
  /** One for each stage; the last is the plan's. */
  readonly certificates: readonly Certificate[];
  /** By need; the least that the plan keeps to. */
  readonly least: readonly number[];
  /** Prices of the rows, in what `measure` counts; for `fulfilment` those of its first stage. */
  readonly dual: Float64Array;
  /** What the prices are measured in. */
  readonly measure: "hours" | "hazard" | "fulfilment" | "harmony" | "weights";
}

/** Fulfilment found in one stage is kept in the next up to this share: below the solver's own tolerance nothing holds. */
const slack = 1e-7;
/** A need whose common row has a smaller dual can still rise. */
const stuck = 1e-7;
const strict = 1e-9;
/** What gives way by less has not given way. */
const barely = 1e-7;
/** Price of giving way by all of a rule, in years of the objective. */
const penalty = 1000;
/** A warm start that takes more steps than this share of the rows was not warm: the interior way is shorter then. */
const patience = 0.35;
const smallProgram = 2000;
/** Beyond so many rows no corner is sought after the interior-point method. */
const cornerless = 15_000;

/**
 * Solves a programme by its objective. `fulfilment` is lexicographic: for each tier the greatest common φ, then once
 * more for the needs that can still rise (up to what was wished), then the least hours at that fulfilment; its
 * duals are those of the first stage, so prices say what a unit more would bring in fulfilment.
 */
export function solveStages(
  session: SolverSession,
  programme: Programme,
  options: SolveOptions & {
    /** Share of every target that must be reached (not for `fulfilment` and `harmony`, which seek it); 1 if missing. */
    readonly wanted?: number;
    /** The session has solved a program like this one before. */
    readonly warm?: boolean;
  } = {},
): Answer {
  const wanted = options.wanted ?? 1;
  const all = (value: number): number[] => programme.planning.needs.map(() => value);
  const none = programme.planning.needs.map(() => false);
  const certificates: Certificate[] = [];
  let method = options.method ?? "simplex";
  let warm = options.warm ?? false;
  const large = programme.rowLabels.length > cornerless;
  const run = (stage: Stage): { readonly program: LinearProgram; readonly solution: Solution } => {
    const program = programOfStage(programme, stage);
    let solution =
      method === "interior"
        ? solveWhole(session, program, { ...options, method, crossover: !large })
        : solveSoftened(session, programme, program, { ...options, warm });
    warm = true;
    if (!large) method = "simplex";
    if (solution.status === "optimal") {
      let certificate = certify(program, solution);
      if (!certificate.holds) {
        // Prices near the tolerance of the solver: from here a stricter one takes few steps.
        const stricter = solveSoftened(session, programme, program, { ...options, tolerance: strict });
        if (stricter.status === "optimal") {
          solution = stricter;
          certificate = certify(program, stricter);
        }
      }
      certificates.push(certificate);
    }
    return { program, solution };
  };
  const { objective, weights } = programme.goals;
  const answer = (measure: Answer["measure"], stage: Stage): Answer => {
    const { program, solution } = run(stage);
    return { program, solution, certificates, least: stage.least, measure, dual: solution.dual };
  };
  switch (objective) {
    case "hours":
      return answer(objective, { cost: hoursCost(programme), least: all(wanted), pulled: none });
    case "hazard":
      return answer(objective, { cost: hazardCost(programme), least: all(wanted), pulled: none });
    case "harmony":
      return answer(objective, { cost: harmonyCost(programme), least: all(0), pulled: none });
    case "weights": {
      const free = (weights.fulfilment ?? 0) > 0;
      const least = all(free ? 0 : wanted);
      const pulled = none.map(() => free);
      return answer(objective, { cost: weightedCost(programme), least, pulled, mostCommon: 2 });
    }
    case "fulfilment":
      return lexicographic(programme, run, certificates);
  }
}

function solveWhole(session: SolverSession, program: LinearProgram, options: SolveOptions): Solution {
  session.update(program);
  return session.solve(options);
}

/** Solves by the simplex method: with rules that may give way, and as it stands only if that leaves a doubt. */
export function solveSoftened(
  session: SolverSession,
  programme: Programme,
  program: LinearProgram,
  options: SolveOptions & { readonly warm?: boolean },
): Solution {
  const price = penalty * worthOf(programme, program);
  session.update(softened(program, programme.rules, price));
  let told = false;
  const rows = programme.rowLabels.length;
  const solution = session.solve({
    ...options,
    method: "simplex",
    ...(options.warm && rows > smallProgram && { iterationLimit: Math.ceil(rows * patience) }),
    onProgress: (iterations) => (told = options.onProgress?.(iterations) ?? false),
  });
  if (solution.status === "stopped" && !told && options.warm && options.timeLimitSeconds === undefined) {
    return solveWhole(session, program, { ...options, method: "interior", crossover: true });
  }
  const given = programme.rules.some(
    ({ column }) => solution.primal[column] > program.columnUpper[column] + barely,
  );
  if (solution.status !== "optimal" || !given) return solution;
  // Something gave way: because it must, or because the price was too low?
  session.update(softened({ ...program, cost: new Float64Array(program.cost.length) }, programme.rules, 1));
  const least = session.solve({ ...options, method: "simplex" });
  if (least.status !== "optimal" || least.objective > barely) return { ...solution, status: "infeasible" };
  return solveWhole(session, program, options);
}

/** What a year of the objective is worth: all hours of the base year, all targets, or per cents of the base year. */
function worthOf({ coefficients, units, columns, goals }: Programme, { cost }: LinearProgram): number {
  if (cost[columns.common] < 0 && goals.objective === "fulfilment") return commonWorth;
  if (goals.objective !== "hours" && goals.objective !== "fulfilment") return 100;
  const { output, labour } = coefficients;
  return output.reduce((sum, amount, product) => sum + amount * labour[product], 0) / units.hours;
}

function lexicographic(
  programme: Programme,
  run: (stage: Stage) => { readonly program: LinearProgram; readonly solution: Solution },
  certificates: readonly Certificate[],
): Answer {
  const { columns, rows, goals } = programme;
  const least = goals.targets.map(() => 0);
  const tiers = [...new Set(goals.targets.map(({ tier }) => tier))].sort((a, b) => a - b);
  let first: Solution | undefined;
  const shared = ({ dual }: Solution): Pick<Answer, "certificates" | "least" | "measure" | "dual"> => ({
    certificates,
    least,
    measure: "fulfilment",
    dual,
  });
  for (const tier of tiers) {
    let pulled = goals.targets.map((target) => target.tier === tier);
    let highest = 1000;
    for (let round = 0; round < 2 && pulled.includes(true); round++) {
      const { program, solution } = run({
        cost: commonCost(programme),
        least: least.map((value) => value * (1 - slack)),
        pulled,
        mostCommon: highest,
      });
      first ??= solution;
      if (solution.status !== "optimal") return { program, solution, ...shared(first) };
      const common = solution.primal[columns.common];
      pulled.forEach((pull, need) => {
        if (pull) least[need] = common;
      });
      pulled = pulled.map((pull, need) => pull && solution.dual[rows.common[need]] <= stuck);
      highest = Math.max(1, common);
      if (common >= highest && round > 0) break;
    }
  }
  const { program, solution } = run({
    cost: hoursCost(programme),
    least: least.map((value) => value * (1 - slack)),
    pulled: least.map(() => false),
  });
  return { program, solution, ...shared(first ?? solution) };
}
