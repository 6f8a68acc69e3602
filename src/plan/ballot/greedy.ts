import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  subtractFractions,
  zero,
} from "../../core/fraction.ts";
import { type Election, tieOrder, type Utility } from "./election.ts";
import { supportOf, totalUtility } from "./support.ts";

/**
 * Greedy rule: projects by total utility for each unit of cost, as long as the money reaches; a project that does
 * not fit is passed over. With `cost` utility the order is by number of votes. Equal scores: lower id first.
 * Majorities can take the whole budget; it is here for comparison and as a completion.
 *
 * @returns places of the selected projects, in order of selection, after those in `given`
 */
export function greedyRule(
  election: Election,
  options: { readonly utility: Utility; readonly given?: readonly number[] },
): readonly number[] {
  const support = supportOf(election, options.utility);
  const rank = tieOrder(election.projects);
  const selected = [...(options.given ?? [])];
  let spent = costOf(election, selected);
  const queue = election.projects
    .map(({ cost }, project) => ({ project, cost, total: totalUtility(support, project) }))
    .filter(({ project, total }) => total.above > 0n && !selected.includes(project))
    .map(({ project, cost, total }) => ({ project, score: divideFractions(total, cost) }))
    .sort((a, b) => compareFractions(b.score, a.score) || rank[a.project] - rank[b.project]);
  for (const { project } of queue) {
    const next = addFractions(spent, election.projects[project].cost);
    if (compareFractions(next, election.budget) > 0) continue;
    selected.push(project);
    spent = next;
  }
  return selected;
}

/** What a set of projects costs together. */
export function costOf(election: Pick<Election, "projects">, selected: readonly number[]): Fraction {
  return selected.reduce((sum, project) => addFractions(sum, election.projects[project].cost), zero);
}

/** Places of the projects that at least one voter wants. */
export function wantedProjects(election: Pick<Election, "ballots">): ReadonlySet<number> {
  const wanted = new Set<number>();
  for (const { choices } of election.ballots) {
    for (const { project, points } of choices) if (points > 0) wanted.add(project);
  }
  return wanted;
}

/** True if none of the wanted projects that are not selected still fits into the budget. */
export function isExhaustive(
  election: Election,
  selected: readonly number[],
  wanted: ReadonlySet<number> = wantedProjects(election),
): boolean {
  const rest = subtractFractions(election.budget, costOf(election, selected));
  return [...wanted].every(
    (project) => selected.includes(project) || compareFractions(election.projects[project].cost, rest) > 0,
  );
}
