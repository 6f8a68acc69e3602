import {
  type Fraction,
  multiplyFractions,
  parseFraction,
  toNumber,
  wholeFraction,
  zero,
  addFractions,
} from "../../core/fraction.ts";
import { type BallotGroup, type Election, groupBallots, type Utility } from "./election.ts";

/** Who supports a project, and how much: one entry a group of like ballots. */
export interface Supporters {
  readonly groups: Int32Array;
  /** Utility of the project to one voter of each of these groups. */
  readonly utility: Float64Array;
  readonly exactUtility: readonly Fraction[];
}

/** An election turned round for the rules: groups of like ballots, and supporters by project. */
export interface Support {
  readonly groups: readonly BallotGroup[];
  /** Voters in each group. */
  readonly size: Float64Array;
  readonly projects: readonly Supporters[];
}

/** Supporters of every project under a utility; a choice without positive utility is no support. */
export function supportOf(election: Election, utility: Utility): Support {
  const groups = groupBallots(election);
  const lists = election.projects.map(() => ({ groups: [] as number[], exact: [] as Fraction[] }));
  groups.forEach((group, index) => {
    for (const { project, points } of group.choices) {
      const worth = worthOf(election, utility, project, points);
      if (worth.above <= 0n) continue;
      lists[project].groups.push(index);
      lists[project].exact.push(worth);
    }
  });
  return {
    groups,
    size: Float64Array.from(groups, ({ voters }) => voters.length),
    projects: lists.map(({ groups: members, exact }) => ({
      groups: Int32Array.from(members),
      utility: Float64Array.from(exact, toNumber),
      exactUtility: exact,
    })),
  };
}

/** Sum over all voters of what a project is worth to them. */
export function totalUtility(support: Support, project: number): Fraction {
  const { groups, exactUtility } = support.projects[project];
  return exactUtility.reduce(
    (sum, worth, at) => addFractions(sum, multiplyFractions(worth, wholeFraction(support.size[groups[at]]))),
    zero,
  );
}

/** Number of voters who support a project. */
export function supporterCount(support: Support, project: number): number {
  return support.projects[project].groups.reduce((sum, group) => sum + support.size[group], 0);
}

function worthOf(election: Election, utility: Utility, project: number, points: number): Fraction {
  if (points <= 0) return zero;
  if (utility === "points") return parseFraction(String(points)) ?? zero;
  return utility === "cost" ? election.projects[project].cost : one;
}

/** One object for all, so that equal utilities are seen to be equal. */
const one = wholeFraction(1);
