import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  subtractFractions,
  toNumber,
  wholeFraction,
  zero,
} from "../../core/fraction.ts";
import { type Election, tieOrder, type Utility } from "./election.ts";
import { costOf, greedyRule, isExhaustive, wantedProjects } from "./greedy.ts";
import { type Support, supportOf } from "./support.ts";

/** One purchase: what each unit of utility cost its supporters at most, and what they paid together. */
export interface Purchase {
  readonly project: number;
  readonly price: number;
}

export interface EqualSharesOutcome {
  readonly selected: readonly number[];
  /** Projects bought with the voters' shares, in order; the rest of `selected` came by completion. */
  readonly purchases: readonly Purchase[];
  /** Share of each voter in the run whose purchases stand. */
  readonly sharePerVoter: number;
  /** Money left to the voters of each group of like ballots (one voter), after the purchases. */
  readonly left: Float64Array;
}

/**
 * What happens to money that no group can spend together: `none` keeps it; `increase` raises the shares step by step
 * until the outcome would break the budget or nothing more fits; `greedy` fills up by the greedy rule.
 */
export type Completion = "none" | "increase" | "greedy" | "increase-then-greedy";

export interface EqualSharesOptions {
  readonly utility: Utility;
  readonly completion: Completion;
  /** Step of `increase`: share of the budget, by default one in a hundred; or money for each voter. */
  readonly step?: { readonly budgetShare: Fraction } | { readonly perVoter: Fraction };
}

/**
 * Method of Equal Shares: the budget is divided equally among the voters; a project is bought if its supporters can
 * pay for it, each in proportion to its utility or with all that is left; the lowest price for a unit of utility
 * goes first. Equal prices: lower id first.
 *
 * Formula: the price ρ of project p solves Σ_{i supports p} min(left_i, ρ·u_i(p)) = cost(p). Doubles decide unless
 * two prices, or cost and means, are nearer than 1e-9; then the purchases are replayed in exact fractions.
 *
 * Source: Peters, Pierczyński, Skowron (2021), “Proportional participatory budgeting with additive utilities”.
 */
export function equalShares(election: Election, options: EqualSharesOptions): EqualSharesOutcome {
  const support = supportOf(election, options.utility);
  const voters = wholeFraction(Math.max(1, election.ballots.length));
  const stepPerVoter =
    options.step && "perVoter" in options.step
      ? options.step.perVoter
      : divideFractions(
          multiplyFractions(election.budget, options.step?.budgetShare ?? { above: 1n, below: 100n }),
          voters,
        );
  let share = divideFractions(election.budget, voters);
  let outcome = buyTogether(election, support, share);
  if (options.completion.startsWith("increase") && stepPerVoter.above > 0n) {
    const wanted = wantedProjects(election);
    while (!isExhaustive(election, outcome.selected, wanted)) {
      share = addFractions(share, stepPerVoter);
      const next = buyTogether(election, support, share);
      if (compareFractions(costOf(election, next.selected), election.budget) > 0) break;
      outcome = next;
    }
  }
  if (options.completion.endsWith("greedy")) {
    const selected = greedyRule(election, { utility: options.utility, given: outcome.selected });
    return { ...outcome, selected };
  }
  return outcome;
}

/** Purchases with a given share for each voter, without completion. */
function buyTogether(election: Election, support: Support, share: Fraction): EqualSharesOutcome {
  const rank = tieOrder(election.projects);
  const cost = election.projects.map((project) => toNumber(project.cost));
  const left = new Float64Array(support.groups.length).fill(toNumber(share));
  const ledger = new ExactLedger(election, support, share);
  const purchases: Purchase[] = [];
  // A price never falls while money is spent, so an old price bounds the new one from below.
  const bound = election.projects.map(() => 0);
  const open = new Set(
    support.projects.flatMap(({ groups }, project) => (groups.length > 0 ? [project] : [])),
  );

  for (;;) {
    const queue = [...open].sort((a, b) => bound[a] - bound[b] || rank[a] - rank[b]);
    let least = Infinity;
    const priced: { project: number; price: number }[] = [];
    for (const project of queue) {
      if (bound[project] > least * (1 + nearness)) break;
      const price = priceOf(support, project, cost[project], left, () => ledger.canPay(project));
      if (price === undefined) {
        open.delete(project);
        continue;
      }
      bound[project] = price * (1 - nearness);
      priced.push({ project, price });
      least = Math.min(least, price);
    }
    if (priced.length === 0) break;
    const near = priced.filter(({ price }) => price <= least * (1 + nearness));
    const best = near.length === 1 ? near[0] : ledger.cheapest(near, rank);
    spend(support, best.project, best.price, left);
    ledger.buy(best.project);
    open.delete(best.project);
    purchases.push(best);
  }
  const selected = purchases.map(({ project }) => project);
  return { selected, purchases, sharePerVoter: toNumber(share), left };
}

