import { hasErrors, type Problem } from "../../core/problem.ts";
import { type MeasuredYear, measureYears } from "../../simulate/index.ts";
import { centralRun } from "./central-run.ts";
import { type ModelRef, openModel } from "./opened-models.ts";

/** Of which run the loop maps are drawn. */
export interface SimulatedMapOrder {
  readonly model: ModelRef;
  readonly scenarios: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly seed: number;
}

export type MapYear = MeasuredYear;

export interface SimulatedMapAnswer {
  readonly order: SimulatedMapOrder;
  /** Whole years of the central run, in order; undefined if there is no run. */
  readonly years?: readonly MeasuredYear[];
  readonly problems: readonly Problem[];
}

/** Measures the circuit of every whole year of the central run. */
export async function simulatedMap(order: SimulatedMapOrder): Promise<SimulatedMapAnswer> {
  const opened = await openModel(order.model);
  const { model, guide } = opened;
  if (!model || !guide.circuit) return { order, problems: opened.problems };
  const { set } = guide.circuit;
  const { currency: unit, size: scale } = guide.money ?? { currency: "USD", size: 1 };
  const options = { scenario: order.scenarios, set: { ...set, ...order.set }, seed: order.seed };
  const { value: run, problems } = centralRun(opened, model, options);
  if (!run || hasErrors(problems)) return { order, problems };
  return { order, years: measureYears(model, run, guide.circuit, { unit, scale }), problems };
}
