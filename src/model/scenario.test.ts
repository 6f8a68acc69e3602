import { describe, expect, it } from "vitest";
import { simulate } from "../simulate/index.ts";
import { compile } from "./compile.ts";

const text = `
period quarter from 2025Q4 to 2026Q4
param a = 2, b = 10
x = x[-1] + a
y = a * b - a[-1]
z = y[-1]
init x = 10 * a
scenario later : a = 3 from 2026Q2
scenario whole : a = 3 from 2025Q4
scenario both : a = 3 from 2025Q4, a += 1 from 2025Q4 to 2026Q1`;

describe("changes of scenarios", () => {
  const { value: model } = compile(text);
  const series = (scenario?: string): Readonly<Record<string, Float64Array>> => {
    if (!model) throw new Error("the model does not compile");
    const { value, problems } = simulate(model.system, scenario === undefined ? {} : { scenario });
    expect(problems).toEqual([]);
    return value?.series ?? {};
  };

  it("leave the start alone when they come later", () => {
    expect(Array.from(series("later")["x"])).toEqual([20, 22, 25, 28, 31]);
  });

  it("act on the start when they hold from period 0 on", () => {
    expect(Array.from(series("whole")["x"])).toEqual([30, 33, 36, 39, 42]);
    expect(Array.from(series("both")["x"])).toEqual([40, 44, 47, 50, 53]);
  });

  it("keep the old value before period 0", () => {
    expect(series()["z"][1]).toBe(18);
    expect(series("whole")["z"][1]).toBe(28);
    expect(series("later")["z"][1]).toBe(18);
  });
});

describe("scenarios of a second text", () => {
  it("follow those of the model and may build on them", () => {
    const own = { file: "mine.kl", text: "scenario mine with later : b = 20" };
    const { value, problems } = compile(text, { scenarios: own });
    expect(problems).toEqual([]);
    expect(value?.system.scenarios.at(-1)).toMatchObject({ name: "mine", changes: [{}, {}] });
  });

  it("are told what is no scenario, and names that nobody knows", () => {
    const own = { file: "mine.kl", text: "param c = 1\nscenario mine : aa = 2\nscenario other with latter" };
    expect(compile(text, { scenarios: own }).problems.map(({ code, where }) => [code, where.file])).toEqual([
      ["only-scenarios", "mine.kl"],
      ["unknown-name", "mine.kl"],
      ["scenario-unknown", "mine.kl"],
    ]);
    const commaLacks = { file: "mine.kl", text: "scenario mine : a = 3\n  b = 4" };
    const [comma] = compile(text, { scenarios: commaLacks }).problems;
    expect(comma).toMatchObject({ code: "expected", where: { line: 2, column: 3 }, values: { wanted: "," } });
    const again = { file: "mine.kl", text: "scenario later : a = 4" };
    const [twice] = compile(text, { file: "model.kl", scenarios: again }).problems;
    expect(twice).toMatchObject({
      code: "scenario-twice",
      values: { name: "later", file: "model.kl", line: 8 },
    });
  });
});
