import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../core/period.ts";
import type { Flow, Ledger } from "../../ledger/ledger.ts";
import type { Circuit } from "../measurement.ts";
import { measureCircuit } from "./measure-circuit.ts";

const window = { start: dayNumber(2025, 1, 1), end: dayNumber(2025, 12, 31) };
const actors = ["a", "b", "c", "d", "customers"].map((id) => ({
  id,
  name: { de: id, en: id },
  roles: ["other"] as const,
  boundary: id === "customers",
}));

const flow = (id: string, from: string, to: string, value: number, more: Partial<Flow> = {}): Flow => ({
  id,
  from,
  to,
  instrument: "purchase",
  amount: { value, low: value, high: value },
  unit: "USD",
  period: window,
  status: "paid",
  evidence: [],
  ...more,
});

const measure = (flows: readonly Flow[]): Circuit => {
  const ledger: Ledger = { id: "test", actors, flows, holdings: [], asOf: window.end };
  const { value } = measureCircuit(ledger, { status: "paid", window, unit: "USD" });
  if (!value) throw new Error("Nothing can fail here.");
  return value.circuit;
};

const kinds = ["purchase", "equity", "loan"] as const;
const flows = fc
  .array(
    fc.record({
      from: fc.constantFrom("a", "b", "c", "d", "customers"),
      to: fc.constantFrom("a", "b", "c", "d"),
      amount: fc.integer({ min: 1, max: 100 }),
      kind: fc.constantFrom(...kinds),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, amount, kind }, index) => flow(`f${index}`, from, to, amount, { instrument: kind })),
  );

describe("the circuit of a ledger", () => {
  it("keeps its three numbers in order, and shares that add to one", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const circuit = measure(list);
        for (const { certain, expected, possible } of circuit.loops) {
          expect(certain).toBeLessThanOrEqual(expected + 1e-9);
          expect(expected).toBeLessThanOrEqual(possible + 1e-9);
        }
        for (const { certain, proportional, possible, outlays } of circuit.selfFinanced) {
          expect(certain).toBeLessThanOrEqual(proportional + 1e-9);
          expect(proportional).toBeLessThanOrEqual(possible + 1e-9);
          expect(possible).toBeLessThanOrEqual(outlays + 1e-9);
        }
        for (const { sources } of circuit.provenance) {
          expect(sources.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        }
        for (const { share } of circuit.dependence) expect(share).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.abs(circuit.circulation.gap)).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("does not change if a flow is split into two beside each other", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const halves = list.flatMap((whole) => {
          const amount = {
            value: whole.amount.value / 2,
            low: whole.amount.value / 2,
            high: whole.amount.value / 2,
          };
          return [
            { ...whole, amount },
            { ...whole, id: `${whole.id}-2`, amount },
          ];
        });
        const [one, two] = [measure(list), measure(halves)];
        const numbers = (circuit: Circuit): readonly number[] => [
          circuit.totalFlow,
          circuit.circulation.value,
          circuit.finnCyclingIndex,
          circuit.loopShare,
          circuit.incoherence,
          ...circuit.selfFinanced.flatMap(({ certain, proportional, possible }) => [
            certain,
            proportional,
            possible,
          ]),
          ...circuit.loops.flatMap(({ certain, expected, possible }) => [certain, expected, possible]),
        ];
        const split = numbers(two);
        numbers(one).forEach((number, index) => expect(split[index]).toBeCloseTo(number, 6));
      }),
      { numRuns: 200 },
    );
  });

  it("makes certain what a contract ties to its use", () => {
    const list = [
      flow("stake", "a", "b", 100, { instrument: "equity" }),
      flow("own", "customers", "b", 100),
      flow("hours", "b", "c", 40),
      flow("chips", "c", "a", 40),
    ];
    const free = measure(list).selfFinanced[0];
    expect([free.certain, free.possible]).toEqual([0, 40]);
    const tied = list.map((one) => (one.id === "hours" ? { ...one, earmark: "stake" } : one));
    const maker = measure(tied).selfFinanced[0];
    expect([maker.certain, maker.possible]).toEqual([40, 40]);
    expect(maker.proportional).toBeCloseTo(40, 9);
  });

  it("joins loops through a pot and through the purse into one of actors", () => {
    const list = [
      flow("stake", "a", "b", 30, { instrument: "equity" }),
      flow("loan", "a", "b", 10, { instrument: "loan" }),
      flow("tied", "b", "a", 30, { earmark: "stake" }),
      flow("free", "b", "a", 5),
    ];
    const { loops } = measure(list);
    expect(loops).toHaveLength(1);
    expect(loops[0].actors).toEqual(["a", "b"]);
    expect(loops[0].legs.map(({ amount }) => amount)).toEqual([40, 35]);
    expect(loops[0].expected).toBeCloseTo(35, 9);
  });

  it("knows no outside source where money only goes round", () => {
    const { provenance, dependence, selfFinanced } = measure([
      flow("loan", "a", "b", 10, { instrument: "loan" }),
      flow("order", "b", "a", 10),
      flow("other", "c", "d", 5),
    ]);
    expect(provenance.find(({ actor }) => actor === "a")?.sources).toEqual([
      { label: "circuit", at: "a", share: 1 },
    ]);
    expect(dependence).toContainEqual({ actor: "a", on: "b", share: 1 });
    expect(dependence.some(({ actor, on }) => actor === "a" && on === "c")).toBe(false);
    expect(selfFinanced[0]).toMatchObject({ certain: 10, possible: 10 });
  });
});
