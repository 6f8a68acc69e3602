import { addFractions, toNumber, zero } from "../../core/fraction.ts";
import { type Election, groupBallots } from "./election.ts";

/** Voters who want much the same, and what they got. */
export interface LikeMinded {
  readonly voters: number;
  readonly shareOfVoters: number;
  /** Projects that at least half of them want, the most wanted first. */
  readonly core: readonly number[];
  /** Selected projects among those that one of them wants, on average. */
  readonly fundedOfWanted: number;
  readonly wanted: number;
  /** Share of the money spent that goes to projects in proportion to their supporters in this group. */
  readonly shareOfSpending: number;
}

/**
 * Groups of like ballots and what each got. The most frequent ballot leads a group; a ballot joins the first leader
 * with which it shares at least `likeness` of the projects that either names (Jaccard index). Groups smaller than
 * `smallest` (share of voters) are joined in one at the end. It is a description, not a claim about parties.
 */
export function likeMinded(
  election: Election,
  selected: readonly number[],
  options: { readonly likeness?: number; readonly smallest?: number } = {},
): readonly LikeMinded[] {
  const { likeness = 0.4, smallest = 0.03 } = options;
  const chosen = new Set(selected);
  const { kinds, groups } = groupLike(election, likeness);
  const size = (members: readonly Kind[]): number => members.reduce((sum, { voters }) => sum + voters, 0);
  const least = smallest * election.ballots.length;
  const large = groups.filter((members) => size(members) >= least);
  const rest = groups.flatMap((members) => (size(members) >= least ? [] : members));
  if (rest.length > 0) large.push(rest);

  const supporters = supportersAmong(kinds, election.projects.length);
  const cost = election.projects.map((project) => toNumber(project.cost));
  const spent = toNumber(
    selected.reduce((sum, project) => addFractions(sum, election.projects[project].cost), zero),
  );
  return large.map((members) => {
    const voters = size(members);
    const wish = supportersAmong(members, election.projects.length);
    const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
    const money = selected.reduce(
      (sum, project) =>
        sum + (supporters[project] > 0 ? (cost[project] * wish[project]) / supporters[project] : 0),
      0,
    );
    return {
      voters,
      shareOfVoters: voters / election.ballots.length,
      core: wish
        .map((count, project) => ({ count, project }))
        .filter(({ count }) => 2 * count >= voters)
        .sort((a, b) => b.count - a.count || a.project - b.project)
        .map(({ project }) => project),
      fundedOfWanted: total(wish.filter((_, project) => chosen.has(project))) / voters,
      wanted: total(wish) / voters,
      shareOfSpending: spent > 0 ? money / spent : 0,
    };
  });
}

/** Ballots that want the same. */
interface Kind {
  readonly wanted: ReadonlySet<number>;
  readonly voters: number;
}

interface Grouping {
  readonly likeness: number;
  readonly kinds: readonly Kind[];
  readonly groups: readonly (readonly Kind[])[];
}

const grouped = new WeakMap<Election, Grouping>();

/** Groups of like ballots, each behind its leader; kept, since every rule counts the same ballots. */
function groupLike(election: Election, likeness: number): Grouping {
  const known = grouped.get(election);
  if (known?.likeness === likeness) return known;
  const kinds = groupBallots(election)
    .map(({ choices, voters }): Kind => {
      const wanted = new Set(choices.flatMap(({ project, points }) => (points > 0 ? [project] : [])));
      return { wanted, voters: voters.length };
    })
    .sort((a, b) => b.voters - a.voters);
  const groups: Kind[][] = [];
  const leadersOf: number[][] = election.projects.map(() => []);
  const shared = new Int32Array(kinds.length);
  for (const kind of kinds) {
    const found = firstAlike(kind, groups, { leadersOf, shared, likeness });
    if (found !== undefined) groups[found].push(kind);
    else {
      for (const project of kind.wanted) leadersOf[project].push(groups.length);
      groups.push([kind]);
    }
  }
  const grouping = { likeness, kinds, groups };
  grouped.set(election, grouping);
  return grouping;
}

/** Voters who want each project. */
function supportersAmong(kinds: readonly Kind[], projects: number): readonly number[] {
  const supporters = Array.from({ length: projects }, () => 0);
  for (const { wanted, voters } of kinds) {
    for (const project of wanted) supporters[project] += voters;
  }
  return supporters;
}

interface Leaders {
  /** Groups whose leaders want a project. */
  readonly leadersOf: readonly (readonly number[])[];
  /** Room for a count a group, all 0. */
  readonly shared: Int32Array;
  readonly likeness: number;
}

/** The first group whose leader is like a ballot; only leaders that share a project with it are looked at. */
function firstAlike(
  { wanted }: Kind,
  groups: readonly (readonly Kind[])[],
  { leadersOf, shared, likeness }: Leaders,
): number | undefined {
  if (wanted.size === 0 || likeness <= 0) {
    const found = groups.findIndex(([leader]) => likeness <= 0 || leader.wanted.size === 0);
    return found < 0 ? undefined : found;
  }
  const met: number[] = [];
  for (const project of wanted) {
    for (const group of leadersOf[project]) {
      if (shared[group]++ === 0) met.push(group);
    }
  }
  let first: number | undefined;
  for (const group of met) {
    const both = shared[group];
    shared[group] = 0;
    const either = wanted.size + groups[group][0].wanted.size - both;
    if (both / either >= likeness && (first === undefined || group < first)) first = group;
  }
  return first;
}
