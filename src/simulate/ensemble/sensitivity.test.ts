import { describe, expect, it } from "vitest";
import { morrisEffects, planMorris } from "./morris.ts";
import { planSobol, sobolIndices } from "./sobol-indices.ts";

const { PI, sin } = Math;

/** Ishigami & Homma (1990), a = 7, b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2. */
function ishigami(point: ArrayLike<number>): number {
  const [x, y, z] = Array.from(point, (u) => PI * (2 * u - 1));
  return sin(x) + 7 * sin(y) ** 2 + 0.1 * z ** 4 * sin(x);
}
const variance = 49 / 8 + (0.1 * PI ** 4) / 5 + (0.01 * PI ** 8) / 18 + 0.5;
const alone = [0.5 * (1 + (0.1 * PI ** 4) / 5) ** 2, 49 / 8, 0].map((part) => part / variance);
const joint = (0.01 * PI ** 8 * 8) / 225 / variance;

/** Sobol's g-function: Π (|4x − 2| + a)/(1 + a); V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1. */
const weights = [0, 1, 4.5, 9, 99];
const parts = weights.map((a) => 1 / (3 * (1 + a) ** 2));
const all = parts.reduce((product, part) => product * (1 + part), 1);
function gFunction(point: ArrayLike<number>): number {
  return weights.reduce((product, a, i) => (product * (Math.abs(4 * point[i] - 2) + a)) / (1 + a), 1);
}

describe("Sobol indices", () => {
  it("agree with the analytic ones of the Ishigami function", () => {
    const plan = planSobol(["x", "y", "z"], 8192, 3);
    const outputs = Float64Array.from({ length: plan.runs }, (_, run) => ishigami(plan.point(run)));
    const found = sobolIndices(plan, outputs);
    const total = [alone[0] + joint, alone[1], joint];
    // Tolerance: about four standard errors at this base.
    found.forEach((index, i) => {
      expect(Math.abs(index.first - alone[i])).toBeLessThan(0.05);
      expect(Math.abs(index.total - total[i])).toBeLessThan(0.04);
      expect(index.firstInterval[0]).toBeLessThan(index.firstInterval[1]);
      expect(index.totalInterval[0]).toBeLessThanOrEqual(index.total);
      expect(index.totalInterval[1]).toBeGreaterThanOrEqual(index.total);
    });
  });

  it("agree with the analytic ones of the g-function", () => {
    const plan = planSobol(
      weights.map((_, i) => `x${i}`),
      8192,
      5,
    );
    const outputs = Float64Array.from({ length: plan.runs }, (_, run) => gFunction(plan.point(run)));
    sobolIndices(plan, outputs).forEach((index, i) => {
      expect(Math.abs(index.first - parts[i] / (all - 1))).toBeLessThan(0.04);
      expect(Math.abs(index.total - (parts[i] * (all / (1 + parts[i]))) / (all - 1))).toBeLessThan(0.04);
    });
  });

  it("give intervals that hold the truth about as often as they say", () => {
    let held = 0;
    for (let seed = 0; seed < 40; seed++) {
      const plan = planSobol(["x", "y", "z"], 512, seed);
      const outputs = Float64Array.from({ length: plan.runs }, (_, run) => ishigami(plan.point(run)));
      const [low, high] = sobolIndices(plan, outputs)[1].totalInterval;
      if (low <= alone[1] && alone[1] <= high) held++;
    }
    // 95 % of 40 are 38; fewer than 33 would happen by chance once in 1,000 times.
    expect(held).toBeGreaterThanOrEqual(33);
  });

  it("are no numbers where nothing varies, and refuse a wrong number of outputs", () => {
    const plan = planSobol(["x"], 16, 1);
    expect(sobolIndices(plan, new Float64Array(plan.runs))[0].first).toBeNaN();
    expect(() => sobolIndices(plan, [1, 2])).toThrow(RangeError);
  });
});

describe("Morris screening", () => {
  it("finds strength, sign and straightness of each assumption", () => {
    const plan = planMorris(["steep", "falling", "curved", "idle"], 60, 2);
    const outputs = Float64Array.from({ length: plan.runs }, (_, run) => {
      const [steep, falling, curved] = plan.point(run);
      return 10 * steep - 3 * falling + 8 * (curved - 0.5) ** 2;
    });
    const [steep, falling, curved, idle] = morrisEffects(plan, outputs);
    expect(steep.strength).toBeCloseTo(10, 9);
    expect(steep.deviation).toBeLessThan(1e-9);
    expect(falling.mean).toBeCloseTo(-3, 9);
    expect(curved.deviation).toBeGreaterThan(1);
    expect(idle).toMatchObject({ strength: 0, mean: 0, deviation: 0, error: 0 });
  });

  it("moves every assumption once in each walk, inside the cube", () => {
    const plan = planMorris(["a", "b", "c"], 20, 9);
    for (let run = 0; run < plan.runs; run++) {
      const point = plan.point(run);
      expect(point.every((value) => value >= 0 && value <= 1)).toBe(true);
      if (run % 4 === 0) continue;
      const before = plan.point(run - 1);
      const moved = [...point].filter((value, i) => value !== before[i]);
      expect(moved.length).toBe(1);
    }
  });
});
