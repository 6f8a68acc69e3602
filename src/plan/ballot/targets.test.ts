import { describe, expect, it } from "vitest";
import { type ClassVote, classOf, countClass, electionOf } from "./class-vote.ts";
import { readPabulib } from "./pabulib.ts";
import { writePabulib } from "./pabulib-text.ts";
import { targetsOfVote } from "./targets.ts";

const basis = new Map([
  ["care", { level: 1.1, hours: 600 }],
  ["homes", { level: 1, hours: 100 }],
]);
const level = (goal: string, value: number): Parameters<typeof targetsOfVote>[0][number] => ({
  goal,
  unit: "",
  level: value,
  votes: 3,
  atOrBelow: 1,
  atOrAbove: 1,
  quartiles: [value, value],
});

describe("from a vote to goals", () => {
  it("takes medians as they stand and adds what the hours of projects make", () => {
    const { value, problems } = targetsOfVote(
      [level("week", 31.5), level("target.care", 1.2)],
      [
        { id: "clinic", need: "care", hours: 60 },
        { id: "nurses", need: "care", hours: 30 },
        { id: "roofs", need: "homes", hours: 25 },
      ],
      basis,
    );
    expect(problems).toEqual([]);
    expect(value!["week"]).toBe(31.5);
    expect(value!["target.care"]).toBeCloseTo(1.2 + 90 / 600, 12);
    expect(value!["target.homes"]).toBeCloseTo(1.25, 12);
  });

  it("starts from the level before the vote where nobody voted on a need, and leaves the rest alone", () => {
    const { value } = targetsOfVote([], [{ id: "clinic", need: "care", hours: 60 }], basis);
    expect(value).toEqual({ "target.care": 1.1 + 0.1 });
  });

  it("names a project for a need that does not exist, with the nearest, and counts the others", () => {
    const { value, problems } = targetsOfVote(
      [],
      [
        { id: "a", need: "cares", hours: 1 },
        { id: "b", need: "homes", hours: 10 },
      ],
      basis,
    );
    expect(problems.map(({ code, hint, where }) => [code, hint, where.file])).toEqual([
      ["no-such-need", "care", "a"],
    ]);
    expect(value).toEqual({ "target.homes": 1.1 });
  });
});

const vote: ClassVote = {
  title: "9b",
  budget: 40,
  projects: [
    { id: "clinic", name: "Klinik; neu", need: "care", hours: 30 },
    { id: "roofs", name: "Dächer", need: "homes", hours: 10.5 },
  ],
  ballots: [
    { levels: { week: 30, "target.care": 1.2 }, approved: ["clinic"] },
    { levels: { week: 35 }, approved: ["clinic", "roofs"] },
    { levels: { week: 32 }, approved: ["clinic"] },
  ],
};
const questions = [
  { goal: "week", unit: "h", low: 20, high: 45, today: 39 },
  { goal: "target.care", unit: "", low: 0.5, high: 1.5, today: 1 },
];

describe("a vote in one room", () => {
  it("comes to medians, elected projects and goals", () => {
    const { levels, tally, settings, problems } = countClass(vote, questions, basis);
    expect(problems).toEqual([]);
    expect(levels.map(({ goal, level: value, votes }) => [goal, value, votes])).toEqual([
      ["week", 32, 3],
      ["target.care", 1.2, 1],
    ]);
    expect(tally?.selected).toEqual(["clinic"]);
    expect(settings["target.care"]).toBeCloseTo(1.2 + 30 / 600, 12);
  });

  it("needs no projects", () => {
    const { tally, settings } = countClass({ ...vote, projects: [] }, questions, basis);
    expect(tally).toBeUndefined();
    expect(settings).toEqual({ week: 32, "target.care": 1.2 });
  });

  it("goes into a .pb file and comes back whole", () => {
    const { value, problems } = readPabulib(writePabulib(electionOf(vote)), { file: "9b.pb" });
    expect(problems).toEqual([]);
    expect(classOf(value!)).toEqual(vote);
  });
});
