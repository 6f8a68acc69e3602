import { PlanDesk } from "../../plan/index.ts";
import {
  boomModel,
  resourceOutputs,
  resourcesOfYear,
  type Run,
  simulate,
  wholeYearsOf,
} from "../../simulate/index.ts";
import type { JobOf, JobResult } from "./jobs.ts";
import { openModel, type OpenedModel } from "./opened-models.ts";
import { deskOf } from "./plan-job.ts";

const runs = new WeakMap<OpenedModel, Run>();

/** Runs the boom model once, on its central path, and sets a year of it beside a plan. */
export async function setBesideBoom({
  order,
  document,
  year,
}: JobOf<"beside-boom">): Promise<JobResult<"beside-boom">> {
  const [opened, desk] = await Promise.all([openModel({ name: boomModel }), deskOf(order.economy)]);
  const { model } = opened;
  if (!(desk instanceof PlanDesk)) return { problems: desk.problems };
  if (!model) return { problems: opened.problems };
  const found = simulateOnce(opened);
  const boom = found.run && resourcesOfYear(model, found.run, year);
  const side = boom && desk.besideBoom(order.wish, document, boom);
  return side ? { side, years: wholeYearsOf(model) } : { problems: found.problems };
}

function simulateOnce(opened: OpenedModel): {
  readonly run: Run | undefined;
  readonly problems: OpenedModel["problems"];
} {
  const known = runs.get(opened);
  if (known) return { run: known, problems: [] };
  const { value: run, problems } = simulate(opened.model!.system, { outputs: resourceOutputs });
  if (run) runs.set(opened, run);
  return { run, problems };
}