const nearness = 1e-9;

/** ρ by raising it until everybody who cannot pay in full pays all that is left; undefined if means fall short. */
function priceOf(
  support: Support,
  project: number,
  cost: number,
  left: Float64Array,
  canPayExactly: () => boolean,
): number | undefined {
  const { groups, utility } = support.projects[project];
  let means = 0;
  for (const group of groups) means += left[group] * support.size[group];
  if (means < cost * (1 - nearness)) return undefined;
  if (means <= cost * (1 + nearness) && !canPayExactly()) return undefined;
  let price = 0;
  for (;;) {
    let missing = cost;
    let weight = 0;
    let all = 0;
    for (let at = 0; at < groups.length; at++) {
      const size = support.size[groups[at]];
      if (left[groups[at]] < price * utility[at]) missing -= left[groups[at]] * size;
      else weight += utility[at] * size;
      if (utility[at] > 0) all = Math.max(all, left[groups[at]] / utility[at]);
    }
    // Rounding may leave nobody who pays in full: then everybody gives all.
    if (weight === 0) return all;
    const next = missing / weight;
    if (next <= price) return price;
    price = next;
  }
}

function spend(support: Support, project: number, price: number, left: Float64Array): void {
  const { groups, utility } = support.projects[project];
  groups.forEach((group, at) => (left[group] = Math.max(0, left[group] - price * utility[at])));
}

/** The same purchases in exact fractions, replayed only when doubles are too close to tell. */
class ExactLedger {
  readonly #election: Election;
  readonly #support: Support;
  readonly #left: Fraction[];
  readonly #bought: number[] = [];
  #replayed = 0;

  constructor(election: Election, support: Support, share: Fraction) {
    this.#election = election;
    this.#support = support;
    this.#left = support.groups.map(() => share);
  }

  buy(project: number): void {
    this.#bought.push(project);
  }

  canPay(project: number): boolean {
    this.#replay();
    return compareFractions(this.#means(project), this.#election.projects[project].cost) >= 0;
  }

  cheapest(
    near: readonly { readonly project: number; readonly price: number }[],
    rank: readonly number[],
  ): { readonly project: number; readonly price: number } {
    this.#replay();
    return near
      .map(({ project }) => ({ project, exact: this.#price(project) }))
      .sort((a, b) => compareFractions(a.exact, b.exact) || rank[a.project] - rank[b.project])
      .map(({ project, exact }) => ({ project, price: toNumber(exact) }))[0];
  }

  #replay(): void {
    for (; this.#replayed < this.#bought.length; this.#replayed++) {
      const project = this.#bought[this.#replayed];
      const price = this.#price(project);
      const { groups, exactUtility } = this.#support.projects[project];
      // Voters with the same rest and utility keep one object, which makes later sums cheap.
      const rests = new Map<Fraction, Map<Fraction, Fraction>>();
      groups.forEach((group, at) => {
        const before = this.#left[group];
        const byUtility = rests.get(before) ?? new Map<Fraction, Fraction>();
        rests.set(before, byUtility);
        let rest = byUtility.get(exactUtility[at]);
        if (!rest) {
          rest = subtractFractions(before, multiplyFractions(price, exactUtility[at]));
          if (rest.above < 0n) rest = zero;
          byUtility.set(exactUtility[at], rest);
        }
        this.#left[group] = rest;
      });
    }
  }

  #means(project: number): Fraction {
    return this.#sum(project, (_, group) => this.#left[group]);
  }

  #price(project: number): Fraction {
    const { groups, exactUtility } = this.#support.projects[project];
    let price = zero;
    for (;;) {
      const poor = groups.map((group, at) =>
        compareFractions(this.#left[group], multiplyFractions(price, exactUtility[at])) < 0 ? 1 : 0,
      );
      const paid = this.#sum(project, (at, group) => (poor[at] === 1 ? this.#left[group] : zero));
      const weight = this.#sum(project, (at) => (poor[at] === 1 ? zero : exactUtility[at]));
      const missing = subtractFractions(this.#election.projects[project].cost, paid);
      const next = divideFractions(missing, weight);
      if (compareFractions(next, price) <= 0) return price;
      price = next;
    }
  }

  /** Equal addends are counted before they are added: most voters of a project are alike. */
  #sum(project: number, addend: (at: number, group: number) => Fraction): Fraction {
    const counts = new Map<Fraction, number>();
    this.#support.projects[project].groups.forEach((group, at) => {
      const value = addend(at, group);
      counts.set(value, (counts.get(value) ?? 0) + this.#support.size[group]);
    });
    let sum = zero;
    for (const [value, count] of counts)
      sum = addFractions(sum, multiplyFractions(value, wholeFraction(count)));
    return sum;
  }
}
