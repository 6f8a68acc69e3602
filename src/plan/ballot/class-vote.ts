import { type Fraction, parseFraction, toNumber, wholeFraction } from "../../core/fraction.ts";
import type { Problem } from "../../core/problem.ts";
import type { Election } from "./election.ts";
import { type LevelQuestion, type LevelResult, medianLevels } from "./levels.ts";
import { tally, type Tally } from "./tally.ts";
import { type ElectedProject, type NeedBasis, targetsOfVote } from "./targets.ts";

/** A project of a class: hours of work a year for a need. */
export interface ClassProject extends ElectedProject {
  readonly name: string;
}

/** What one person wants: a level for each question, and projects. */
export interface ClassBallot {
  readonly levels: Readonly<Record<string, number>>;
  /** Projects wanted; the best first where the vote is by ranking. */
  readonly approved: readonly string[];
  /** By id of the project, where the vote is by points; what is missing has none. */
  readonly points?: Readonly<Record<string, number>>;
}

/** Most points that a ballot gives a project. */
export const mostPoints = 5;

/** A vote in one room: levels by slider, projects by approval, points or ranking under a budget of hours. */
export interface ClassVote {
  /** How projects are voted on; by approval if missing. */
  readonly by?: "approval" | "points" | "ranking";
  readonly title: string;
  /** Million hours a year set aside for projects. */
  readonly budget: number;
  readonly projects: readonly ClassProject[];
  readonly ballots: readonly ClassBallot[];
}

export interface ClassResult {
  readonly levels: readonly LevelResult[];
  /** Missing without projects. */
  readonly tally: Tally | undefined;
  /** Settings of levers that the vote comes to. */
  readonly settings: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/**
 * Counts a class: the median of each level, projects by the Method of Equal Shares (utility: hours, or points where
 * ballots give them, Borda points where they rank: k for the first of k ranked projects, 1 for the last; completion by
 * raising the shares, then greedy), and the goals that follow (see `targetsOfVote`).
 */
export function countClass(
  vote: ClassVote,
  questions: readonly LevelQuestion[],
  basis: ReadonlyMap<string, NeedBasis>,
): ClassResult {
  const wishes = questions.map(({ goal }) => vote.ballots.flatMap(({ levels }) => levels[goal] ?? []));
  const asked = questions.filter((_, index) => wishes[index].length > 0);
  const levels = medianLevels(
    asked,
    wishes.filter((list) => list.length > 0),
  );
  const counted = vote.projects.length > 0 ? tally(electionOf(vote), { rule: "mes" }) : undefined;
  const elected = vote.projects.filter(({ id }) => counted?.selected.includes(id));
  const targets = targetsOfVote(levels.value ?? [], elected, basis);
  return {
    levels: levels.value ?? [],
    tally: counted,
    settings: targets.value ?? {},
    problems: [...levels.problems, ...targets.problems],
  };
}

const levelPrefix = "level:";

/** A class as an election that a `.pb` file can hold; levels are columns of the ballots, needs columns of projects. */
export function electionOf({ title, budget, projects, ballots, by }: ClassVote): Election {
  const scored = by === "points";
  const ranked = by === "ranking";
  const place = new Map(projects.map(({ id }, index) => [id, index]));
  return {
    title,
    kind: scored ? "scoring" : ranked ? "ordinal" : "approval",
    budget: exact(budget),
    projects: projects.map(({ id, name, need, hours }) => ({
      id,
      name,
      cost: exact(hours),
      details: { need },
    })),
    ballots: ballots.map(({ levels, approved, points = {} }, index) => ({
      voter: String(index + 1),
      choices: (scored
        ? Object.entries(points)
        : approved.map((id, rank) => [id, ranked ? approved.length - rank : 1] as const)
      ).flatMap(([id, given]) => {
        const project = place.get(id);
        return project === undefined || given <= 0 ? [] : [{ project, points: given }];
      }),
      details: Object.fromEntries(
        Object.entries(levels).map(([goal, level]) => [levelPrefix + goal, String(level)]),
      ),
    })),
    meta: {
      unit: "million hours a year",
      ...(scored && { max_points: String(mostPoints) }),
      ...(ranked && { scoring_fn: "Borda" }),
    },
  };
}

/** The class that an election holds; what it does not say (the need of a project) is empty. */
export function classOf({ title, budget, projects, ballots, kind }: Election): ClassVote {
  const scored = kind === "scoring" || kind === "cumulative";
  return {
    ...(scored && { by: "points" as const }),
    ...(kind === "ordinal" && { by: "ranking" as const }),
    title,
    budget: toNumber(budget),
    projects: projects.map(({ id, name, cost, details }) => ({
      id,
      name: name === "" ? id : name,
      need: details["need"] ?? "",
      hours: toNumber(cost),
    })),
    ballots: ballots.map(({ choices, details }) => ({
      approved: choices.map(({ project }) => projects[project].id),
      ...(scored && {
        points: Object.fromEntries(choices.map(({ project, points }) => [projects[project].id, points])),
      }),
      levels: Object.fromEntries(
        Object.entries(details).flatMap(([column, text]) =>
          column.startsWith(levelPrefix) && text !== "" && Number.isFinite(Number(text))
            ? [[column.slice(levelPrefix.length), Number(text)]]
            : [],
        ),
      ),
    })),
  };
}

/**
 * An order in which a project stands at a place (1 is the first), the others as they stood to each other; 0 takes it out.
 *
 * @example
 * import { placeProject } from "kreislauf/plan";
 * placeProject(["a", "b"], "c", 1); // → ["c", "a", "b"]
 * placeProject(["a", "b"], "a", 0); // → ["b"]
 */
export function placeProject(order: readonly string[], id: string, place: number): readonly string[] {
  const others = order.filter((other) => other !== id);
  return place === 0 ? others : [...others.slice(0, place - 1), id, ...others.slice(place - 1)];
}

function exact(value: number): Fraction {
  return parseFraction(String(value)) ?? wholeFraction(Math.round(value));
}
