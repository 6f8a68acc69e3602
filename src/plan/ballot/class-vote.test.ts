import { expect, it } from "vitest";
import { type ClassVote, classOf, countClass, electionOf } from "./class-vote.ts";
import { readPabulib } from "./pabulib.ts";
import { writePabulib } from "./pabulib-text.ts";

const projects = [
  { id: "a", name: "A", need: "care", hours: 6 },
  { id: "b", name: "B", need: "homes", hours: 6 },
];
const give = (a: number, b: number): ClassVote["ballots"][number] => {
  const points = Object.fromEntries(Object.entries({ a, b }).filter(([, value]) => value > 0));
  return { levels: { week: 30 }, approved: Object.keys(points), points };
};
const basis = new Map([
  ["care", { level: 1, hours: 100 }],
  ["homes", { level: 1, hours: 100 }],
]);

it("counts points: the same approvals with other points take another project", () => {
  const vote = { title: "", budget: 6, projects, by: "points" } as const;
  const first = countClass({ ...vote, ballots: [give(5, 1), give(5, 1)] }, [], basis);
  const second = countClass({ ...vote, ballots: [give(1, 5), give(1, 5)] }, [], basis);
  expect(first.tally).toMatchObject({ utility: "points", selected: ["a"] });
  expect(second.tally!.selected).toEqual(["b"]);
  expect(first.settings).toEqual({ "target.care": 1.06 });
});

it("carries points through a .pb file and back, empty ballots too", () => {
  const vote: ClassVote = {
    title: "Class",
    budget: 6,
    projects,
    by: "points",
    ballots: [give(3, 2), give(0, 5), give(0, 0)],
  };
  const read = readPabulib(writePabulib(electionOf(vote)), { file: "class.pb" });
  expect(read.problems).toEqual([]);
  expect(classOf(read.value!)).toEqual(vote);
});
