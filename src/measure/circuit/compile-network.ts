import { formatPeriod, overlapShare, type Period } from "../../core/period.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import type { Flow, Instrument, Ledger } from "../../ledger/ledger.ts";
import { type Basis, type SelectedFlow, selectFlows } from "../../ledger/selection.ts";
import { createProblem } from "../../text/problem.ts";
import { balance, type BoundaryFlow, type Network, type Node } from "./network.ts";

/** Kinds of ties that move cash; warrants and guarantees are promises, credits are paid in kind. */
export const cashKinds: readonly Instrument[] = ["equity", "loan", "bond", "purchase", "lease", "prepayment"];
/** Kinds by which an actor finances another. */
export const financingKinds: readonly Instrument[] = ["equity", "loan", "bond", "prepayment"];
/** Kinds by which an actor earns. */
export const revenueKinds: readonly Instrument[] = ["purchase", "lease", "prepayment"];

export interface CompiledNetwork {
  readonly network: Network;
  readonly leftOut: readonly { readonly flow: string; readonly reason: string }[];
}

interface Tie {
  readonly flow: Flow;
  from: number;
  to: number;
  amount: number;
}

/**
 * The network of cash that moves in a window at one status. Boundary actors become sources and sinks. Earmarked
 * money goes into a pot of its own. An actor's total of a period enters only with what its other ties do not
 * explain. What cannot be added is listed in `leftOut` with the reason.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { compileNetwork } from "kreislauf/measure";
 * const actor = (id) => ({ id, name: { en: id, de: id }, roles: [], boundary: id === "customers" });
 * const [period, amount] = [readPeriod("2026"), { value: 5, low: 5, high: 5 }];
 * const flow = { id: "f", from: "lab", to: "cloud", instrument: "lease", amount, unit: "USD", period, status: "paid", evidence: [] };
 * const ledger = { id: "demo", actors: ["lab", "cloud"].map(actor), flows: [flow], holdings: [], asOf: 0 };
 * compileNetwork(ledger, { status: "paid", window: period, unit: "USD" }).value.network.throughflow; // → [5, 5]
 */
export function compileNetwork(ledger: Ledger, basis: Basis): Outcome<CompiledNetwork> {
  const problems: Problem[] = [];
  const selection = selectFlows(ledger, basis);
  const leftOut = [...selection.leftOut];
  const actors = new Map(ledger.actors.map((actor) => [actor.id, actor]));
  const outside = (id: string): boolean => actors.get(id)?.boundary ?? true;

  const cash = selection.flows.filter(({ flow }) => {
    const reason = !cashKinds.includes(flow.instrument)
      ? flow.instrument === "credit"
        ? "in-kind"
        : "promise"
      : outside(flow.from) && outside(flow.to)
        ? "between-outsiders"
        : "";
    if (reason) leftOut.push({ flow: flow.id, reason });
    return !reason;
  });
  const nodes: Node[] = [];
  const places = new Map<string, number>();
  const nodeOf = (actor: string, pot = ""): number => {
    const id = pot ? `${actor}:${pot}` : actor;
    let place = places.get(id);
    if (place === undefined) {
      place = nodes.push({ id, actor, pot }) - 1;
      places.set(id, place);
    }
    return place;
  };

  const inner: Tie[] = [];
  const toOutside: Tie[] = [];
  const sources: BoundaryFlow[] = [];
  const sinks: BoundaryFlow[] = [];
  const totals: typeof cash = [];
  const funds = new Set(cash.map(({ flow }) => `${flow.from} ${flow.earmark ?? ""}`));
  const purse = (flow: Flow): number => nodeOf(flow.to, funds.has(`${flow.to} ${flow.id}`) ? flow.id : "");
  for (const selected of cash) {
    const { flow, amount } = selected;
    if (flow.total) totals.push(selected);
    else if (outside(flow.from)) {
      sources.push({ ...boundaryPart(selected), node: purse(flow), label: flow.from });
    } else {
      const spent = outside(flow.to);
      const to = spent ? -1 : purse(flow);
      (spent ? toOutside : inner).push({ flow, from: nodeOf(flow.from), to, amount: amount.value });
    }
  }
  const paid = payFromPots([...inner, ...toOutside], places, nodeOf, cash);
  const ties = paid.filter((tie) => tie.to >= 0);
  for (const { flow, from: node, amount } of paid.filter((tie) => tie.to < 0)) {
    sinks.push({ node, label: flow.to, amount, instrument: flow.instrument, flows: [flow.id] });
  }
  for (const { flow, amount } of totals) {
    const side = flow.total === "received" ? "to" : "from";
    const actor = flow[side];
    if (outside(actor)) continue;
    const known = knownBeside(flow, cash, basis.window);
    const rest = amount.value - known;
    if (rest < -1e-9 * amount.value) {
      const { unit } = basis;
      const values = {
        actor,
        known: Math.round(known),
        total: Math.round(amount.value),
        unit,
        flow: flow.id,
      };
      const where = { file: ledger.id, line: 0, column: 0 };
      problems.push(createProblem("total-exceeded", where, values, { severity: "warning" }));
    }
    if (rest <= 0) continue;
    const boundary = { node: nodeOf(actor), amount: rest, instrument: flow.instrument, flows: [flow.id] };
    if (side === "to") sources.push({ ...boundary, label: flow.from });
    else sinks.push({ ...boundary, label: flow.to });
  }
  if (ties.length === 0) {
    const values = { window: formatPeriod(basis.window), status: basis.status };
    problems.push(
      createProblem("circuit-empty", { file: ledger.id, line: 0, column: 0 }, values, {
        severity: "warning",
      }),
    );
  }
  const network = balance({
    nodes,
    from: Int32Array.from(ties, (tie) => tie.from),
    to: Int32Array.from(ties, (tie) => tie.to),
    amount: Float64Array.from(ties, (tie) => tie.amount),
    flows: ties.map((tie) => tie.flow.id),
    instruments: ties.map((tie) => tie.flow.instrument),
    sources,
    sinks,
  });
  return { value: { network, leftOut }, problems };
}

