import { subtractFractions, toNumber } from "../../core/fraction.ts";
import { type Completion, equalShares, type EqualSharesOptions, type Purchase } from "./equal-shares.ts";
import type { Election, Utility } from "./election.ts";
import { costOf, greedyRule } from "./greedy.ts";
import { type LikeMinded, likeMinded } from "./like-ballots.ts";
import { phragmenRule } from "./phragmen.ts";
import { supporterCount, supportOf } from "./support.ts";

export type VotingRule = "mes" | "phragmen" | "greedy";

export interface TallyOptions {
  readonly rule: VotingRule;
  /** Default: `points` where ballots carry points, else `cost`. Phragmén knows no utility. */
  readonly utility?: Utility;
  /** Only for `mes`; default `increase-then-greedy`. */
  readonly completion?: Completion;
  readonly step?: EqualSharesOptions["step"];
}

/** Ways to spend money that the Method of Equal Shares leaves over. */
export const completions: readonly Completion[] = ["none", "increase", "greedy", "increase-then-greedy"];

/** What became of one project, with the reason. */
export interface ProjectResult {
  readonly id: string;
  readonly name: string;
  readonly cost: number;
  readonly supporters: number;
  readonly selected: boolean;
  /**
   * `shares`: bought with the supporters' equal shares; `completion`: filled in afterwards; `rule`: taken by the rule;
   * `unsupported`: nobody wants it; `too-dear`: what is left of the budget does not pay it; `outbid`: it fits, but its
   * supporters have spent their shares.
   */
  readonly reason: "shares" | "completion" | "rule" | "unsupported" | "too-dear" | "outbid";
  /** For `shares`: what a unit of utility cost its supporters at most. */
  readonly price: number | undefined;
  /** For losers under `mes`: what its supporters have left together. */
  readonly means: number | undefined;
}

export interface Tally {
  readonly rule: VotingRule;
  readonly utility: Utility | undefined;
  readonly completion: Completion | undefined;
  readonly voters: number;
  readonly budget: number;
  readonly cost: number;
  readonly left: number;
  /** Ids of the selected projects, in order of selection. */
  readonly selected: readonly string[];
  readonly projects: readonly ProjectResult[];
  readonly likeMinded: readonly LikeMinded[];
}

/**
 * Counts an election by a stated rule and explains each result.
 *
 * @example
 * import { readPabulib, tally } from "kreislauf/plan";
 * const text = `META
 * key;value
 * budget;100
 * vote_type;approval
 * PROJECTS
 * project_id;cost
 * bridge;100
 * park;40
 * VOTES
 * voter_id;vote
 * 1;bridge
 * 2;bridge
 * 3;bridge
 * 4;park
 * 5;park`;
 * const election = readPabulib(text, { file: "small.pb" }).value;
 * tally(election, { rule: "greedy" }).selected; // → ["bridge"]
 * tally(election, { rule: "mes" }).selected; // → ["park"]
 */
export function tally(election: Election, options: TallyOptions): Tally {
  const pointed =
    election.kind === "cumulative" || election.kind === "scoring" || election.kind === "ordinal";
  const utility =
    options.rule === "phragmen" ? undefined : (options.utility ?? (pointed ? "points" : "cost"));
  const completion = options.rule === "mes" ? (options.completion ?? "increase-then-greedy") : undefined;
  const support = supportOf(election, utility ?? "cardinality");
  let purchases: readonly Purchase[] = [];
  let purses: Float64Array | undefined;
  let selected: readonly number[];
  if (options.rule === "mes") {
    const outcome = equalShares(election, {
      utility: utility ?? "cost",
      completion: completion ?? "none",
      ...(options.step ? { step: options.step } : {}),
    });
    selected = outcome.selected;
    purchases = outcome.purchases;
    purses = outcome.left;
  } else {
    selected =
      options.rule === "phragmen"
        ? phragmenRule(election)
        : greedyRule(election, { utility: utility ?? "cost" });
  }
  const rest = subtractFractions(election.budget, costOf(election, selected));
  const left = toNumber(rest);
  const price = new Map(purchases.map((purchase) => [purchase.project, purchase.price]));
  const projects = election.projects.map((project, place): ProjectResult => {
    const chosen = selected.includes(place);
    const supporters = supporterCount(support, place);
    const cost = toNumber(project.cost);
    const lost = supporters === 0 ? "unsupported" : cost > left ? "too-dear" : "outbid";
    const won = options.rule !== "mes" ? "rule" : price.has(place) ? "shares" : "completion";
    return {
      id: project.id,
      name: project.name,
      cost,
      supporters,
      selected: chosen,
      reason: chosen ? won : lost,
      price: price.get(place),
      means:
        chosen || !purses
          ? undefined
          : support.projects[place].groups.reduce(
              (sum, group) => sum + purses[group] * support.size[group],
              0,
            ),
    };
  });
  return {
    rule: options.rule,
    utility,
    completion,
    voters: election.ballots.length,
    budget: toNumber(election.budget),
    cost: toNumber(election.budget) - left,
    left,
    selected: selected.map((place) => election.projects[place].id),
    projects,
    likeMinded: likeMinded(election, selected),
  };
}
