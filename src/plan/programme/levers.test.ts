import { describe, expect, it } from "vitest";
import { goalsReading } from "./goals.ts";
import { type Lever, moveLevers, relaxLevers } from "./levers.ts";

const lever = (id: string, kind: Lever["kind"], rest: Partial<Lever> = {}): Lever => ({
  id,
  kind,
  name: undefined,
  unit: undefined,
  low: 0,
  high: 2,
  step: 0.1,
  start: 1,
  today: 1,
  limits: false,
  basis: undefined,
  note: undefined,
  hours: undefined,
  main: true,
  ...rest,
});

const levers = [
  lever("week", "week", { high: 45, start: 45, limits: true }),
  lever("account.ghg", "account", { high: 1.25, start: 0.8, limits: true }),
  lever("hazard", "hazard", { high: 1.25, start: 1.25, limits: true }),
  lever("imports", "imports"),
  lever("target.care", "target", { start: 1.1 }),
  lever("assisted", "assisted"),
  lever("set.shrinking", "parameter"),
];

const { record } = goalsReading({
  targets: { care: { level: 1.1, floor: 1, by: 4 } },
  limits: { accounts: { ghg: { level: 0.8, from: 1 }, water: 1 } },
});

describe("levers of a plan", () => {
  it("leave the goals alone where nothing is moved", () => {
    expect(moveLevers(record, levers, {})).toEqual(record);
  });

  it("move what they name and keep paths, floors and what no lever names", () => {
    const moved = moveLevers(record, levers, {
      week: 30,
      "account.ghg": 0.6,
      hazard: 0.9,
      imports: 1.2,
      "target.care": 1.3,
      assisted: 0,
      "set.shrinking": 0.1,
    });
    expect(moved.limits).toEqual({
      week: { hours: 30 },
      accounts: { ghg: { level: 0.6, from: 1 }, water: 1 },
      hazard: { level: 0.9 },
      imports: { level: 1.2 },
    });
    expect(moved.targets).toEqual({ care: { level: 1.3, floor: 1, by: 4 } });
    expect(moved.techniques).toEqual({ assisted: false });
    expect(moved.parameters).toEqual({ shrinking: 0.1 });
  });

  it("take a limit away at the end of its slider", () => {
    const moved = moveLevers(record, levers, { "account.ghg": 1.25, week: 45 });
    expect(moved.limits.accounts).toEqual({ water: 1 });
    expect(moved.limits.week).toBeUndefined();
  });

  it("give way on top of what has given way, goals down and limits up, rounded outwards", () => {
    const changes = [
      { kind: "week" as const, share: 0.03123 },
      { kind: "trade" as const, share: 0.1 },
      { kind: "target" as const, subject: { id: "care", name: { en: "", de: "" } }, share: 0.2 },
    ];
    const once = relaxLevers({ week: 30 }, { changes });
    expect(once).toEqual({
      week: 30,
      "give.week": 0.0313,
      "give.imports": 0.1001,
      "give.target.care": 0.2001,
    });
    const twice = relaxLevers(once, { changes });
    expect(twice["give.week"]).toBeGreaterThanOrEqual(1.0313 * 1.03123 - 1);
    expect(twice["give.target.care"]).toBeGreaterThanOrEqual(1 - 0.7999 * 0.8);
    expect(twice["give.target.care"]).toBeLessThan(0.3605);
    const moved = moveLevers(record, levers, once);
    expect(moved.limits.week).toEqual({ hours: 30, give: 0.0313 });
    expect(moved.targets["care"]).toEqual({ level: 1.1, floor: 1, by: 4, give: 0.2001 });
  });
});
