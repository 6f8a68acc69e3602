import type { Actor, ActorId, Instrument, Ledger, Role, Status } from "../../ledger/ledger.ts";
import { readPeriod } from "../../core/period.ts";
import { type Circuit, compileNetwork, type Network } from "../../measure/index.ts";
import type { Language } from "../../text/index.ts";

/** What a ribbon is: buying (purchase, lease, prepayment), owning (equity) or lending (loan, bond). */
export type RibbonKind = "buy" | "own" | "lend";

/** Money that comes from outside the picture, or goes there. */
export interface OpenEnd {
  /** `known`: outside payers and firms not drawn; `own`: no known source; `retained`: not passed on. */
  readonly kind: "known" | "own" | "retained";
  readonly amount: number;
}

export interface MapActor {
  readonly id: ActorId;
  readonly name: string;
  readonly role: Role;
  readonly layer: number;
  readonly throughflow: number;
  readonly sources: readonly OpenEnd[];
  readonly sinks: readonly OpenEnd[];
}

/** All money of one kind and status from one actor to another in the window. */
export interface MapRibbon {
  readonly id: string;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly kind: RibbonKind;
  readonly status: Exclude<Status, "lapsed">;
  readonly amount: number;
  /** Parts of the amount that go round in loops: for certain, and on average. */
  readonly certain: number;
  readonly expected: number;
  readonly ties: readonly string[];
}

/** What the loop map shows, before anything is placed. Amounts in whole units of `unit`. */
export interface LoopMapSeries {
  readonly unit: string;
  readonly actors: readonly MapActor[];
  readonly ribbons: readonly MapRibbon[];
  /** The first loop whose actors are all drawn: the ribbons of its legs, in order. */
  readonly mainLoop: readonly { readonly from: ActorId; readonly to: ActorId; readonly ribbon: string }[];
  /** Actors with money in the window that are not drawn, the largest first. */
  readonly hidden: readonly { readonly name: string; readonly amount: number }[];
}

/** Most actors that are drawn; the map names those it leaves out. */
export const loopMapDefaults = { actors: 10 } as const;

const longestName = 18;

const kinds: Readonly<Partial<Record<Instrument, RibbonKind>>> = {
  purchase: "buy",
  lease: "buy",
  prepayment: "buy",
  equity: "own",
  loan: "lend",
  bond: "lend",
};

/** The series of the loop map: the network of a measurement, cut to its largest actors. */
export function loopMapSeries(
  ledger: Ledger,
  circuit: Circuit,
  options: { readonly language: Language; readonly actors?: number },
): LoopMapSeries {
  const window = readPeriod(circuit.window);
  if (!window) throw new RangeError(`Not a window: ${circuit.window}`);
  const basis = { status: circuit.status, window, unit: circuit.unit };
  const network = compileNetwork(ledger, basis).value?.network;
  if (!network) return { unit: circuit.unit, actors: [], ribbons: [], mainLoop: [], hidden: [] };
  const people = new Map(ledger.actors.map((actor) => [actor.id, actor]));
  const nameOf = (id: ActorId): string => people.get(id)?.name[options.language] ?? id;
  const sizes = throughflows(network);
  const shown = largestActors(network, circuit, options.actors ?? loopMapDefaults.actors);
  const ribbons = joinTies(network, ledger, shown, circuit);
  const largest = circuit.loops.find((loop) => loop.actors.every((id) => shown.has(id)));
  return {
    unit: circuit.unit,
    actors: [...shown].map((id) => ({
      id,
      name: shortName(nameOf(id)),
      role: mainRole(people.get(id)),
      layer: circuit.circulation.layers[id] ?? 0,
      throughflow: sizes.get(id) ?? 0,
      ...openEnds(network, id, shown),
    })),
    ribbons,
    mainLoop: (largest?.legs ?? []).flatMap(({ from, to }) => {
      const legs = ribbons.filter((ribbon) => ribbon.from === from && ribbon.to === to);
      const widest = legs.sort((a, b) => b.amount - a.amount)[0];
      return widest ? [{ from, to, ribbon: widest.id }] : [];
    }),
    hidden: [...sizes]
      .filter(([id]) => !shown.has(id))
      .map(([id, amount]) => ({ name: shortName(nameOf(id)), amount }))
      .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1)),
  };
}

/** A name without what stands in brackets behind it, cut to what a label can hold. */
function shortName(name: string): string {
  const short = name.replace(/ \([^)]*\)$/, "");
  return short.length > longestName ? `${short.slice(0, longestName - 1).trimEnd()}…` : short;
}

function mainRole(actor: Actor | undefined): Role {
  return actor?.roles[0] ?? "other";
}

