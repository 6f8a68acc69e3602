import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { deriveCoefficients, readEconomy } from "../economy/index.ts";
import { loadSolver } from "../solve/highs-solver.ts";
import type { Solver } from "../solve/solver.ts";
import { goalsReading, resolveGoals } from "./goals.ts";
import { readPlanning } from "./planning.ts";
import { baseWeek, createProgramme } from "./programme.ts";
import { solveStages } from "./stages.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function open(name: string) {
  const folder = new URL(`../../../economies/${name}/`, import.meta.url);
  const files = new Map(
    readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), "utf8")]),
  );
  const { value: economy, problems } = readEconomy(files);
  if (!economy) throw new Error(JSON.stringify(problems.slice(0, 5)));
  const coefficients = deriveCoefficients(economy);
  const text = files.get("planning.yaml");
  const planning = readPlanning(
    economy,
    coefficients,
    text === undefined ? undefined : { file: "planning.yaml", text },
  );
  if (!planning.value) throw new Error(JSON.stringify(planning.problems.slice(0, 5)));
  return { economy, coefficients, planning: planning.value };
}

describe("reference", () => {
  it("minhours T5", () => {
    const { economy, coefficients, planning } = open("us-2023");
    const week = baseWeek(economy, coefficients, planning.parameters);
    const y5 = [
      1903.52, 2358.56, 708.26, 1223.37, 3090.19, 3535.43, 386.77, 507.74, 603.13, 751.64, 1914.5, 1220.86,
      1346.79, 599.24, 547.81, 2656.59,
    ];
    console.log(
      planning.needs
        .map(({ id, base }, i) => id + " " + (y5[i] / (base / 1000) / 1.004 ** 5).toFixed(5))
        .join("; "),
    );
    console.log(planning.needs.map(({ id, base }, i) => id + " " + base));
    const ghg = coefficients.accounts.get("ghg")!;
    console.log(
      "ghg",
      coefficients.output.reduce((s, q, i) => s + q * ghg[i], 0),
    );
    const goals = resolveGoals(
      economy,
      planning,
      goalsReading({
        years: 5,
        targets: {
          food: 1.025 /*?*/,
          health: 1 + (0.1 * 5) / 6,
          care: 1 + (0.15 * 5) / 6,
          education: 1 + (0.1 * 5) / 6,
          transit: 1 + (0.2 * 5) / 6,
          defence: 1 - (0.3 * 5) / 6,
          housing: 1 + (0.05 * 5) / 6,
          cars: 1 - (0.2 * 5) / 6,
          finance: 1 - (0.2 * 5) / 6,
          information: 1 + (0.05 * 5) / 6,
          leisure: 1 + (0.1 * 5) / 6,
          local: 1 + (0.1 * 5) / 6,
          energy: 1 - (0.05 * 5) / 6,
        },
        limits: { accounts: { ghg: { level: 0.7575, from: 2 } } },
      }),
      week,
    );
    if (!goals.value) throw new Error(JSON.stringify(goals.problems));
    const t0 = performance.now();
    const programme = createProgramme(economy, coefficients, planning, goals.value, { terminalYears: 0 });
    const t1 = performance.now();
    const caps = [
      6278.497343964205, 6309.733649158058, 5783.922511728219, 5258.111374298382, 4732.300236868544,
    ];
    for (const rule of programme.rules)
      if (rule.kind === "account") rule.rows.forEach((row, i) => (programme.program.rowUpper[row] = caps[i]));
    for (const rule of programme.rules)
      if (rule.kind === "trade") console.log(rule.rows.map((row) => programme.program.rowUpper[row]));
    const session = solver.open(programme.program);
    const answer = solveStages(session, programme);
    const t2 = performance.now();
    console.log(
      week,
      t1 - t0,
      t2 - t1,
      programme.program.cost.length,
      programme.rowLabels.length,
      answer.solution.status,
      answer.solution.objective,
      answer.certificates,
    );
    for (let t = 0; t < 5; t++)
      console.log(
        answer.solution.primal[programme.columns.hours[t]],
        programme.columns.account[t].get(0) && answer.solution.primal[programme.columns.account[t].get(0)!],
      );
    const X = answer.solution.primal;
    const C = programme.columns;
    const sum = (a: ArrayLike<number>) => Array.from(a).reduce((q, c) => q + (c >= 0 ? X[c] : 0), 0);
    for (let t = 0; t < 5; t++)
      console.log(
        t + 1,
        X[C.hours[t]],
        "gfcf",
        sum(C.investment[t]),
        "cons",
        sum(C.consumption[t]),
        "imp",
        sum(C.imports[t]),
        "GW",
        X[C.stock[t][1]],
        "builds",
        C.build[t]
          .map((c) => X[c])
          .slice(0, 3)
          .join(),
        "store",
        sum(C.store[t]),
      );
    session.close();
    expect(answer.solution.status).toBe("optimal");
  });
});
