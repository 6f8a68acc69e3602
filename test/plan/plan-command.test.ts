import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { call } from "../call.ts";
import type { PlanDocument } from "../../src/plan/index.ts";
import { loadSolver, readMps, solveOnce } from "../../src/plan/index.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("kreislauf plan", () => {
  it("prints a plan in words", async () => {
    const german = await call(["plan", "lehrbeispiel", "--years", "4"], "de");
    expect(german.code).toBe(0);
    expect(german.out).toContain("Lehrbeispiel 2025: ein Plan über 4 Jahre");
    expect(german.out).toMatch(/Arbeitswoche: heute 34,8 h/);
    expect(german.out).toContain("Was der Plan nicht wissen kann:");
    expect(german.err).toContain("Rechnet:");
  });

  it("prints one document with everything the plan says", async () => {
    const { code, out } = await call([
      "plan",
      "lehrbeispiel",
      "--years",
      "3",
      "--json",
      "--objective",
      "fulfilment",
    ]);
    expect(code).toBe(0);
    const document = JSON.parse(out) as PlanDocument;
    expect(document).toMatchObject({
      status: "optimal",
      objective: "fulfilment",
      years: 3,
      certificate: { holds: true },
    });
    expect(document.workingWeek).toHaveLength(3);
    expect(document.emissions).toHaveLength(3);
    expect(document.hazardousHours).toHaveLength(3);
    expect(Object.keys(document.fulfilment)).toEqual([
      "food",
      "energy",
      "homes",
      "things",
      "care",
      "services",
    ]);
    expect(document.binding.length).toBeGreaterThan(0);
    expect(document.prices).toHaveLength(6);
    expect([document.conflict, document.relaxations]).toEqual([[], []]);
  });

  it("ends with 1 and gives the reason if the goals cannot be met", async () => {
    const goals = join(folder, "goals.yaml");
    writeFileSync(goals, "format: 1\nyears: 3\ntargets: { care: { level: 1.6, by: 1 } }\n");
    const { code, out } = await call(["plan", "lehrbeispiel", "--goals", goals, "--json"]);
    expect(code).toBe(1);
    const document = JSON.parse(out) as PlanDocument;
    expect(document.status).toBe("infeasible");
    expect(document.conflict).toMatchObject([{ kind: "target", subject: { id: "care" }, years: [1] }]);
    expect(document.relaxations.length).toBeGreaterThan(0);
  });

  it("writes plan, text and a program that any solver can audit", async () => {
    const out = join(folder, "plan");
    const { code } = await call(["plan", "lehrbeispiel", "--years", "2", "--out", out]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "plan.txt"), "utf8")).toContain("Working week");
    const document = JSON.parse(readFileSync(join(out, "plan.json"), "utf8")) as PlanDocument;
    const { program } = readMps("programme.mps", readFileSync(join(out, "programme.mps"), "utf8")).value!;
    const audited = solveOnce(await loadSolver(), program);
    expect(audited.objective).toBeCloseTo(document.certificate?.primalObjective as number, 6);
  });

  it("names what is wrong with a call, an economy, goals or an assumption", async () => {
    expect(await call(["plan", "lehrbeispeil"])).toMatchObject({ code: 1 });
    expect((await call(["plan", "lehrbeispeil"])).err).toContain("lehrbeispiel");
    expect((await call(["plan", "lehrbeispiel", "--objective", "ours"])).err).toContain(
      "Did you mean “hours”?",
    );
    expect((await call(["plan", "lehrbeispiel", "--years", "0"])).code).toBe(2);
    expect((await call(["plan", "lehrbeispiel", "--set", "utilisation"])).code).toBe(2);
    const unknown = await call(["plan", "lehrbeispiel", "--years", "2", "--set", "utilization=1.1"]);
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(unknown.err).toContain("Did you mean “utilisation”?");
    expect((await call(["plan", "lehrbeispiel", "--goals", join(folder, "none.yaml")])).err).toContain(
      "cannot be read",
    );
    const far = await call(["plan", "lehrbeispiel", "--years", "2", "--set", "ai_saving=0.9"]);
    expect(far.code).toBe(0);
    expect(far.err).toContain("honest values lie between 0 and 0.5");
  });
});
