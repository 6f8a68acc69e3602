import { expect, it } from "vitest";
import { compile } from "../model/index.ts";
import { arePaired, pairedDifference } from "./paired-difference.ts";
import { readQuestions } from "./picture.ts";
import type { Run, SimulateOptions } from "./run.ts";
import { simulate } from "./simulate.ts";

const { value: model } = compile(`period year for 3
sector a "givers", b "takers"
asset H : a owes b
param g = 2 ~ uniform(1, 3) in 1..3 [$/year] "gift" de "Gabe"
param more = 0 in -1..1 [$/year] "more of it" de "mehr davon"
flow G : a -> b = g + more
init H = 0`);
const words = { en: "", de: "" };
const graph = { id: "held", show: "H", as: "number", words, unit: words } as const;
const questions = readQuestions(
  {
    graphs: [graph, { ...graph, id: "gap", show: "H + 1", against: "baseline" }],
    outcomes: [{ id: "rich", ask: "last(H) > 6", words }],
  },
  model!,
);
const run = (options: SimulateOptions): Run =>
  simulate(model!.system, { members: 40, outputs: questions.outputs, ...options }).value!;

it("tells what an assumption does apart from what chance does", () => {
  const [baseline, more] = [run({}), run({ set: { more: 0.5 } })];
  const { graphs, outcomes } = pairedDifference(questions, baseline, more, baseline);
  // Three gifts, each larger by a half, whatever was drawn: the fans overlap, the pairs do not.
  expect(graphs[0]).toEqual({ id: "held", period: 3, median: 1.5, higher: 1, lower: 0 });
  expect(graphs[1].median).toBeGreaterThan(0.15);
  expect(graphs[1].higher).toBe(1);
  const rich = (of: Run): number =>
    Array.from({ length: 40 }, (_, member) => of.series["H"][member * 4 + 3]).filter((held) => held > 6)
      .length / 40;
  expect(outcomes[0].onlyHere).toBeCloseTo(rich(more) - rich(baseline), 12);
  expect(outcomes[0].onlyHere).toBeGreaterThan(0.1);
  expect(outcomes[0].onlyThere).toBe(0);
});

it("turns its sign with the direction, and is nothing between equals", () => {
  const [baseline, more] = [run({}), run({ set: { more: 0.5 } })];
  const back = pairedDifference(questions, more, baseline, baseline);
  expect(back.graphs[0]).toEqual({ id: "held", period: 3, median: -1.5, higher: 0, lower: 1 });
  const same = pairedDifference(questions, more, more, baseline);
  expect(same.graphs[0]).toEqual({ id: "held", period: 0, median: 0, higher: 0, lower: 0 });
});

it("is of pairs only if members and seed are the same", () => {
  expect(arePaired(run({}), run({ set: { more: 1 } }))).toBe(true);
  expect(arePaired(run({}), run({ seed: 2 }))).toBe(false);
  expect(arePaired(run({}), run({ members: 41 }))).toBe(false);
});
