import type { System } from "../../src/model/system.ts";
import { createParameter, createToy } from "./toy-system.ts";

/** Drawn parameters in a block with a kink, noise, and members that fail now and then. */
export function createRandomModel(): System {
  const toy = createToy(
    {
      Y: "C + G + I",
      C: "a * Y * (1 - t) + 0.1 * H[-1]",
      H: "H[-1] + Y * (1 - t) - C",
      I: "if Y > 120 then 10 + 0.2 * (Y - 120) else 8 + log(1 + 0.01 * exp(e))",
      r: "sqrt(r[-1] * r[-2]) + 0.0001 * Y ^ 1.3",
    },
    { parameters: { a: 0.6, t: 0.2, G: 20, e: 0 }, initial: { Y: 100, H: 50, r: 1 }, periods: 40 },
  );
  const noise = { kind: "noise", index: 0 } as const;
  return {
    ...toy,
    noises: [{ name: "eps", distribution: { kind: "normal", mean: 0, deviation: 2 } }],
    variables: toy.variables.map((variable) =>
      variable.name === "C"
        ? {
            ...variable,
            equation: { kind: "binary", operator: "+", left: variable.equation, right: noise } as const,
          }
        : variable,
    ),
    parameters: [
      createParameter("a", 0.6, {
        distribution: { kind: "normal", mean: 0.6, deviation: 0.2 },
        low: 0,
        high: 1.5,
      }),
      createParameter("t", 0.2, { distribution: { kind: "uniform", low: 0.1, high: 0.3 } }),
      createParameter("G", 20, { distribution: { kind: "triangular", low: 10, mode: 20, high: 40 } }),
      createParameter("e", 0, { distribution: { kind: "lognormal", mean: 0, deviation: 1 } }),
    ],
  };
}
