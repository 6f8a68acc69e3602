import { type Certificate, certify } from "../solve/certificate.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Corner, Solution, SolveOptions, SolverSession } from "../solve/solver.ts";
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
/** A need with a smaller dual can still rise: by a whole target, while the others lose no more than the slack. */
const stuck = slack * commonWorth;
const strict = 1e-9;
/** What lacks less of a wish than the interior-point method leaves of a bound fulfils it. */
const wished = 1e-6;
/** What gives way by less has not given way. */
const barely = 1e-7;
/** Price of giving way by all of a rule, in years of the objective. */
const penalty = 1000;
/** A warm start that takes more steps than this share of the rows was not warm: the interior way is shorter then. */
const patience = 0.35;
/** Up to so many rows the simplex method is the shortest way also from nowhere. */
export const smallProgram = 2000;
/** Beyond so many rows no corner is sought after the interior-point method. */
const cornerless = 15_000;

/** Corners in which the stages of an earlier plan ended, by stage: a moved slider starts each stage from its own. */
export type Corners = Map<string, Corner>;

/**
 * Solves a programme by its objective. `fulfilment` is lexicographic: for each tier the greatest common φ, then, as
 * long as there are any, for the needs that can still rise (up to what was wished), then the least hours at that
 * fulfilment (leximin: Ogryczak & Śliwiński 2006); its duals are those of the first stage, so prices say what a unit
 * more would bring in fulfilment.
 */
