import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Arbitrary, array, assert, boolean, integer, property, record } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { certify } from "./certificate.ts";
import { loadSolver } from "./highs-solver.ts";
import { type LinearProgram, ProgramBuilder } from "./linear-program.ts";
import { readMps, writeMps } from "./mps.ts";
import { solveOnce, type Solver } from "./solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const reference = new URL("../../../test/reference/planning/plan-us68-minhours-T5.mps.gz", import.meta.url);

describe("the solver", () => {
  it("solves the reference file to the optimum of three other solvers", () => {
    const { program } = readMps("plan.mps", gunzipSync(readFileSync(reference)).toString()).value!;
    expect([program.rowLower.length, program.cost.length]).toEqual([3443, 2555]);
    const solution = solveOnce(solver, program);
    expect(Math.abs(solution.objective - 1447.456661)).toBeLessThan(1e-6);
    const certificate = certify(program, solution);
    expect(certificate.holds, JSON.stringify(certificate)).toBe(true);
  });

  it("starts warm: a moved bound or coefficient takes fewer steps and gives the same answer as a cold start", () => {
    const session = solver.open(chain(60, 1));
    const cold = session.solve();
    expect(cold.status).toBe("optimal");
    for (const program of [chain(60, 1.1), chain(60, 1.1, 0.45)]) {
      session.update(program);
      const warm = session.solve();
      const afresh = solveOnce(solver, program);
      expect(Math.abs(warm.objective - afresh.objective)).toBeLessThan(1e-9 * Math.abs(afresh.objective));
      expect(warm.iterations).toBeLessThanOrEqual(afresh.iterations);
    }
    session.close();
  });

  it("agrees with itself by two methods, and every answer is certified", () => {
    assert(
      property(randomProgram(), (program) => {
        const simplex = solveOnce(solver, program);
        const interior = solveOnce(solver, program, { method: "interior" });
        expect(interior.status).toBe(simplex.status);
        if (simplex.status !== "optimal") return;
        expect(certify(program, simplex)).toMatchObject({ holds: true });
        expect(Math.abs(simplex.objective - interior.objective)).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(simplex.objective)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("refutes only what has no answer, and solves on as if it had not been asked", () => {
    assert(
      property(randomProgram(), (program) => {
        const session = solver.open(program);
        const isRefuted = session.isRefuted();
        const { status, objective } = session.solve();
        session.close();
        const alone = solveOnce(solver, program);
        expect(status).toBe(alone.status);
        if (status === "optimal")
          expect(Math.abs(objective - alone.objective)).toBeLessThan(1e-6 * Math.max(1, Math.abs(objective)));
        if (isRefuted) expect(status).toBe("infeasible");
      }),
      { numRuns: 200 },
    );
    const builder = new ProgramBuilder<string>();
    const column = builder.column("a", { lower: 0, upper: 1 });
    builder.row("more", { lower: 2, upper: Infinity }, [[column, 1]]);
    const session = solver.open(builder.build());
    expect(session.isRefuted()).toBe(true);
    session.close();
  });

  it("finds the smallest conflict, where the default strategy of HiGHS finds none", () => {
    const builder = new ProgramBuilder<string>();
    const a = builder.column("a", { lower: 0, upper: Infinity });
    const b = builder.column("b", { lower: 0, upper: Infinity });
    builder.row("a + b ≤ 1", { lower: -Infinity, upper: 1 }, [
      [a, 1],
      [b, 1],
    ]);
    builder.row("a ≥ 1", { lower: 1, upper: Infinity }, [[a, 1]]);
    builder.row("b ≥ 1/2", { lower: 0.5, upper: Infinity }, [[b, 1]]);
    builder.row("a + 2 b ≤ 9", { lower: -Infinity, upper: 9 }, [
      [a, 1],
      [b, 2],
    ]);
    const session = solver.open(builder.build());
    expect(session.solve().status).toBe("infeasible");
    expect(session.findConflict()?.rows.map((row) => builder.rowLabels[row])).toEqual([
      "a + b ≤ 1",
      "a ≥ 1",
      "b ≥ 1/2",
    ]);
    session.close();
  });

  it("stops when told to", () => {
    const { program } = readMps("plan.mps", gunzipSync(readFileSync(reference)).toString()).value!;
    let calls = 0;
    const solution = solveOnce(solver, program, { onProgress: () => ++calls > 2 });
    expect(solution.status).toBe("stopped");
    expect(calls).toBeLessThan(20);
  });

  it("throws a short sentence instead of printing its source", () => {
    const broken = { ...chain(3, 1), row: Int32Array.of(0, 0, 0) } as LinearProgram;
    let message = "";
    try {
      solveOnce(solver, broken);
    } catch (error) {
      message = String(error) + (error as Error).stack!;
    }
    expect(message).toContain("The solver failed");
    expect(message.length).toBeLessThan(3000);
  });
});

describe("the certificate", () => {
  it("does not hold for a wrong answer", () => {
    const program = chain(10, 1);
    const solution = solveOnce(solver, program);
    expect(certify(program, solution).holds).toBe(true);
    const wrong = solution.primal.slice();
    wrong[3] *= 0.9;
    expect(certify(program, { ...solution, primal: wrong }).holds).toBe(false);
    const wrongDual = solution.dual.map((value) => value * 1.01);
    expect(certify(program, { ...solution, dual: wrongDual }).holds).toBe(false);
    expect(certify(program, { ...solution, primal: wrong.fill(NaN) }).holds).toBe(false);
  });
});

describe("MPS", () => {
  it("writes what it reads", () => {
    assert(
      property(randomProgram(), (program) => {
        const again = readMps("p.mps", writeMps(program)).value!.program;
        expect(again).toEqual(program);
      }),
      { numRuns: 300 },
    );
  });

  it("names the line that is wrong, and a file cut in half", () => {
    const text = writeMps(chain(3, 1));
    expect(readMps("p.mps", text.slice(0, text.length / 2)).problems[0]).toMatchObject({ severity: "error" });
    const wrong = readMps("p.mps", text.replace(/ C1 R1 .*/, " C1 R77 1")).problems[0];
    expect(wrong).toMatchObject({ code: "mps-line", values: { text: "C1 R77 1" } });
    expect(wrong.where.line).toBeGreaterThan(5);
  });
});

/** A chain of products, each made from the one before: least labour for a final demand. */
function chain(length: number, demand: number, input = 0.5): LinearProgram {
  const builder = new ProgramBuilder<string>();
  for (let i = 0; i < length; i++) builder.column(`x${i}`, { lower: 0, upper: 50 + i }, 1 + (i % 7));
  for (let i = 0; i < length; i++) {
    builder.row(`product ${i}`, { lower: demand, upper: Infinity }, [[i, 1]]);
    if (i + 1 < length) builder.entry(i, i + 1, -input);
  }
  return builder.build();
}

function randomProgram(): Arbitrary<LinearProgram> {
  const number = integer({ min: -20, max: 20 }).map((value) => value / 4);
  return record({
    width: integer({ min: 1, max: 6 }),
    height: integer({ min: 1, max: 6 }),
    numbers: array(number, { minLength: 80, maxLength: 80 }),
    holes: array(boolean(), { minLength: 36, maxLength: 36 }),
  }).map(({ width, height, numbers, holes }) => {
    const builder = new ProgramBuilder<number>();
    for (let j = 0; j < width; j++) builder.column(j, { lower: j % 3 ? 0 : -4, upper: 5 + j }, numbers[j]);
    for (let i = 0; i < height; i++) {
      const side = numbers[10 + i];
      const bounds = [
        { lower: side, upper: Infinity },
        { lower: -Infinity, upper: side },
        { lower: side - 2, upper: side + 2 },
        { lower: side, upper: side },
      ][i % 4];
      builder.row(i, bounds);
      for (let j = 0; j < width; j++) if (holes[i * 6 + j]) builder.entry(i, j, numbers[20 + i * 6 + j]);
    }
    return builder.build();
  });
}
