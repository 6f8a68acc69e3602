import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveCoefficients } from "../../src/plan/economy/index.ts";
import {
  createProgramme,
  describePlan,
  type Plan,
  planFromFiles,
  Planner,
  solveStages,
} from "../../src/plan/programme/index.ts";
import { loadSolver } from "../../src/plan/solve/highs-solver.ts";
import type { Solver } from "../../src/plan/solve/solver.ts";
import { openEconomy, openGoals } from "./open-economy.ts";

let solver: Solver;
let planner: Planner;
beforeAll(async () => {
  solver = await loadSolver();
  planner = new Planner(solver);
});
afterAll(() => planner.close());

const school = openEconomy("lehrbeispiel");

function plan(wishes: Readonly<Record<string, unknown>>): Plan {
  const { planning, goals } = openGoals(school, { years: 6, ...wishes });
  return planner.plan(school.economy, school.coefficients, planning, goals);
}

const last = (list: readonly number[]): number => list.at(-1) as number;

describe("a plan of the teaching economy", () => {
  it("shortens the week when nothing else is asked, and says so in both languages", () => {
    const found = plan({});
    expect(found.status).toBe("optimal");
    expect(found.certificate?.gap).toBeLessThan(1e-9);
    expect(Object.values(found.fulfilment).every((share) => share > 1 - 1e-9)).toBe(true);
    expect(last(found.workingWeek)).toBeLessThan(30);
    expect(found.workingWeek).toHaveLength(6);
    const { value } = planFromFiles(solver, { files: school.files, years: 6 });
    const german = describePlan(value!.document, "de").flatMap(({ lines }) => lines);
    const english = describePlan(value!.document, "en").flatMap(({ lines }) => lines);
    expect(german[1]).toMatch(/^Möglich\. Zuerst knapp: „/);
    expect(english[1]).toMatch(/^Possible\. What binds first: “/);
    expect(german).toHaveLength(english.length);
    expect([...german, ...english].filter((line) => /[{}]|undefined|NaN/.test(line))).toEqual([]);
  });

  it("needs neither today's week nor more when techniques are forbidden", () => {
    const without = plan({ techniques: { assisted: false, greener: false } });
    const withAll = plan({});
    expect(last(without.workingWeek)).toBeGreaterThan(last(withAll.workingWeek) + 1);
    expect(without.yearly?.hoursSaved.every((hours) => hours === 0)).toBe(true);
  });

  it("keeps every limit that it is given", () => {
    const found = plan({
      targets: { care: { level: 1.05, floor: 1 } },
      limits: { week: 33, accounts: { ghg: { level: 0.8, from: 1 }, water: 1 }, hazard: 0.97 },
    });
    expect(found.status).toBe("optimal");
    expect(last(found.workingWeek)).toBeLessThanOrEqual(33 + 1e-6);
    expect(last(found.emissions)).toBeLessThanOrEqual(0.8 * 46_000 * (1 + 1e-6));
    expect(Math.max(...found.yearly!.accounts["water"])).toBeLessThanOrEqual(1_740_000 * (1 + 1e-6));
    expect(found.yearly!.consumption["care"].every((amount) => amount >= 28_200 * (1 - 1e-6))).toBe(true);
  });

  it("lifts all goals alike, then serves tiers in their order", () => {
    const tight = {
      objective: "fulfilment",
      limits: { week: 27, accounts: { ghg: { level: 0.6, from: 1 } } },
    };
    const alike = plan({ ...tight, targets: { care: 1.2 } });
    expect(alike.status).toBe("optimal");
    const shares = Object.values(alike.fulfilment);
    expect(Math.max(...shares)).toBeLessThan(1);
    const tiered = plan({
      ...tight,
      targets: { care: { level: 1.2, tier: 1 }, things: { level: 1, tier: 2 } },
    });
    expect(tiered.fulfilment["care"]).toBeGreaterThanOrEqual(alike.fulfilment["care"] - 1e-6);
    expect(tiered.fulfilment["things"]).toBeLessThanOrEqual(tiered.fulfilment["care"] + 1e-6);
  });

  it("spreads by harmony without leaving any need at nothing", () => {
    const found = plan({
      objective: "harmony",
      limits: { week: 27, accounts: { ghg: { level: 0.6, from: 1 } } },
    });
    expect(found.status).toBe("optimal");
    expect(Math.min(...Object.values(found.fulfilment))).toBeGreaterThan(0.3);
  });

  it("hurts fewer people when that is sought, at the price of more hours", () => {
    const least = plan({ objective: "hazard" });
    const hours = plan({});
    const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
    expect(sum(least.yearly!.injuries)).toBeLessThanOrEqual(sum(hours.yearly!.injuries) * (1 + 1e-9));
    expect(sum(least.yearly!.hours)).toBeGreaterThanOrEqual(sum(hours.yearly!.hours) * (1 - 1e-9));
  });

  it("prices every limit at what moving it brings to the whole sum, years after the plan included", () => {
    const { planning, goals } = openGoals(school, {
      years: 6,
      limits: { accounts: { ghg: { level: 0.7, from: 2 } } },
    });
    const programme = createProgramme(school.economy, school.coefficients, planning, goals);
    const session = solver.open(programme.program);
    const before = solveStages(session, programme);
    let compared = 0;
    for (const { kind, rows } of programme.rules) {
      if (kind === "target" || kind === "floor") continue;
      for (const row of rows) {
        if (Math.abs(before.dual[row]) < 1e-3) continue;
        const step = 1e-6 * Math.abs(programme.program.rowUpper[row]);
        const moved = [step, -step].map((more) => {
          const rowUpper = programme.program.rowUpper.slice();
          rowUpper[row] += more;
          const program = { ...programme.program, rowUpper };
          const { solution } = solveStages(
            session,
            { ...programme, program },
            { warm: true, tolerance: 1e-9 },
          );
          return (solution.objective - before.solution.objective) / more;
        });
        // At a corner where several limits meet the slopes differ; the price lies between them.
        const [up, down] = moved;
        expect(before.dual[row]).toBeGreaterThanOrEqual(
          Math.min(up, down) - 1e-4 * Math.abs(before.dual[row]),
        );
        expect(before.dual[row]).toBeLessThanOrEqual(Math.max(up, down) + 1e-4 * Math.abs(before.dual[row]));
        if (Math.abs(up / down - 1) > 1e-4) continue;
        expect(Math.abs(up / before.dual[row] - 1)).toBeLessThan(1e-4);
        compared++;
      }
    }
    session.close();
    expect(compared).toBeGreaterThan(5);
  });

  it("moves with no currency: a thousand times the money changes nothing physical", () => {
    const scaled = { ...school.economy };
    const thousand = (list: Float64Array): Float64Array => list.map((value) => value * 1000);
    for (const key of [
      "imports",
      "output",
      "compensation",
      "taxes",
      "surplus",
      "margins",
      "capital",
      "depreciation",
    ] as const) {
      Object.assign(scaled, { [key]: thousand(scaled[key]) });
    }
    for (const key of [
      "use",
      "useImported",
      "make",
      "finalDemand",
      "finalDemandImported",
      "capitalFlow",
    ] as const) {
      const table = scaled[key]!;
      Object.assign(scaled, { [key]: { ...table, value: thousand(table.value) } });
    }
    const text = school.files.get("planning.yaml")!;
    // What costs money costs a thousand times as much; inputs and costs for each unit of money stay.
    const planning = text
      .replace("cost: 30000", "cost: 30000000")
      .replace("operate: { energy: 700, office: 300 }", "operate: { energy: 700000, office: 300000 }")
      .replace("inputs: { energy: 500 }", "inputs: { energy: 500000 }")
      .replace("cost: 9000", "cost: 9000000");
    expect(planning.length).toBeGreaterThan(text.length + 10);
    const wishes = { years: 6, targets: { care: 1.05 }, limits: { accounts: { ghg: 0.85 } } };
    const coefficients = deriveCoefficients(scaled);
    const files = new Map([...school.files, ["planning.yaml", planning]]);
    const dear = openGoals({ economy: scaled, coefficients, files }, wishes);
    const cheap = plan(wishes);
    const found = planner.plan(scaled, coefficients, dear.planning, dear.goals);
    found.workingWeek.forEach((hours, i) =>
      expect(Math.abs(hours / cheap.workingWeek[i] - 1)).toBeLessThan(1e-9),
    );
    found.emissions.forEach((amount, i) =>
      expect(Math.abs(amount / cheap.emissions[i] - 1)).toBeLessThan(1e-9),
    );
    found.hazardousHours.forEach((hours, i) =>
      expect(Math.abs(hours / cheap.hazardousHours[i] - 1)).toBeLessThan(1e-9),
    );
  });
});
