import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { expect, it } from "vitest";
import { type ClassVote, classOf, countClass, electionOf, placeProject } from "./class-vote.ts";
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

const rank = (...approved: string[]): ClassVote["ballots"][number] => ({ levels: { week: 30 }, approved });

it("counts rankings as Borda points: the same projects in another order take another one", () => {
  const vote = { title: "", budget: 6, projects, by: "ranking" } as const;
  const first = countClass({ ...vote, ballots: [rank("a", "b"), rank("a", "b")] }, [], basis);
  const second = countClass({ ...vote, ballots: [rank("b", "a"), rank("b")] }, [], basis);
  expect(first.tally).toMatchObject({ utility: "points", selected: ["a"] });
  expect(second.tally!.selected).toEqual(["b"]);
  const three = [...projects, { id: "c", name: "C", need: "care", hours: 1 }];
  const { kind, ballots } = electionOf({
    ...vote,
    projects: three,
    ballots: [rank("c", "a", "b"), rank("b")],
  });
  expect(kind).toBe("ordinal");
  expect(ballots.map(({ choices }) => choices.map(({ points }) => points))).toEqual([[3, 2, 1], [1]]);
});

it("carries rankings through a .pb file and back, empty ballots too", () => {
  const ballots = [rank("b", "a"), rank("a"), rank()];
  const vote: ClassVote = { title: "Class", budget: 6, projects, by: "ranking", ballots };
  const read = readPabulib(writePabulib(electionOf(vote)), { file: "class.pb" });
  expect(read.problems).toEqual([]);
  expect(read.value!.ballots).toEqual(electionOf(vote).ballots);
  expect(classOf(read.value!)).toEqual(vote);
});

it("gives each place once, without gaps, whatever is asked for", () => {
  const step = record({ id: constantFrom("a", "b", "c", "d"), place: nat(5) });
  assert(
    property(array(step, { maxLength: 30 }), (steps) => {
      let order: readonly string[] = [];
      for (const { id, place } of steps) {
        const before = order.filter((other) => other !== id);
        order = placeProject(order, id, place);
        expect(new Set(order).size).toBe(order.length);
        expect(order.filter((other) => other !== id)).toEqual(before);
        expect(order.indexOf(id) + 1).toBe(Math.min(place, before.length + 1));
      }
    }),
  );
});
