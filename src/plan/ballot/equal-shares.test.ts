import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  wholeFraction,
  zero,
} from "../../core/fraction.ts";
import type { BallotKind, Election, Utility } from "./election.ts";
import { type Completion, equalShares } from "./equal-shares.ts";
import { costOf, greedyRule, isExhaustive } from "./greedy.ts";
import { readPabulib } from "./pabulib.ts";
import { phragmenRule } from "./phragmen.ts";

const folder = new URL("../../../test/reference/pb/", import.meta.url);
const names = [
  "poland_warszawa_2019_rembertow",
  "poland_warszawa_2023_wesola",
  "poland_zabrze_2021_grzybowice",
];

function read(name: string): Election {
  const text = readFileSync(fileURLToPath(new URL(`${name}.pb`, folder)), "utf8");
  const { value, problems } = readPabulib(text, { file: name });
  expect(problems).toEqual([]);
  return value!;
}

/** Outcomes of pabutools (test/reference/pb/README.md); tolerance: none. */
describe.each(names)("%s", (name) => {
  const election = read(name);
  const outcomes = JSON.parse(
    readFileSync(fileURLToPath(new URL(`${name}.outcomes.json`, folder)), "utf8"),
  ) as Record<string, string[]>;

  it.each(Object.keys(outcomes))("is counted as by pabutools: %s", (key) => {
    const utility: Utility = key.includes("_card") ? "cardinality" : "cost";
    const byShares = (): readonly number[] =>
      equalShares(election, {
        utility,
        completion: key.endsWith("add10u")
          ? "increase"
          : key.includes("increase")
            ? "increase-then-greedy"
            : key.endsWith("greedy")
              ? "greedy"
              : "none",
        ...(key.endsWith("add10u") ? { step: { perVoter: wholeFraction(10) } } : {}),
      }).selected;
    const selected = key.startsWith("greedy")
      ? greedyRule(election, { utility })
      : key.startsWith("phragmen")
        ? phragmenRule(election)
        : byShares();
    expect(selected.map((place) => election.projects[place].id).sort()).toEqual([...outcomes[key]].sort());
  });
});

/** Small elections full of ties: equal costs, equal ballots, budgets that fit exactly. */
const elections = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    budget: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom<BallotKind>("approval", "cumulative"),
    votes: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ costs, budget, kind, votes }): Election => ({
    title: "",
    kind,
    budget: wholeFraction(budget),
    meta: {},
    projects: costs.map((cost, place) => ({
      id: String.fromCharCode(97 + place),
      name: "",
      cost: fraction(BigInt(cost), 2n),
      details: {},
    })),
    ballots: votes.map((points, voter) => ({
      voter: String(voter),
      details: {},
      choices: costs.flatMap((_, project) =>
        points[project] > 0 ? [{ project, points: kind === "approval" ? 1 : points[project] }] : [],
      ),
    })),
  }));

/** The definition, voter by voter in exact fractions: the oracle. */
function sharesByDefinition(election: Election, utility: Utility): readonly number[] {
  const worth = (voter: number, project: number): Fraction => {
    const choice = election.ballots[voter].choices.find((one) => one.project === project);
    if (!choice) return zero;
    if (utility === "points") return wholeFraction(choice.points);
    return utility === "cost" ? election.projects[project].cost : wholeFraction(1);
  };
  const left = election.ballots.map(() =>
    divideFractions(election.budget, wholeFraction(election.ballots.length)),
  );
  const selected: number[] = [];
  for (;;) {
    let best: { project: number; price: Fraction } | undefined;
    for (const [project, { cost }] of election.projects.entries()) {
      if (selected.includes(project)) continue;
      // Price at which the k voters with the least money for each unit give all of it.
      const fans = left
        .map((money, voter) => ({ money, worth: worth(voter, project) }))
        .filter((fan) => fan.worth.above > 0n)
        .map((fan) => ({ ...fan, ratio: divideFractions(fan.money, fan.worth) }))
        .sort((a, b) => compareFractions(a.ratio, b.ratio));
      let missing = cost;
      let weight = fans.reduce((sum, fan) => addFractions(sum, fan.worth), zero);
      for (const fan of fans) {
        const price = divideFractions(missing, weight);
        if (compareFractions(price, fan.ratio) <= 0) {
          if (!best || compareFractions(price, best.price) < 0) best = { project, price };
          break;
        }
        missing = subtractFractions(missing, fan.money);
        weight = subtractFractions(weight, fan.worth);
      }
    }
    if (!best) return selected;
    const { project, price } = best;
    selected.push(project);
    left.forEach((money, voter) => {
      const rest = subtractFractions(money, multiplyFractions(price, worth(voter, project)));
      left[voter] = rest.above < 0n ? zero : rest;
    });
  }
}

