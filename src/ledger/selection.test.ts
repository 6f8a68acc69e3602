import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import type { Flow, Ledger, Status } from "./ledger.ts";
import {
  addSelections,
  belongsTo,
  type Reading,
  selectFlows,
  shareInside,
  sumSelection,
} from "./selection.ts";

const period = (text: string) => readPeriod(text)!;
const flow = (id: string, status: Status, change: Partial<Flow> = {}): Flow => ({
  id,
  from: "a",
  to: "b",
  instrument: "purchase",
  amount: { value: 100, low: 80, high: 120 },
  unit: "USD",
  period: period("2025"),
  status,
  evidence: ["f1"],
  ...change,
});
const ledger = (...flows: readonly Flow[]): Ledger => ({ id: "x", actors: [], flows, holdings: [], asOf: 0 });
const basis = (status: Reading, window = "2025", unit = "USD") => ({ status, window: period(window), unit });
const all = ledger(flow("p", "paid"), flow("c", "contracted"), flow("n", "announced"), flow("l", "lapsed"));
const ids = (status: Reading) => selectFlows(all, basis(status)).flows.map(({ flow: { id } }) => id);

describe("a reading", () => {
  it("holds what is at least as firm, and never what has lapsed", () => {
    expect(ids("paid")).toEqual(["p"]);
    expect(ids("contracted")).toEqual(["p", "c"]);
    expect(ids("announced")).toEqual(["p", "c", "n"]);
    expect(belongsTo("lapsed", "announced")).toBe(false);
  });

  it("says what it leaves out and why", () => {
    const one = ledger(
      flow("l", "lapsed"),
      flow("u", "paid", { unit: "GW" }),
      flow("w", "paid", { period: period("2030") }),
    );
    expect(selectFlows(one, basis("announced")).leftOut).toEqual([
      { flow: "l", reason: "lapsed" },
      { flow: "u", reason: "other-unit" },
      { flow: "w", reason: "outside-window" },
    ]);
  });

  it("cuts amounts and bounds to the window by day", () => {
    const two = ledger(flow("p", "paid", { period: period("2025/2026") }));
    const [{ amount }] = selectFlows(two, basis("paid", "2025")).flows;
    expect(amount.value).toBeCloseTo(50, 9);
    expect(amount.low).toBeCloseTo(40, 9);
    expect(amount.high).toBeCloseTo(60, 9);
  });

  it("goes by the schedule where there is one", () => {
    const schedule = [
      { period: period("2025"), share: 0.2 },
      { period: period("2026"), share: 0.8 },
    ];
    const one = { period: period("2025/2026"), schedule };
    expect(shareInside(one, period("2025"))).toBeCloseTo(0.2, 12);
    expect(shareInside(one, period("2026"))).toBeCloseTo(0.8, 12);
    expect(shareInside(one, period("2027"))).toBe(0);
  });

  it("the windows of a partition add to the whole", () => {
    const day = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(day, day, fc.array(day, { maxLength: 6 }), (start, length, cuts) => {
        const whole = { start, end: start + length };
        const inside = [...new Set(cuts.map((cut) => start + (cut % (length + 1))))].sort((a, b) => a - b);
        const starts = [...new Set([start, ...inside])];
        const parts = starts.map((from, at) => ({ start: from, end: (starts[at + 1] ?? whole.end + 1) - 1 }));
        const sum = parts.reduce((total, part) => total + shareInside({ period: whole }, part), 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("sums", () => {
  it("add values and bounds", () => {
    expect(sumSelection(selectFlows(all, basis("announced")))).toEqual({ value: 300, low: 240, high: 360 });
  });

  it("count a flow that is in both selections once", () => {
    const one = selectFlows(all, basis("contracted"));
    const { value, problems } = addSelections(
      one,
      selectFlows(ledger(flow("p", "paid")), basis("contracted")),
    );
    expect(problems).toEqual([]);
    expect(sumSelection(value!).value).toBe(200);
  });

  it.each([
    [basis("paid"), "mixed-status"],
    [basis("announced", "2026"), "mixed-windows"],
    [basis("announced", "2025", "EUR"), "mixed-units"],
  ])("refuse what was read on another basis", (other, code) => {
    const { value, problems } = addSelections(selectFlows(all, basis("announced")), selectFlows(all, other));
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it("tell every difference at once", () => {
    const { problems } = addSelections(
      selectFlows(all, basis("announced")),
      selectFlows(all, basis("paid", "2026", "EUR")),
    );
    expect(problems.map(({ code }) => code)).toEqual(["mixed-status", "mixed-windows", "mixed-units"]);
  });
});
