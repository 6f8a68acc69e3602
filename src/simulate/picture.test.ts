import { describe, expect, it } from "vitest";
import { compile, type Model } from "../model/index.ts";
import { fanShares } from "./fan.ts";
import { guideOf, readGuide } from "./guide.ts";
import { pictureOf, readQuestions } from "./picture.ts";
import type { Run, SimulateOptions } from "./run.ts";
import { simulate } from "./simulate.ts";

const text = `period year for 3
sector a "givers", b "takers"
asset H : a owes b
param g = 2 ~ uniform(1, 3) in 1..3 [$/year] "gift" de "Gabe"
flow G : a -> b = g
share = H / (H + 10) "share" de "Anteil"
init H = 0
scenario more : g = 4`;

function open(): Model {
  const { value, problems } = compile(text);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

describe("a picture of an ensemble", () => {
  const model = open();
  const guide = {
    graphs: [
      graph("held", "H"),
      graph("more", "1 + H"),
      { ...graph("gap", "H + 1"), against: "baseline" as const },
    ],
    outcomes: [
      { id: "rich", ask: "last(H) > 6", words: words("rich") },
      { id: "odd", ask: "nobody > 6", words: words("odd") },
    ],
  };
  const questions = readQuestions(guide, model);
  const run = (options: SimulateOptions): Run =>
    simulate(model.system, { members: 40, outputs: questions.outputs, ...options }).value!;

  it("reads the questions and tells those that cannot be read", () => {
    expect(questions.outputs).toEqual(["H"]);
    expect(questions.outcomes.map(({ id }) => id)).toEqual(["rich"]);
    expect(questions.problems.map(({ code }) => code)).toEqual(["unknown-output"]);
  });

  it("draws fans, samples, the baseline and gaps to the same member", () => {
    const [baseline, scenario] = [run({}), run({ scenario: "more" })];
    const picture = pictureOf(questions, model.calendar, scenario, baseline);
    const [held, more, gap] = picture.graphs;
    expect(picture.dates).toEqual(["0", "1", "2", "3"]);
    expect(held.fan.bands).toHaveLength(fanShares.length);
    expect([...held.fan.bands[2]]).toEqual([0, 4, 8, 12]);
    expect(held.samples).toHaveLength(12);
    expect([...more.fan.bands[2]]).toEqual([1, 5, 9, 13]);
    expect(held.baseline[3]).toBeGreaterThan(3);
    expect(held.baseline[3]).toBeLessThan(9);
    expect(gap.fan.bands[2][0]).toBe(0);
    expect(gap.fan.bands[4][3]).toBeGreaterThan(gap.fan.bands[0][3]);
    expect([...gap.baseline]).toEqual([0, 0, 0, 0]);
    expect(picture.outcomes[0].frequency).toMatchObject({ hits: 40, runs: 40, share: 1 });
  });

  it("compares with as many members of a longer baseline", () => {
    const [long, same] = [run({ members: 90 }), run({})];
    const few = run({ set: { g: 3 } });
    expect(pictureOf(questions, model.calendar, few, long)).toEqual(
      pictureOf(questions, model.calendar, few, same),
    );
  });
});

describe("a guide", () => {
  it("is made from the documentation of a model that has none", () => {
    const guide = guideOf(open());
    expect(guide.sliders).toEqual([{ name: "g", as: "number", words: { en: "g: gift", de: "g: Gabe" } }]);
    expect(guide.graphs.map(({ show, words: said }) => [show, said.de])).toEqual([
      ["share", "share: Anteil"],
      ["G", "G"],
    ]);
  });

  it("tells what is wrong in it", () => {
    const { value, problems } = readGuide("x.guide.yaml", "sliders: 3\n");
    expect(value).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0].where.file).toBe("x.guide.yaml");
  });
});

function words(name: string): { readonly en: string; readonly de: string } {
  return { en: name, de: name };
}

function graph(id: string, show: string): Parameters<typeof readQuestions>[0]["graphs"][number] {
  return { id, show, as: "number", words: words(id), unit: words("") };
}