function phragmenByDefinition(election: Election): readonly number[] {
  const loads = election.ballots.map(() => zero);
  const fans = (project: number): number[] =>
    election.ballots.flatMap(({ choices }, voter) =>
      choices.some((choice) => choice.project === project) ? [voter] : [],
    );
  const selected: number[] = [];
  const open = new Set(
    election.projects.flatMap(({ cost }, place) =>
      fans(place).length > 0 && compareFractions(cost, election.budget) <= 0 ? [place] : [],
    ),
  );
  while (open.size > 0) {
    const next = [...open]
      .map((project) => {
        const sum = fans(project).reduce(
          (total, voter) => addFractions(total, loads[voter]),
          election.projects[project].cost,
        );
        return { project, load: divideFractions(sum, wholeFraction(fans(project).length)) };
      })
      .sort((a, b) => compareFractions(a.load, b.load) || a.project - b.project);
    const tied = next.filter(({ load }) => compareFractions(load, next[0].load) === 0);
    const spent = costOf(election, selected);
    const fits = ({ project }: { project: number }): boolean =>
      compareFractions(addFractions(spent, election.projects[project].cost), election.budget) <= 0;
    if (!tied.every(fits)) break;
    selected.push(next[0].project);
    open.delete(next[0].project);
    for (const voter of fans(next[0].project)) loads[voter] = next[0].load;
  }
  return selected;
}

describe("rules", () => {
  it("agree with their definition in exact arithmetic, ties included", () => {
    fc.assert(
      fc.property(
        elections,
        fc.constantFrom<Utility>("cost", "cardinality", "points"),
        (election, utility) => {
          const { selected } = equalShares(election, { utility, completion: "none" });
          expect(selected).toEqual(sharesByDefinition(election, utility));
          expect(phragmenRule(election)).toEqual(phragmenByDefinition(election));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never break the budget, whatever the completion", () => {
    fc.assert(
      fc.property(
        elections,
        fc.constantFrom<Completion>("none", "increase", "greedy", "increase-then-greedy"),
        (election, completion) => {
          const outcomes = [
            equalShares(election, { utility: "cost", completion }).selected,
            greedyRule(election, { utility: "cost" }),
            phragmenRule(election),
          ];
          for (const selected of outcomes) {
            expect(compareFractions(costOf(election, selected), election.budget)).toBeLessThanOrEqual(0);
            expect(new Set(selected).size).toBe(selected.length);
          }
          expect(isExhaustive(election, outcomes[1])).toBe(true);
        },
      ),
    );
  });

  it("do not depend on the order of ballots, nor on the unit of money", () => {
    fc.assert(
      fc.property(elections, (election) => {
        const turned = { ...election, ballots: [...election.ballots].reverse() };
        const thousand = wholeFraction(1000);
        const dearer: Election = {
          ...election,
          budget: multiplyFractions(election.budget, thousand),
          projects: election.projects.map((project) => ({
            ...project,
            cost: multiplyFractions(project.cost, thousand),
          })),
        };
        const options = { utility: "cost", completion: "increase-then-greedy" } as const;
        const { selected } = equalShares(election, options);
        expect(equalShares(turned, options).selected).toEqual(selected);
        expect(equalShares(dearer, options).selected).toEqual(selected);
        expect(phragmenRule(turned)).toEqual(phragmenRule(election));
        expect(phragmenRule(dearer)).toEqual(phragmenRule(election));
      }),
    );
  });

  it("give a group that is a k-th of the voters what a k-th of the budget buys", () => {
    const ballot = (voter: number, project: number): Election["ballots"][number] => ({
      voter: String(voter),
      choices: [{ project, points: 1 }],
      details: {},
    });
    const project = (id: string, cost: number): Election["projects"][number] => ({
      id,
      name: id,
      cost: wholeFraction(cost),
      details: {},
    });
    const election: Election = {
      title: "",
      kind: "approval",
      budget: wholeFraction(100),
      projects: [project("a", 60), project("b", 60), project("c", 25)],
      ballots: [0, 1, 2].map((voter) => ballot(voter, 0)).concat([ballot(3, 2)]),
      meta: {},
    };
    expect(equalShares(election, { utility: "cost", completion: "none" }).selected).toEqual([0, 2]);
    expect(greedyRule(election, { utility: "cost" })).toEqual([0, 2]);
    const majority = { ...election, projects: [project("a", 60), project("b", 40), project("c", 25)] };
    const ballots = majority.ballots.map((one, voter) =>
      voter < 3 ? { ...one, choices: [...one.choices, { project: 1, points: 1 }] } : one,
    );
    // The majority could take all; equal shares leave the fourth voter the quarter of the budget.
    expect(greedyRule({ ...majority, ballots }, { utility: "cost" })).toEqual([0, 1]);
    expect(equalShares({ ...majority, ballots }, { utility: "cost", completion: "none" }).selected).toEqual([
      0, 2,
    ]);
  });
});
