import { type Certificate, certify } from "../solve/certificate.ts";
import type { LinearProgram } from "../solve/linear-program.ts";
import type { Solution, SolveOptions, SolverSession } from "../solve/solver.ts";
import type { Programme } from "./draft.ts";
import {
  commonCost,
  harmonyCost,
  hazardCost,
  hoursCost,
  programOfStage,
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
  } = {},
): Answer {
  const wanted = options.wanted ?? 1;
  const needs = programme.planning.needs.length;
  const all = (value: number): number[] => Array.from({ length: needs }, () => value);
  const none = Array.from({ length: needs }, () => false);
  const certificates: Certificate[] = [];
  const run = (stage: Stage): { readonly program: LinearProgram; readonly solution: Solution } => {
    const program = programOfStage(programme, stage);
    session.update(program);
    const solution = session.solve(options);
    if (solution.status === "optimal") certificates.push(certify(program, solution));
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