function boundaryPart({ flow, amount }: SelectedFlow): Pick<BoundaryFlow, "amount" | "instrument" | "flows"> {
  return { amount: amount.value, instrument: flow.instrument, flows: [flow.id] };
}

/**
 * Moves earmarked outlays into the pot of their fund, as far as the money in it reaches; several outlays of one
 * pot share it in proportion. What a pot cannot pay comes from the common purse.
 */
function payFromPots(
  ties: readonly Tie[],
  places: ReadonlyMap<string, number>,
  nodeOf: (actor: string, pot?: string) => number,
  cash: readonly SelectedFlow[],
): readonly Tie[] {
  const filled = new Map(cash.map(({ flow, amount }) => [flow.id, amount.value]));
  const wanted = new Map<string, number>();
  for (const { flow, amount } of ties) {
    if (flow.earmark) wanted.set(flow.earmark, (wanted.get(flow.earmark) ?? 0) + amount);
  }
  return ties.flatMap((tie) => {
    const fund = tie.flow.earmark;
    if (!fund || !places.has(`${tie.flow.from}:${fund}`)) return [tie];
    const share = Math.min(1, (filled.get(fund) ?? 0) / wanted.get(fund)!);
    const fromPot = { ...tie, from: nodeOf(tie.flow.from, fund), amount: tie.amount * share };
    return share < 1 ? [fromPot, { ...tie, amount: tie.amount * (1 - share) }] : [fromPot];
  });
}

/** What the other flows on the same side of an actor bring in the days of a total, inside the window. */
function knownBeside(total: Flow, cash: readonly SelectedFlow[], window: Period): number {
  const side = total.total === "received" ? "to" : "from";
  const days = {
    start: Math.max(total.period.start, window.start),
    end: Math.min(total.period.end, window.end),
  };
  return cash.reduce((sum, { flow }) => {
    const counts = !flow.total && flow[side] === total[side] && revenueKinds.includes(flow.instrument);
    if (!counts) return sum;
    const parts = flow.schedule ?? [{ period: flow.period, share: 1 }];
    return (
      sum +
      parts.reduce(
        (part, { period, share }) => part + flow.amount.value * share * overlapShare(period, days),
        0,
      )
    );
  }, 0);
}
