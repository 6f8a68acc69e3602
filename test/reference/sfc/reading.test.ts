import { describe, expect, it } from "vitest";
import { parseInfix } from "./infix.ts";
import { createSystem, readRuns } from "./runs.ts";

describe("the reference runs", () => {
  it("can all be read as systems", () => {
    const runs = readRuns();
    expect(runs).toHaveLength(85);
    const growth = createSystem(runs.find(({ name }) => name === "GROWTH-sfcr-growthd")!);
    expect(growth.variables).toHaveLength(116);
    expect(growth.scenarios[0].changes.length).toBe(4);
    for (const run of runs) expect(createSystem(run).variables).toHaveLength(run.equations.length);
  });

  it("keep the precedence of ordinary algebra", () => {
    const a = { kind: "parameter", index: 0, lag: 0 } as const;
    const lagged = { kind: "variable", index: 0, lag: 1 } as const;
    expect(parseInfix("a - x[-1] * -a", new Map([["x", 0]]), new Map([["a", 0]]))).toEqual({
      kind: "binary",
      operator: "-",
      left: a,
      right: {
        kind: "binary",
        operator: "*",
        left: lagged,
        right: { kind: "unary", operator: "-", of: a },
      },
    });
    expect(() => parseInfix("a b", new Map(), new Map([["a", 0]]))).toThrow("unexpected b");
  });
});
