import type { Model } from "../../model/index.ts";
import { simulate, type SimulateOptions } from "../../simulate/index.ts";
import type { OpenedModel } from "./opened-models.ts";

export type CentralRun = ReturnType<typeof simulate>;

const mostKept = 8;
const kept = new WeakMap<OpenedModel, Map<string, CentralRun>>();

/** One run with all variables, or the same run computed before: a screen that compares asks for it again and again. */
export function centralRun(
  opened: OpenedModel,
  model: Model,
  options: Pick<SimulateOptions, "scenario" | "set" | "seed">,
): CentralRun {
  const key = JSON.stringify(options);
  const known = kept.get(opened) ?? new Map<string, CentralRun>();
  kept.set(opened, known);
  const found = known.get(key) ?? simulate(model.system, options);
  const oldest = known.size >= mostKept ? known.keys().next().value : undefined;
  if (oldest !== undefined && !known.has(key)) known.delete(oldest);
  known.set(key, found);
  return found;
}
