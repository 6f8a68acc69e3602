import { array, assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { compileText, readDrawnModel } from "../../../test/fixture/drawn-model.ts";
import { evaluateOutcome, type OutcomeValue } from "./evaluate-outcome.ts";
import { readOutcome } from "./read-outcome.ts";

const model = readDrawnModel();

/** Value of an outcome for a path of Y that starts without a value. */
function valueOf(
  text: string,
  path: readonly number[],
  parameters: Record<string, number> = {},
): OutcomeValue {
  const { value, problems } = readOutcome(text, model);
  expect(problems).toEqual([]);
  return evaluateOutcome(value!.node, {
    periods: path.length - 1,
    variable: () => Float64Array.from(path),
    parameter: (name) => parameters[name],
  });
}

const path = [NaN, 4, 2, 5, 1, 3];

describe("an outcome", () => {
  it("makes one number of a path, passing over periods without a value", () => {
    const expected = {
      "peak(Y)": 5,
      "trough(Y)": 1,
      "mean(Y)": 3,
      "total(Y)": 15,
      "last(Y)": 3,
      "drawdown(Y)": 0.8,
      "at(Y, 3)": 5,
      "at(Y, 2026Q2)": 2,
      "first(Y < 3)": 2,
      "first(Y > 5)": NaN,
      "ever(Y > 4)": 1,
      "count(Y > 2)": 3,
      "peak(Y - Y[-1])": 3,
      "peak(d(Y))": 3,
      "peak(lag(Y, 2))": 5,
      "trough(clamp(Y, 2, 3))": 2,
      "peak(if Y > 3 then period else 0)": 3,
      "drawdown(Y) > 0.5 and not (peak(Y) > 9)": 1,
      "first(Y > 5) < 3": 0,
      "peak(exp(log(Y))) / 2": 2.5,
      "peak(min(Y, 2)) + abs(-1) ^ 2": 3,
    };
    for (const [text, number] of Object.entries(expected)) {
      const found = valueOf(text, path) as number;
      expect(Number.isNaN(number) ? Number.isNaN(found) : Math.abs(found - number) < 1e-12, text).toBe(true);
    }
  });

  it("may be a path, with parameters as drawn", () => {
    expect([...(valueOf("Y * theta", path, { theta: 2 }) as Float64Array)]).toEqual([NaN, 8, 4, 10, 2, 6]);
    expect(valueOf("theta > 0.3", path, { theta: 0.4 })).toBe(1);
  });

  it("tells its shape, its reading and its unit", () => {
    const kinds = (text: string): readonly string[] => {
      const { shape, reading, name } = readOutcome(text, model).value!;
      return [name, shape, reading];
    };
    expect(kinds("Y")).toEqual(["Y", "path", "amount"]);
    expect(kinds("fall = drawdown(Y)")).toEqual(["fall", "number", "amount"]);
    expect(kinds("drawdown(Y) >= 0.5")).toEqual(["drawdown(Y) >= 0.5", "number", "condition"]);
    expect(kinds("ever(Y > 2)")[2]).toBe("condition");
    expect(kinds("first(Y > 2)")[2]).toBe("date");
    const priced = compileText("sector a, b\nflow G [$/year] : a -> b = 2\nflow C : b -> a");
    expect(readOutcome("G", priced).value!.unit).toBe("$/year");
  });

  it("adds over sets of the model", () => {
    const many = compileText(
      "dim firm = x, y\nset old of firm = y\nsector f[firm], h\nparam k[firm] = {x: 1, y: 2}\nflow w[firm] : f[firm] -> h = k[firm]\nflow b[firm] : h -> f[firm]",
    );
    const { value, problems } = readOutcome("sum(firm: w[firm]) + max(old: w[old])", many);
    expect(problems).toEqual([]);
    expect(value!.variables).toEqual(["w[x]", "w[y]"]);
    const total = evaluateOutcome(value!.node, {
      periods: 0,
      variable: (name) => Float64Array.of(name === "w[x]" ? 1 : 2),
      parameter: () => NaN,
    });
    expect([...(total as Float64Array)]).toEqual([5]);
  });

  it("says what is wrong with it, and where", () => {
    const problem = (text: string): readonly unknown[] => {
      const { value, problems } = readOutcome(text, model);
      expect(value).toBeUndefined();
      const [{ code, where, hint }] = problems;
      return [code, where.column, hint];
    };
    expect(problem("peak(thetta)")).toEqual(["unknown-output", 6, "theta"]);
    expect(problem("crash = drawdwn(Y) > 1")).toEqual(["outcome-unsupported", 9, "drawdown"]);
    expect(problem("at(Y, 2040Q1)")[0]).toBe("outcome-date");
    expect(problem("at(Y)")[0]).toBe("outcome-arguments");
    expect(problem("peak(Y, Y)")[0]).toBe("outcome-arguments");
    expect(problem("max(Y)")[0]).toBe("outcome-one-value");
    expect(problem("sum(firm: Y)")[0]).toBe("outcome-set");
    expect(problem("peak(Y")[0]).toBe("expected");
    expect(problem("Y Y")[0]).toBe("expected-end");
    expect(problem("")[0]).toBe("expected-expression");
    expect(problem("Y after losses")[0]).toBe("outcome-unsupported");
  });

  it("keeps every summary between trough and peak", () => {
    const paths = array(double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });
    assert(
      property(paths, (numbers) => {
        const of = (text: string): number => valueOf(text, numbers) as number;
        const [low, high] = [of("trough(Y)"), of("peak(Y)")];
        for (const text of ["last(Y)", "at(Y, 1)"]) {
          expect(of(text)).toBeGreaterThanOrEqual(low);
          expect(of(text)).toBeLessThanOrEqual(high);
        }
        expect(of("mean(Y)")).toBeCloseTo(of("total(Y)") / numbers.length, 6);
        expect(of("drawdown(Y)")).toBeLessThanOrEqual(1 - low / high + 1e-12);
        expect(of("ever(Y == peak(Y))")).toBe(1);
        expect(of("count(Y > 0)")).toBe(numbers.length);
      }),
    );
  });
});
