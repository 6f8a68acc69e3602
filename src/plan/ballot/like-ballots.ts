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
  const kinds = groupBallots(election)
    .map(({ choices, voters }) => {
      const wanted = new Set(choices.flatMap(({ project, points }) => (points > 0 ? [project] : [])));
      return { wanted, bits: bitsOf(wanted, election.projects.length), voters: voters.length };
    })
    .sort((a, b) => b.voters - a.voters);
  const groups: { leader: Bits; members: typeof kinds }[] = [];
  for (const kind of kinds) {
    const group = groups.find(({ leader }) => jaccard(leader, kind) >= likeness);
    if (group) group.members.push(kind);
    else groups.push({ leader: kind, members: [kind] });
  }
  const size = (members: typeof kinds): number => members.reduce((sum, { voters }) => sum + voters, 0);
  const least = smallest * election.ballots.length;
  const large = groups.map(({ members }) => members).filter((members) => size(members) >= least);
  const rest = groups.flatMap(({ members }) => (size(members) >= least ? [] : members));
  if (rest.length > 0) large.push(rest);

  const supporters = election.projects.map((_, project) =>
    kinds.reduce((sum, { wanted, voters }) => sum + (wanted.has(project) ? voters : 0), 0),
  );
  const cost = election.projects.map((project) => toNumber(project.cost));
  const spent = toNumber(
    selected.reduce((sum, project) => addFractions(sum, election.projects[project].cost), zero),
  );
  return large.map((members) => {
    const voters = size(members);
    const wish = election.projects.map((_, project) =>
      members.reduce((sum, kind) => sum + (kind.wanted.has(project) ? kind.voters : 0), 0),
    );
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

/** Projects as bits, 32 a word: thousands of ballots are compared with thousands. */
function bitsOf(wanted: ReadonlySet<number>, projects: number): Int32Array {
  const bits = new Int32Array(Math.ceil(projects / 32));
  for (const project of wanted) bits[project >> 5] |= 1 << (project & 31);
  return bits;
}

function jaccard(a: Bits, b: Bits): number {
  let both = 0;
  for (let word = 0; word < a.bits.length; word++) {
    for (let left = a.bits[word] & b.bits[word]; left !== 0; left &= left - 1) both++;
  }
  const either = a.wanted.size + b.wanted.size - both;
  return either === 0 ? 1 : both / either;
}

interface Bits {
  readonly wanted: ReadonlySet<number>;
  readonly bits: Int32Array;
}
