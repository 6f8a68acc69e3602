import { formatPeriod } from "../../core/period.ts";
import type { Outcome } from "../../core/problem.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Basis } from "../../ledger/selection.ts";
import type { About, Circuit, SelfFinanced } from "../measurement.ts";
import { aboutMethod } from "../method.ts";
import { joinLoops, layersByActor } from "./actor-loops.ts";
import { actorsOf } from "./actor-nodes.ts";
import { measureDependence, traceActors } from "./actor-shares.ts";
import { findCirculation } from "./circulation.ts";
import { compileNetwork, financingKinds } from "./compile-network.ts";
import { findCore } from "./core.ts";
import { type FirmValue, measureCrossHoldings } from "./cross-holdings.ts";
import { cycleIndices } from "./indices.ts";
import { loopDefaults, rankLoops } from "./loops.ts";
import type { Network } from "./network.ts";
import { selfFinancedRevenue } from "./self-financed.ts";
import { mix, type Mixing } from "./visits.ts";

export interface CircuitOptions {
  /** Longest loop looked for, in actors (default 6). */
  readonly longest?: number;
  /** How many loops are listed (default 50). */
  readonly top?: number;
  /** Of how many actors self-financed revenue is worked out, those with the largest outlays first (default 100). */
  readonly financiers?: number;
  /** Value of a firm, for stakes in it; none are known by default. */
  readonly worthOf?: (actor: string) => FirmValue | undefined;
}

/** Lengths and numbers of the lists of a circuit; results that reach a bound say so. */
export const circuitDefaults = {
  longest: loopDefaults.longest,
  top: loopDefaults.top,
  financiers: 100,
} as const;

/** A circuit with the network it was measured on. */
export interface MeasuredCircuit {
  readonly circuit: Circuit;
  readonly network: Network;
}

/**
 * All circuit measures of a ledger on one basis: core, loops, greatest circulation, indices, provenance, dependence,
 * self-financed revenue of everyone who finances others, value counted twice. Amounts in whole units of `basis.unit`;
 * an empty network gives empty lists and zeros.
 */
export function measureCircuit(
  ledger: Ledger,
  basis: Basis,
  options: CircuitOptions = {},
): Outcome<MeasuredCircuit> {
  const { longest, top, financiers } = { ...circuitDefaults, ...options };
  const { value: compiled, problems } = compileNetwork(ledger, basis);
  if (!compiled) return { value: undefined, problems };
  const { network, leftOut } = compiled;
  const mixing = mix(network);
  const totalFlow = network.amount.reduce((sum, amount) => sum + amount, 0);
  const core = findCore(network, mixing);
  const ranked = rankLoops(network, { longest, top }, mixing);
  const circulation = findCirculation(network);
  const indices = cycleIndices(network, mixing);
  const share = (amount: number): number => (totalFlow > 0 ? amount / totalFlow : 0);

  const inCore = actorsOf(network, core.nodes);
  // A pot may stand before the core while its actor's purse is in it.
  const beside = (nodes: readonly number[]): readonly string[] =>
    actorsOf(network, nodes).filter((actor) => !inCore.includes(actor));

  const window = formatPeriod(basis.window);
  const inputs = { status: basis.status, window, unit: basis.unit };
  const evidence = [...new Set(network.flows)];
  const whole = (method: Parameters<typeof aboutMethod>[0], more: About["inputs"] = {}): About =>
    aboutMethod(method, { ...inputs, ...more }, evidence);
  const circuit: Circuit = {
    ...inputs,
    totalFlow,
    core: {
      actors: inCore,
      shareOfFlow: core.shareOfFlow,
      upstream: beside(core.upstream),
      downstream: beside(core.downstream),
    },
    loops: joinLoops(network, ranked.loops),
    loopsComplete: ranked.complete,
    circulation: {
      value: circulation.value,
      bound: circulation.bound,
      gap: circulation.gap,
      shareOfFlow: share(circulation.value),
      layers: layersByActor(network, circulation.layers),
    },
    finnCyclingIndex: indices.finnCyclingIndex,
    loopShare: share(ranked.closing),
    incoherence: indices.incoherence,
    selfFinanced: financeThemselves(network, mixing, financiers, inputs),
    provenance: traceActors(network, mixing),
    dependence: measureDependence(network, mixing),
    bookInflation: measureCrossHoldings(
      ledger,
      basis.status,
      basis.unit,
      options.worthOf ?? (() => undefined),
    ),
    leftOut,
    about: {
      loops: whole("loops", { longest, top, found: ranked.found }),
      circulation: whole("circulation"),
      finnCyclingIndex: whole("finnCyclingIndex"),
      loopShare: whole("loopShare", { longest, complete: ranked.complete }),
      incoherence: whole("incoherence"),
      provenance: whole("provenance"),
      dependence: whole("dependence"),
      core: whole("core"),
    },
  };
  return { value: { circuit, network }, problems };
}

/** Self-financed revenue of the actors that finance others, the largest possible amount first. */
function financeThemselves(
  network: Network,
  mixing: Mixing,
  most: number,
  inputs: About["inputs"],
): readonly SelfFinanced[] {
  const outlays = new Map<string, { amount: number; readonly flows: string[] }>();
  const received = new Map<string, string[]>();
  for (let tie = 0; tie < network.amount.length; tie++) {
    const [payer, payee] = [network.from[tie], network.to[tie]].map((node) => network.nodes[node].actor);
    received.set(payee, [...(received.get(payee) ?? []), network.flows[tie]]);
    if (!financingKinds.some((kind) => kind === network.instruments[tie])) continue;
    const before = outlays.get(payer) ?? { amount: 0, flows: [] };
    before.amount += network.amount[tie];
    before.flows.push(network.flows[tie]);
    outlays.set(payer, before);
  }
  return [...outlays]
    .sort(([, a], [, b]) => b.amount - a.amount)
    .slice(0, most)
    .map(([actor, { flows }]) => ({
      actor,
      ...selfFinancedRevenue(network, actor, {}, mixing),
      ...aboutMethod("selfFinanced", { ...inputs, financiers: most, financing: outlays.size }, [
        ...flows,
        ...(received.get(actor) ?? []),
      ]),
    }))
    .sort((a, b) => b.possible - a.possible || b.outlays - a.outlays);
}
