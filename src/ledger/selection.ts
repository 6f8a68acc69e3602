import { formatPeriod, overlapShare, type Period } from "../core/period.ts";
import type { Outcome } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import type { Flow, Ledger, Range, Status } from "./ledger.ts";

export type Reading = Exclude<Status, "lapsed">;

/** Under which conditions flows may be added: one status, one window, one unit. */
export interface Basis {
  /** A reading at `contracted` holds what is paid and contracted, at `announced` all three. */
  readonly status: Reading;
  readonly window: Period;
  readonly unit: string;
}

/** A flow with the part of its amount that falls into the window. */
export interface SelectedFlow {
  readonly flow: Flow;
  readonly amount: Range;
}

export interface FlowSelection {
  readonly basis: Basis;
  readonly flows: readonly SelectedFlow[];
  /** Flows in no sum, with the reason: another unit, lapsed, not firm enough, outside the window. */
  readonly leftOut: readonly { readonly flow: string; readonly reason: string }[];
}

const firmness: Readonly<Record<Status, number>> = { lapsed: -1, announced: 0, contracted: 1, paid: 2 };

/**
 * True if a flow of that status belongs to a reading.
 *
 * @example
 * import { belongsTo } from "kreislauf/ledger";
 * belongsTo("paid", "contracted"); // → true
 * belongsTo("announced", "contracted"); // → false
 */
export function belongsTo(status: Status, reading: Reading): boolean {
  return status !== "lapsed" && firmness[status] >= firmness[reading];
}

/**
 * Share of a flow that falls into a window: by its schedule if it has one, else evenly by day.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { shareInside } from "kreislauf/ledger";
 * shareInside({ period: readPeriod("2025/2026") }, readPeriod("2026")); // → 0.5
 */
export function shareInside(flow: Pick<Flow, "period" | "schedule">, window: Period): number {
  if (!flow.schedule) return overlapShare(flow.period, window);
  return flow.schedule.reduce((sum, part) => sum + part.share * overlapShare(part.period, window), 0);
}

/**
 * The flows of a ledger that may be added on one basis, each cut to the window; the others with the reason.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { selectFlows, sumSelection } from "kreislauf/ledger";
 * const amount = { value: 12, low: 12, high: 12 };
 * const common = { from: "lab", to: "cloud", instrument: "lease", amount, unit: "USD", evidence: [] };
 * const flow = { ...common, id: "f", period: readPeriod("2025/2026"), status: "contracted" };
 * const ledger = { id: "l", actors: [], flows: [flow], holdings: [] };
 * const selection = selectFlows(ledger, { status: "announced", window: readPeriod("2025"), unit: "USD" });
 * sumSelection(selection).value; // → 6
 */
export function selectFlows(ledger: Ledger, basis: Basis): FlowSelection {
  const flows: SelectedFlow[] = [];
  const leftOut: { flow: string; reason: string }[] = [];
  for (const flow of ledger.flows) {
    if (!belongsTo(flow.status, basis.status)) {
      if (flow.status === "lapsed") leftOut.push({ flow: flow.id, reason: "lapsed" });
      continue;
    }
    if (flow.unit !== basis.unit) {
      leftOut.push({ flow: flow.id, reason: "other-unit" });
      continue;
    }
    const share = shareInside(flow, basis.window);
    if (share === 0) {
      leftOut.push({ flow: flow.id, reason: "outside-window" });
      continue;
    }
    const { value, low, high } = flow.amount;
    flows.push({ flow, amount: { value: value * share, low: low * share, high: high * share } });
  }
  return { basis, flows, leftOut };
}

/** The selected amounts in one sum, with its bounds; the example stands at `selectFlows`. */
export function sumSelection(selection: FlowSelection): Range {
  return selection.flows.reduce(
    (sum, { amount }) => ({
      value: sum.value + amount.value,
      low: sum.low + amount.low,
      high: sum.high + amount.high,
    }),
    { value: 0, low: 0, high: 0 },
  );
}

/**
 * Two selections as one. What was read at different status, window or unit cannot be added: that is a problem
 * (`mixed-status`, `mixed-windows`, `mixed-units`), and there is no value.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { addSelections } from "kreislauf/ledger";
 * const basis = { status: "paid", window: readPeriod("2025"), unit: "USD" };
 * const one = { basis, flows: [], leftOut: [] };
 * const other = { ...one, basis: { ...basis, window: readPeriod("2025/2030") } };
 * addSelections(one, other).problems[0].code; // → "mixed-windows"
 */
export function addSelections(a: FlowSelection, b: FlowSelection): Outcome<FlowSelection> {
  const where = { file: "", line: 0, column: 0 };
  const problems = [];
  if (a.basis.status !== b.basis.status) {
    problems.push(createProblem("mixed-status", where, { one: a.basis.status, other: b.basis.status }));
  }
  if (formatPeriod(a.basis.window) !== formatPeriod(b.basis.window)) {
    const values = { one: formatPeriod(a.basis.window), other: formatPeriod(b.basis.window) };
    problems.push(createProblem("mixed-windows", where, values));
  }
  if (a.basis.unit !== b.basis.unit) {
    problems.push(createProblem("mixed-units", where, { one: a.basis.unit, other: b.basis.unit }));
  }
  if (problems.length > 0) return { value: undefined, problems };
  const seen = new Set(a.flows.map(({ flow }) => flow.id));
  const more = b.flows.filter(({ flow }) => !seen.has(flow.id));
  const value = { basis: a.basis, flows: [...a.flows, ...more], leftOut: [...a.leftOut, ...b.leftOut] };
  return { value, problems: [] };
}