export function solveStages(
  session: SolverSession,
  programme: Programme,
  options: SolveOptions & {
    /** Share of every target that must be reached (not for `fulfilment` and `harmony`, which seek it); 1 if missing. */
    readonly wanted?: number;
    /** The session has solved a program like this one before. */
    readonly warm?: boolean;
    /** Read and written: where the stages of the last plan ended. */
    readonly corners?: Corners;
  } = {},
): Answer {
  const { wanted = 1, corners, ...given } = options;
  const { objective, weights } = programme.goals;
  const all = (value: number): number[] => programme.planning.needs.map(() => value);
  const none = programme.planning.needs.map(() => false);
  const certificates: Certificate[] = [];
  let method = options.method ?? "simplex";
  let warm = options.warm ?? false;
  const large = programme.rowLabels.length > cornerless;
  const solve = (program: LinearProgram, { name = objective, follows, leads }: Place): Solution => {
    const start = corners?.get(name);
    // A corner is worth its time only where work goes on from it, or where prices are read.
    const crossover = !large && !leads;
    if (method === "interior") return solveWhole(session, program, { ...given, method, crossover });
    const near = { ...given, crossover, ...(start && { start }) };
    return follows
      ? solveOnwards(session, program, near)
      : solveSoftened(session, programme, program, { ...near, warm });
  };
  const run: RunStage = (stage, place = {}) => {
    const program = programOfStage(programme, stage);
    let solution = solve(program, place);
    warm = true;
    if (!large && !place.leads) method = "simplex";
    if (solution.status === "optimal") {
      let certificate = certify(program, solution);
      // Prices near the tolerance of the solver: from here a stricter one takes few steps. If the corner itself is
      // badly conditioned, as one reached over many warm starts can be, only another way to it helps.
      for (const afresh of [false, true]) {
        if (certificate.holds) break;
        const again = { ...given, method: "simplex", tolerance: strict, afresh } as const;
        const stricter = solveWhole(session, program, again);
        if (stricter.status !== "optimal") continue;
        solution = stricter;
        certificate = certify(program, stricter);
      }
      certificates.push(certificate);
      if (solution.method === "simplex") corners?.set(place.name ?? objective, session.corner());
    }
    return { program, solution };
  };
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

/** Where a stage stands among others. */
interface Place {
  readonly name?: string;
  /** It has an answer, because that of the stage before obeys its bounds. */
  readonly follows?: boolean;
  /** Another one follows. */
  readonly leads?: boolean;
}

type RunStage = (
  stage: Stage,
  place?: Place,
) => { readonly program: LinearProgram; readonly solution: Solution };

function solveWhole(session: SolverSession, program: LinearProgram, options: SolveOptions): Solution {
  session.update(program);
  return session.solve(options);
}

/**
 * Solves a stage that follows another. It is never softened: what the last stage left is so thin that no price of
 * giving way is high enough, so that rules would give way where nothing forces them to. The last corner obeys the
 * bounds, so the primal method goes on from it; a corner of an earlier plan may be nearer.
 */
function solveOnwards(session: SolverSession, program: LinearProgram, options: SolveOptions): Solution {
  session.update(program);
  return solvePatiently(session, program, options.start ? options : { ...options, startHolds: true });
}

/** The simplex method from a corner that should be near; the interior way if it was not. */
function solvePatiently(session: SolverSession, program: LinearProgram, options: SolveOptions): Solution {
  const rows = program.rowLower.length;
  let told = false;
  const solution = session.solve({
    ...options,
    method: "simplex",
    ...(rows > smallProgram && { iterationLimit: Math.ceil(rows * patience) }),
    onProgress: (iterations) => (told = options.onProgress?.(iterations) ?? false),
  });
  if (solution.status !== "stopped" || told || options.timeLimitSeconds !== undefined) return solution;
  return solveWhole(session, program, { crossover: true, ...options, method: "interior" });
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
  const solution = options.warm
    ? solvePatiently(session, program, options)
    : session.solve({ ...options, method: "simplex" });
  const given = programme.rules.some(
    ({ column }) => solution.primal[column] > program.columnUpper[column] + barely,
  );
  if (solution.status !== "optimal" || !given) return solution;
  // Something gave way: because it must, or because the price was too low?
  const { start: _, ...onwards } = options;
  session.update(
    softened({ ...program, cost: new Float64Array(program.cost.length) }, programme.rules, penalty),
  );
  const least = session.solve({ ...onwards, method: "simplex" });
  if (least.status !== "optimal" || least.objective > barely * penalty)
    return { ...solution, status: "infeasible" };
  return solveWhole(session, program, options);
}

/** What a year of the objective is worth: all hours of the base year, all targets, or per cents of the base year. */
function worthOf({ coefficients, units, columns, goals }: Programme, { cost }: LinearProgram): number {
  if (cost[columns.common] < 0 && goals.objective === "fulfilment") return commonWorth;
  if (goals.objective !== "hours" && goals.objective !== "fulfilment") return 100;
  const { output, labour } = coefficients;
  return output.reduce((sum, amount, product) => sum + amount * labour[product], 0) / units.hours;
}

function lexicographic(programme: Programme, run: RunStage, certificates: readonly Certificate[]): Answer {
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
    for (let round = 0; pulled.includes(true); round++) {
      const stage = {
        cost: commonCost(programme),
        least: least.map((value) => value * (1 - slack)),
        pulled,
        mostCommon: round === 0 ? 1000 : 1,
      };
      const { program, solution } = run(stage, {
        name: `tier ${tier}, ${round}`,
        follows: first !== undefined,
        leads: true,
      });
      first ??= solution;
      if (solution.status !== "optimal") return { program, solution, ...shared(first) };
      const common = solution.primal[columns.common];
      pulled.forEach((pull, need) => {
        if (pull) least[need] = common;
      });
      const rising = pulled.map((pull, need) => pull && solution.dual[rows.common[need]] <= stuck);
      // Beyond what was wished no need is lifted alone; and a round that stops none would not end.
      if (common >= 1 - wished || rising.every((rises, need) => rises === pulled[need])) break;
      pulled = rising;
    }
  }
  const stage = {
    cost: hoursCost(programme),
    least: least.map((value) => value * (1 - slack)),
    pulled: least.map(() => false),
  };
  const { program, solution } = run(stage, { name: "hours last", follows: true });
  return { program, solution, ...shared(first ?? solution) };
}
