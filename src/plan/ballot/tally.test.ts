import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianLevels } from "./levels.ts";
import { likeMinded } from "./like-ballots.ts";
import { readPabulib } from "./pabulib.ts";
import { schulzeRanking } from "./ranking.ts";
import { tally } from "./tally.ts";

function election(votes: readonly string[], costs: Readonly<Record<string, number>>, budget: number) {
  const projects = Object.entries(costs).map(([id, cost]) => `${id};${cost}`);
  const ballots = votes.map((vote, voter) => `${voter};${vote}`);
  const text = ["META", "key;value", `budget;${budget}`, "vote_type;approval", "PROJECTS", "project_id;cost"]
    .concat(projects, ["VOTES", "voter_id;vote"], ballots)
    .join("\n");
  return readPabulib(text, { file: "x.pb" }).value!;
}

describe("a tally", () => {
  const town = election(
    ["a,b", "a,b", "a,b", "a,b", "a,b", "a,b", "c", "c", "c", "e"],
    { a: 40, b: 40, c: 30, d: 5, e: 90 },
    100,
  );

  it("gives a reason for every project", () => {
    const reasons = (rule: "mes" | "greedy" | "phragmen"): Readonly<Record<string, string>> =>
      Object.fromEntries(
        tally(town, { rule, completion: "none" }).projects.map(({ id, reason }) => [id, reason]),
      );
    expect(reasons("greedy")).toEqual({
      a: "rule",
      b: "rule",
      c: "too-dear",
      d: "unsupported",
      e: "too-dear",
    });
    expect(reasons("mes")).toEqual({
      a: "shares",
      b: "too-dear",
      c: "shares",
      d: "unsupported",
      e: "too-dear",
    });
    expect(tally(town, { rule: "mes", completion: "none" }).projects[1].means).toBeCloseTo(20, 9);
  });

  it("adds up", () => {
    for (const rule of ["mes", "greedy", "phragmen"] as const) {
      const result = tally(town, { rule });
      expect(result.cost + result.left).toBeCloseTo(result.budget, 9);
      expect(
        result.projects
          .filter(({ selected }) => selected)
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...result.selected].sort());
      const voters = result.likeMinded.reduce((sum, group) => sum + group.voters, 0);
      const spending = result.likeMinded.reduce((sum, group) => sum + group.shareOfSpending, 0);
      expect(voters).toBe(result.voters);
      expect(spending).toBeCloseTo(1, 9);
    }
  });

  it("finds the groups of like ballots and what each got", () => {
    const [large, middle, small] = likeMinded(town, [0, 1], { smallest: 0 });
    expect(large).toMatchObject({
      voters: 6,
      core: [0, 1],
      fundedOfWanted: 2,
      wanted: 2,
      shareOfSpending: 1,
    });
    expect(middle).toMatchObject({ voters: 3, core: [2], fundedOfWanted: 0, shareOfSpending: 0 });
    expect(small.voters).toBe(1);
  });
});

describe("levels", () => {
  const week = { goal: "week", unit: "h", low: 20, high: 45, today: 39 };

  it("take the median; with an even number, today's level counts too", () => {
    expect(medianLevels([week], [[25, 30, 40]]).value?.[0].level).toBe(30);
    expect(medianLevels([week], [[25, 30, 36, 40]]).value?.[0].level).toBe(36);
    expect(medianLevels([{ ...week, today: 32 }], [[25, 30, 36, 40]]).value?.[0].level).toBe(32);
    expect(medianLevels([{ ...week, today: 20 }], [[25, 30, 36, 40]]).value?.[0].level).toBe(30);
  });

  it("name wishes outside the slider and goals without a vote", () => {
    const { value, problems } = medianLevels([week, { ...week, goal: "co2" }], [[25, 60, NaN, 30], []]);
    expect(value?.map(({ goal, votes }) => [goal, votes])).toEqual([["week", 2]]);
    expect(problems.map(({ code, where }) => [code, where.line])).toEqual([
      ["ballot-level-outside", 2],
      ["ballot-level-outside", 3],
      ["ballot-no-level", 0],
    ]);
  });

  it("reward no exaggeration", () => {
    const wish = fc.integer({ min: 20, max: 45 });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 9 }), wish, wish, (others, truth, lie) => {
        const level = (own: number): number => medianLevels([week], [[...others, own]]).value![0].level;
        expect(Math.abs(level(truth) - truth)).toBeLessThanOrEqual(Math.abs(level(lie) - truth));
      }),
    );
  });
});

describe("a ranking by Schulze", () => {
  it("gives the published order of his example with 45 voters", () => {
    // Schulze (2011), example 1: options A…E, result E > A > C > B > D.
    const groups: readonly (readonly [number, string])[] = [
      [5, "ACBED"],
      [5, "ADECB"],
      [8, "BEDAC"],
      [3, "CABED"],
      [7, "CAEBD"],
      [2, "CBADE"],
      [7, "DCEBA"],
      [8, "EBADC"],
    ];
    const rankings = groups.flatMap(([count, order]) =>
      Array.from({ length: count }, () => Array.from(order, (letter) => letter.charCodeAt(0) - 65)),
    );
    const result = schulzeRanking(5, rankings);
    expect(result.order.map((option) => "ABCDE"[option]).join("")).toBe("EACBD");
    expect(result.preferred[0]).toEqual([0, 20, 26, 30, 22]);
    expect(result.condorcetWinner).toBeUndefined();
  });

  it("puts a Condorcet winner first", () => {
    const ballot = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 12 }), (rankings) => {
        const { order, condorcetWinner } = schulzeRanking(4, rankings);
        expect(new Set(order).size).toBe(4);
        if (condorcetWinner !== undefined) expect(order[0]).toBe(condorcetWinner);
      }),
    );
  });
});
