import { hasErrors, type Problem } from "../../core/problem.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { type Circuit, measureCircuit } from "../../measure/index.ts";
import { type Model, nameOfPeriod } from "../../model/index.ts";
import { ledgerOfRun } from "../../simulate/index.ts";
import { centralRun } from "./central-run.ts";
import { type ModelRef, openModel } from "./opened-models.ts";

/** Of which run the loop maps are drawn. */
export interface SimulatedMapOrder {
  readonly model: ModelRef;
  readonly scenarios: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly seed: number;
}

/** The payments of one simulated year, and their circuit measured as that of a dossier. */
export interface MapYear {
  readonly year: string;
  readonly ledger: Ledger;
  readonly circuit: Circuit;
}

export interface SimulatedMapAnswer {
  readonly order: SimulatedMapOrder;
  /** Whole years of the central run, in order; undefined if there is no run. */
  readonly years?: readonly MapYear[];
  readonly problems: readonly Problem[];
}

/** Measures the circuit of every whole year of the central run. */
export async function simulatedMap(order: SimulatedMapOrder): Promise<SimulatedMapAnswer> {
  const opened = await openModel(order.model);
  const { model, guide } = opened;
  if (!model || !guide.circuit) return { order, problems: opened.problems };
  const { inside, roles, instruments, set } = guide.circuit;
  const { currency: unit, size: scale } = guide.money ?? { currency: "USD", size: 1 };
  const options = { scenario: order.scenarios, set: { ...set, ...order.set }, seed: order.seed };
  const { value: run, problems } = centralRun(opened, model, options);
  if (!run || hasErrors(problems)) return { order, problems };
  const years = wholeYears(model).flatMap(({ year, from, to }) => {
    const ledger = ledgerOfRun(model, run, { from, to, inside, roles, instruments, unit, scale });
    if (ledger.flows.length === 0) return [];
    const { period: window } = ledger.flows[0];
    const { value } = measureCircuit(ledger, { status: "paid", window, unit });
    return value ? [{ year, ledger, circuit: value.circuit }] : [];
  });
  return { order, years, problems };
}

/** Years of which the model has every period; a model that starts in autumn has no whole first year. */
function wholeYears({ calendar, system }: Model): readonly {
  readonly year: string;
  readonly from: number;
  readonly to: number;
}[] {
  const found = new Map<string, { readonly year: string; readonly from: number; readonly to: number }>();
  for (let at = 1; at <= system.periods; at++) {
    const year = nameOfPeriod(calendar, at).slice(0, 4);
    found.set(year, { year, from: found.get(year)?.from ?? at, to: at });
  }
  const years = [...found.values()];
  const longest = Math.max(...years.map(({ from, to }) => to - from));
  return years.filter(({ from, to }) => to - from === longest);
}
