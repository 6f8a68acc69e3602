import highsWasm from "highs/runtime?url";
import type { Problem } from "../../core/problem.ts";
import {
  type Comparison,
  loadSolver,
  PlanDesk,
  type PlanProgress,
  type ResourceBundle,
  type TradeOffPoint,
} from "../../plan/index.ts";
import { createProblem } from "../../text/problem.ts";
import { isOwnEconomy, ownEconomy } from "../data/own-economies.ts";
import type { Progress } from "./connection.ts";
import type { PlanAnswer, PlanOrder } from "./plan-order.ts";

const desks = new Map<string, Promise<PlanDesk | { readonly problems: readonly Problem[] }>>();

/** The plan of an order. A `quick` one starts from the last plan and looks for no reason if there is none. */
export async function planOrder(
  { economy, wish }: PlanOrder,
  quick: boolean,
  progress: Progress,
): Promise<PlanAnswer> {
  const desk = await deskOf(economy);
  if (!(desk instanceof PlanDesk)) return { problems: desk.problems };
  const { value: document, problems } = desk.plan(wish, {
    warm: quick,
    explain: !quick,
    onProgress: tell(progress),
  });
  return { levers: desk.levers, goals: desk.goalsOf(wish), document, problems };
}

/** Loads the solver and an economy, so that the first moved slider need not wait for them. */
export async function readyDesk(economy: string): Promise<undefined> {
  await deskOf(economy);
}

/** The trade-off around an order, all its points. */
export async function tradeOffOrder(
  { economy, wish }: PlanOrder,
  progress: Progress,
): Promise<readonly TradeOffPoint[]> {
  const desk = await deskOf(economy);
  if (!(desk instanceof PlanDesk)) return [];
  const points: TradeOffPoint[] = [];
  for (const { point, share } of desk.tradeOff(wish)) {
    points.push(point);
    progress(share);
  }
  return points;
}

/** What else the resources of a bundle could do in an order's economy. */
export async function compareOrder(
  { economy, wish }: PlanOrder,
  bundle: ResourceBundle,
): Promise<Comparison | undefined> {
  const desk = await deskOf(economy);
  return desk instanceof PlanDesk ? desk.compare(bundle, wish) : undefined;
}

/** The desk of an economy, opened once. */
export function deskOf(name: string): Promise<PlanDesk | { readonly problems: readonly Problem[] }> {
  const known = desks.get(name);
  if (known) return known;
  const desk = open(name);
  desks.set(name, desk);
  desk.catch(() => desks.delete(name));
  return desk;
}

async function open(name: string): Promise<PlanDesk | { readonly problems: readonly Problem[] }> {
  const [solver, files] = await Promise.all([loadSolver({ locateFile: () => highsWasm }), filesOf(name)]);
  if (!files) {
    const where = { file: "economy", line: 0, column: 0 };
    return { problems: [createProblem("no-such-economy", where, { name, known: "lehrbeispiel, us-2023" })] };
  }
  const { value, problems } = PlanDesk.open(solver, new Map(Object.entries(files)));
  return value ?? { problems };
}

/** The texts of an economy: one that the user brought, or one of the server. */
async function filesOf(name: string): Promise<Readonly<Record<string, string>> | undefined> {
  if (isOwnEconomy(name)) return (await ownEconomy(name))?.files;
  const answer = await fetch(`/app/economies/${encodeURIComponent(name)}.json`);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return (await answer.json()) as Readonly<Record<string, string>>;
}

function tell(progress: Progress): (progress: PlanProgress) => boolean {
  return ({ step, iterations }) => {
    progress(iterations, step);
    return false;
  };
}
