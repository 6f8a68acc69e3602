import type { Problem } from "../../core/problem.ts";
import { hasErrors } from "../../core/problem.ts";
import { hashRun, type Picture, pictureOf, type Run, type SimulateOptions } from "../../simulate/index.ts";
import { checkOptions, finishRun, simulateShard } from "../../simulate/simulate.ts";
import type { Ensemble } from "../../simulate/ensemble.ts";
import { type ModelRef, openModel, type OpenedModel } from "./opened-models.ts";

/** What is simulated. */
export interface SimulationOrder {
  readonly model: ModelRef;
  readonly scenarios: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly runs: number;
  readonly seed: number;
  /** A first picture of few runs: it needs no hash. */
  readonly isPreview?: boolean;
}

export interface Simulated {
  readonly picture: Picture;
  readonly runs: number;
  readonly seed: number;
  /** Few runs, for a slider that moves. */
  readonly isPreview: boolean;
  /** SHA-256 of the kept series, as `hashRun` of the library gives it for the same outputs; empty for a preview. */
  readonly hash: string;
  readonly outputs: readonly string[];
  /** Largest balance residual over turnover. */
  readonly residual: number;
  readonly failed: number;
  /** Time the worker took, in milliseconds. */
  readonly took: number;
  readonly problems: readonly Problem[];
}

/** The answer to an order: what was found, why not, or that a newer order came. */
export type SimulateAnswer =
  | Simulated
  | { readonly picture?: undefined; readonly superseded?: boolean; readonly problems: readonly Problem[] };

const shard = 50;
let newest = 0;

/** Ends what is running at its next shard. */
export function haltOrders(): undefined {
  newest++;
}

/** Runs an ensemble shard by shard; between two shards a newer order may take its place. */
export async function simulateOrder(
  order: SimulationOrder,
  progress: (share: number) => void,
): Promise<SimulateAnswer> {
  const began = performance.now();
  const mine = ++newest;
  const opened = await openModel(order.model);
  if (!opened.model) return { problems: opened.problems };
  const course = { isOld: () => mine !== newest, progress };
  const baseline = await baselineOf(opened, order, course);
  const isBaseline = order.scenarios.length === 0 && Object.keys(order.set).length === 0;
  const found =
    isBaseline && baseline?.run?.members === order.runs ? baseline : await runOrder(opened, order, course);
  if (!found || !baseline) return { superseded: true, problems: [] };
  return answerOf(opened, order, { ...found, baseline: baseline.run }, performance.now() - began);
}

/** The picture of a run beside its baseline, or why there is none. */
export function answerOf(
  { model, questions, problems: own }: OpenedModel,
  order: SimulationOrder,
  { run, baseline, problems }: Found & { readonly baseline: Run | undefined },
  took: number,
): SimulateAnswer {
  if (!model || !run || !baseline) return { problems };
  return {
    picture: pictureOf(questions, model.calendar, run, baseline),
    runs: order.runs,
    seed: order.seed,
    isPreview: order.isPreview === true,
    hash: order.isPreview === true ? "" : hashRun(run),
    outputs: questions.outputs,
    residual: run.balance.maxResidual,
    failed: run.failed.length,
    took,
    problems: [...own, ...problems],
  };
}

/** What came of the members of an order. */
export interface Found {
  readonly run: Run | undefined;
  readonly problems: readonly Problem[];
}

interface Course {
  readonly isOld: () => boolean;
  readonly progress: (share: number) => void;
}

/** Runs all members, or nothing if a newer order came. */
export async function runOrder(
  { model, questions }: OpenedModel,
  order: SimulationOrder,
  { isOld, progress }: Course,
): Promise<Found | undefined> {
  const { system } = model!;
  const { runs: members, scenarios: scenario, set, seed } = order;
  const options: SimulateOptions = { scenario, set, seed, members, outputs: questions.outputs };
  const { choices, problems } = checkOptions(system, options);
  if (hasErrors(problems)) return { run: undefined, problems };
  const parts: Ensemble[] = [];
  for (let first = 0; first < members; first += shard) {
    if (first > 0) {
      progress(first / members);
      await messages();
      if (isOld()) return undefined;
    }
    parts.push(simulateShard(system, { ...options, first, members: Math.min(shard, members - first) }));
  }
  const { value, problems: found } = finishRun(system, choices, problems, parts);
  return { run: value, problems: found };
}

const baselines = new WeakMap<OpenedModel, Found>();

/** The same members without scenarios and moved parameters; kept, since every position of a slider is compared to it. */
async function baselineOf(
  opened: OpenedModel,
  { model, runs, seed }: SimulationOrder,
  course: Course,
): Promise<Found | undefined> {
  const known = baselines.get(opened);
  if (known?.run && known.run.seed === seed && known.run.members >= runs) return known;
  const found = await runOrder(opened, { model, runs, seed, scenarios: [], set: {} }, course);
  if (found) baselines.set(opened, found);
  return found;
}

/** Lets messages in that came meanwhile. */
function messages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(0);
  });
}
