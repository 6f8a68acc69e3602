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
  readonly approved: readonly string[];
  /** By id of the project, where the vote is by points; what is missing has none. */
  readonly points?: Readonly<Record<string, number>>;
}

/** Most points that a ballot gives a project. */
export const mostPoints = 5;

/** A vote in one room: levels by slider, projects by approval or points under a budget of hours. */
export interface ClassVote {
  /** How projects are voted on; by approval if missing. */
  readonly by?: "approval" | "points";
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
 * ballots give them; completion by raising the shares, then greedy), and the goals that follow (see `targetsOfVote`).
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
  const place = new Map(projects.map(({ id }, index) => [id, index]));
  return {
    title,
    kind: scored ? "scoring" : "approval",
    budget: exact(budget),
    projects: projects.map(({ id, name, need, hours }) => ({
      id,
      name,
      cost: exact(hours),
      details: { need },
    })),
    ballots: ballots.map(({ levels, approved, points = {} }, index) => ({
      voter: String(index + 1),
      choices: (scored ? Object.entries(points) : approved.map((id) => [id, 1] as const)).flatMap(
        ([id, given]) => {
          const project = place.get(id);
          return project === undefined || given <= 0 ? [] : [{ project, points: given }];
        },
      ),
      details: Object.fromEntries(
        Object.entries(levels).map(([goal, level]) => [levelPrefix + goal, String(level)]),
      ),
    })),
    meta: { unit: "million hours a year", ...(scored && { max_points: String(mostPoints) }) },
  };
}

/** The class that an election holds; what it does not say (the need of a project) is empty. */
export function classOf({ title, budget, projects, ballots, kind }: Election): ClassVote {
  const scored = kind === "scoring" || kind === "cumulative";
  return {
    ...(scored && { by: "points" as const }),
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

function exact(value: number): Fraction {
  return parseFraction(String(value)) ?? wholeFraction(Math.round(value));
}