/** Throughflow by actor; an actor's pots count with it, except for what it moves into them itself. */
function throughflows(network: Network): ReadonlyMap<ActorId, number> {
  const sizes = new Map<ActorId, number>();
  network.nodes.forEach((node, index) => {
    sizes.set(node.actor, (sizes.get(node.actor) ?? 0) + network.throughflow[index]);
  });
  return sizes;
}

/** The actors with the most money between them, those of the first loop before all others. */
function largestActors(network: Network, circuit: Circuit, count: number): ReadonlySet<ActorId> {
  const first = circuit.loops[0]?.actors ?? [];
  const between = (others: ReadonlySet<ActorId> | undefined): ReadonlyMap<ActorId, number> => {
    const sums = new Map<ActorId, number>();
    for (let tie = 0; tie < network.amount.length; tie++) {
      const ends = [network.from[tie], network.to[tie]].map((node) => network.nodes[node].actor);
      if (ends[0] === ends[1] || (others && !ends.every((end) => others.has(end)))) continue;
      for (const end of ends) sums.set(end, (sums.get(end) ?? 0) + network.amount[tie]);
    }
    return sums;
  };
  const sums = between(undefined);
  const rest = [...sums.keys()]
    .filter((id) => !first.includes(id))
    .sort((a, b) => sums.get(b)! - sums.get(a)! || (a < b ? -1 : 1));
  const largest = new Set([...first, ...rest].slice(0, Math.max(count, first.length)));
  // Who has money only with actors that are not drawn would stand there alone.
  const joined = between(largest);
  return new Set([...largest].filter((id) => joined.has(id)));
}

function joinTies(
  network: Network,
  ledger: Ledger,
  shown: ReadonlySet<ActorId>,
  circuit: Circuit,
): readonly MapRibbon[] {
  const flows = new Map(ledger.flows.map((flow) => [flow.id, flow]));
  const joined = new Map<string, MapRibbon & { ties: string[]; amount: number }>();
  for (let tie = 0; tie < network.amount.length; tie++) {
    const from = network.nodes[network.from[tie]].actor;
    const to = network.nodes[network.to[tie]].actor;
    const flow = flows.get(network.flows[tie]);
    const kind = flow && kinds[flow.instrument];
    if (!flow || !kind || flow.status === "lapsed" || from === to || !shown.has(from) || !shown.has(to)) {
      continue;
    }
    const id = `${from}-${to}-${kind}-${flow.status}`;
    const ribbon = joined.get(id) ?? {
      id,
      from,
      to,
      kind,
      status: flow.status,
      amount: 0,
      certain: 0,
      expected: 0,
      ties: [],
    };
    ribbon.amount += network.amount[tie];
    if (!ribbon.ties.includes(flow.id)) ribbon.ties.push(flow.id);
    joined.set(id, ribbon);
  }
  const ribbons = [...joined.values()];
  // What goes round by a leg is shared among its parallel ribbons in proportion to their amounts.
  return ribbons.map((ribbon) => {
    const beside = ribbons.filter(({ from, to }) => from === ribbon.from && to === ribbon.to);
    const share = ribbon.amount / beside.reduce((sum, { amount }) => sum + amount, 0);
    const through = circuit.loops.filter((loop) =>
      loop.legs.some((leg) => leg.from === ribbon.from && leg.to === ribbon.to),
    );
    const part = (of: "certain" | "expected"): number =>
      Math.min(ribbon.amount, share * through.reduce((sum, loop) => sum + loop[of], 0));
    return { ...ribbon, certain: part("certain"), expected: part("expected") };
  });
}

function openEnds(
  network: Network,
  id: ActorId,
  shown: ReadonlySet<ActorId>,
): Pick<MapActor, "sources" | "sinks"> {
  const sum = { known: 0, own: 0, left: 0, retained: 0 };
  const actorOf = (node: number): ActorId => network.nodes[node].actor;
  for (const { node, label, amount } of network.sources) {
    if (actorOf(node) === id) sum[label === "own" ? "own" : "known"] += amount;
  }
  for (const { node, label, amount } of network.sinks) {
    if (actorOf(node) === id) sum[label === "retained" ? "retained" : "left"] += amount;
  }
  for (let tie = 0; tie < network.amount.length; tie++) {
    const [from, to] = [actorOf(network.from[tie]), actorOf(network.to[tie])];
    if (to === id && !shown.has(from)) sum.known += network.amount[tie];
    if (from === id && !shown.has(to)) sum.left += network.amount[tie];
  }
  const ends = (list: readonly OpenEnd[]): readonly OpenEnd[] => list.filter(({ amount }) => amount > 0);
  return {
    sources: ends([
      { kind: "known", amount: sum.known },
      { kind: "own", amount: sum.own },
    ]),
    sinks: ends([
      { kind: "known", amount: sum.left },
      { kind: "retained", amount: sum.retained },
    ]),
  };
}
