import type { Fraction } from "../../core/fraction.ts";

/** A project that can be voted on; its cost is in the unit of the election's budget (hours, money). */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly cost: Fraction;
  /** Further columns of the file, kept as they are. */
  readonly details: Readonly<Record<string, string>>;
}

export type BallotKind = "approval" | "choose-1" | "ordinal" | "cumulative" | "scoring";

/** What one voter said: projects by place in `projects`, with points (1 for an approval, Borda points for a rank). */
export interface Ballot {
  readonly voter: string;
  readonly choices: readonly { readonly project: number; readonly points: number }[];
  readonly details: Readonly<Record<string, string>>;
}

/** A vote on projects under one budget, as in participatory budgeting. */
export interface Election {
  readonly title: string;
  readonly kind: BallotKind;
  readonly budget: Fraction;
  readonly projects: readonly Project[];
  readonly ballots: readonly Ballot[];
  /** Keys of the file's META section that the election does not carry otherwise. */
  readonly meta: Readonly<Record<string, string>>;
}

/**
 * What a funded project is worth to a voter who wants it: its `cost` (money spent as the voter wishes), 1
 * (`cardinality`, number of projects) or the voter's `points`.
 */
export type Utility = "cost" | "cardinality" | "points";

/** The same wishes said by several voters, so that rules compute them once. */
export interface BallotGroup {
  readonly choices: Ballot["choices"];
  readonly voters: readonly number[];
}

const grouped = new WeakMap<readonly Ballot[], readonly BallotGroup[]>();

/** Voters with equal ballots, in order of first appearance; kept, since every rule begins with them. */
export function groupBallots({ ballots }: Pick<Election, "ballots">): readonly BallotGroup[] {
  const known = grouped.get(ballots) ?? groupEqual(ballots);
  grouped.set(ballots, known);
  return known;
}

function groupEqual(ballots: readonly Ballot[]): readonly BallotGroup[] {
  const groups = new Map<string, { choices: Ballot["choices"]; voters: number[] }>();
  ballots.forEach((ballot, voter) => {
    const sorted = [...ballot.choices].sort((a, b) => a.project - b.project);
    const key = sorted.map(({ project, points }) => `${project}:${points}`).join(",");
    const group = groups.get(key);
    if (group) group.voters.push(voter);
    else groups.set(key, { choices: sorted, voters: [voter] });
  });
  return [...groups.values()];
}

/** Places of projects in the order that breaks ties: by id, as code points compare. */
export function tieOrder(projects: readonly Pick<Project, "id">[]): readonly number[] {
  const order = projects
    .map((_, project) => project)
    .sort((a, b) => (projects[a].id < projects[b].id ? -1 : projects[a].id > projects[b].id ? 1 : 0));
  const rank = Array.from<number>({ length: projects.length });
  order.forEach((project, place) => (rank[project] = place));
  return rank;
}
