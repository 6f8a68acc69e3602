import { arePaired, type PairedDifference, pairedDifference, type Run } from "../../simulate/index.ts";
import { openModel } from "./opened-models.ts";
import { answerOf, type Found, runOrder, type SimulateAnswer, type SimulationOrder } from "./simulate-job.ts";

export interface ComparedRuns {
  /** One answer an order. */
  readonly columns: readonly SimulateAnswer[];
  /** Each against the first that ran; undefined for that one, and where members are not the same. */
  readonly pairs: readonly (PairedDifference | undefined)[];
  /** Whether all that ran have the same draws. */
  readonly arePaired: boolean;
}

let newest = 0;

/**
 * Runs several orders of one model, each beside its baseline (the same members without scenarios and moved parameters);
 * undefined if a newer comparison came.
 */
export async function compareRuns(
  orders: readonly SimulationOrder[],
  progress: (share: number) => void,
): Promise<ComparedRuns | undefined> {
  const mine = ++newest;
  const opened = await openModel(orders[0].model);
  if (!opened.model) {
    const none = { problems: opened.problems };
    return { columns: orders.map(() => none), pairs: orders.map(() => undefined), arePaired: false };
  }
  const steps = new Set(orders.flatMap((order) => [keyOf(order), keyOf(plain(order))])).size;
  const known = new Map<string, Found>();
  const find = async (order: SimulationOrder): Promise<Found | undefined> => {
    const before = known.get(keyOf(order));
    if (before) return before;
    const done = known.size;
    const found = await runOrder(opened, order, {
      isOld: () => mine !== newest,
      progress: (share) => progress((done + share) / steps),
    });
    if (found) known.set(keyOf(order), found);
    return found;
  };
  const ran: (Found & { readonly baseline: Run | undefined })[] = [];
  for (const order of orders) {
    const baseline = await find(plain(order));
    const found = baseline && (await find(order));
    if (!found) return undefined;
    ran.push({ ...found, baseline: baseline.run });
  }
  const first = ran.find(({ run, baseline }) => run && baseline)?.run;
  return {
    columns: ran.map((one, place) => answerOf(opened, orders[place], one, 0)),
    pairs: ran.map(({ run, baseline }) =>
      run && baseline && first && run !== first && arePaired(first, run)
        ? pairedDifference(opened.questions, first, run, baseline)
        : undefined,
    ),
    arePaired: ran.every(({ run }) => !run || !first || arePaired(first, run)),
  };
}

function plain(order: SimulationOrder): SimulationOrder {
  return { ...order, scenarios: [], set: {} };
}

function keyOf({ scenarios, set, runs, seed }: SimulationOrder): string {
  return JSON.stringify([scenarios, Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1)), runs, seed]);
}
