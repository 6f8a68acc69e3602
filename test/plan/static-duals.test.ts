import { beforeAll, describe, expect, it } from "vitest";
import { valueLabour } from "../../src/plan/accounts/index.ts";
import { staticProgramme } from "../../src/plan/programme/index.ts";
import { certify } from "../../src/plan/solve/certificate.ts";
import { loadSolver } from "../../src/plan/solve/highs-solver.ts";
import { solveOnce, type Solver } from "../../src/plan/solve/solver.ts";
import { openEconomy } from "./open-economy.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe("dual prices of the static programme", () => {
  it.each(["lehrbeispiel", "us-2023", "us-2012", "de-2014"])(
    "are the labour values of %s to 1e-9",
    (name) => {
      const { coefficients } = openEconomy(name);
      // Every product is wanted, so every price is defined.
      const demand = coefficients.output.map((output) => 1 + output / 10);
      const program = staticProgramme(coefficients, demand);
      const solution = solveOnce(solver, program);
      expect(certify(program, solution)).toMatchObject({ holds: true });
      const { total } = valueLabour(coefficients);
      const off = total.map((value, product) => {
        const dual = solution.dual[product];
        return value === 0 ? Math.abs(dual) : Math.abs(dual / value - 1);
      });
      expect(Math.max(...off)).toBeLessThan(1e-9);
    },
  );
});
