import type { System } from "../system.ts";
import { Derivatives } from "./derivative.ts";
import { type Code, Graph, nothing, Op, operandsOf } from "./graph.ts";
import { type OrderedBlock, orderBlocks } from "./order.ts";
import { longestLag } from "./references.ts";
import { magnitude, translate } from "./translate.ts";

/** One period of a system as straight-line code; interpreter and WebAssembly emitter run the same operations. */
export interface Program {
  readonly system: System;
  /** Frames of variables kept: this period and as many before as the longest lag (at least one). */
  readonly frames: number;
  readonly steps: readonly Step[];
  /** Balances and checks, after all variables are known. */
  readonly monitor: Code;
}

export type Step = DirectStep | BlockStep;

/** Variables that follow from those before them. */
export interface DirectStep {
  readonly kind: "direct";
  readonly code: Code;
}

/** Variables solved together by Newton's method on the tears. */
export interface BlockStep {
  readonly kind: "block";
  readonly variables: readonly number[];
  readonly tears: readonly number[];
  /** Equations are linear in the tears: one step is exact. */
  readonly linear: boolean;
  /** Values and derivatives; undefined where there are so many tears that derivatives are computed at run time. */
  readonly newton: NewtonCode | undefined;
  /** Values only. */
  readonly final: BlockCode;
}

export interface BlockCode {
  readonly code: Code;
  /** For each tear the node of equation minus guess. */
  readonly residual: readonly number[];
  /** For each tear the node of what rounding errors are measured by. */
  readonly magnitude: readonly number[];
}

export interface NewtonCode extends BlockCode {
  /** Row by row: derivative of tear equation k by tear j, `nothing` for 0. */
  readonly jacobian: readonly number[];
}

/** Most tears, and most derivatives (variables of the block times tears), that are written as code. */
const written = { tears: 40, derivatives: 30_000 } as const;

/**
 * Orders, tears and differentiates a system.
 *
 * @param period the number of the period if it is to stand still, as in the search of a steady state
 */
export function compileProgram(system: System, period?: number): Program {
  const steps: Step[] = [];
  let direct: number[] = [];
  const flush = (): void => {
    if (direct.length > 0) steps.push(directStep(system, direct, period));
    direct = [];
  };
  for (const block of orderBlocks(system)) {
    if (block.tears.length === 0) {
      direct.push(...block.body);
      continue;
    }
    flush();
    steps.push(blockStep(system, block, period));
  }
  flush();
  let frames = 2;
  for (const { equation } of system.variables) frames = Math.max(frames, 1 + longestLag(equation));
  for (const { residual, turnover } of system.balances) {
    frames = Math.max(frames, 1 + longestLag(residual), 1 + longestLag(turnover));
  }
  for (const { holds } of system.checks) frames = Math.max(frames, 1 + longestLag(holds));
  return { system, frames, steps, monitor: monitorCode(system, period) };
}

function directStep(system: System, variables: readonly number[], period?: number): DirectStep {
  const graph = new Graph(period);
  for (const variable of variables) {
    graph.store(variable, translate(graph, system.variables[variable].equation));
  }
  return { kind: "direct", code: graph.finish() };
}

function blockStep(system: System, block: OrderedBlock, period?: number): BlockStep {
  const { tears, body } = block;
  const graph = new Graph(period);
  for (const variable of body) graph.store(variable, translate(graph, system.variables[variable].equation));
  const results = tearResults(system, graph, tears, () => {});
  const final = { code: graph.finish(), ...results };
  const variables = [...body, ...tears];
  if (tears.length > written.tears || variables.length * tears.length > written.derivatives) {
    return { kind: "block", variables, tears, linear: false, newton: undefined, final };
  }
  return { kind: "block", variables, tears, ...newtonCode(system, block, period), final };
}

function newtonCode(
  system: System,
  { tears, body }: OrderedBlock,
  period: number | undefined,
): { readonly newton: NewtonCode; readonly linear: boolean } {
  const graph = new Graph(period);
  const place = new Map(tears.map((tear, k) => [tear, k]));
  const rows = new Map<number, readonly number[]>();
  const directions = tears.map(
    (_, k) =>
      new Derivatives(graph, (variable) => {
        const tear = place.get(variable);
        if (tear !== undefined) return tear === k ? graph.constant(1) : nothing;
        return rows.get(variable)?.[k] ?? nothing;
      }),
  );
  for (const variable of body) {
    const node = translate(graph, system.variables[variable].equation);
    graph.store(variable, node);
    rows.set(
      variable,
      directions.map((direction) => direction.of(node)),
    );
  }
  const jacobian: number[] = [];
  const results = tearResults(system, graph, tears, (node) => {
    jacobian.push(...directions.map((direction) => direction.of(node)));
  });
  const linear = isLinear(graph, new Set([...body, ...tears]), jacobian);
  return { newton: { code: graph.finish(), ...results, jacobian }, linear };
}

function tearResults(
  system: System,
  graph: Graph,
  tears: readonly number[],
  visit: (value: number) => void,
): { readonly residual: readonly number[]; readonly magnitude: readonly number[] } {
  const residual: number[] = [];
  const size: number[] = [];
  for (const tear of tears) {
    const value = translate(graph, system.variables[tear].equation);
    visit(value);
    const guess = graph.node(Op.load, tear, 0);
    residual.push(graph.node(Op.subtract, value, guess));
    size.push(graph.node(Op.add, magnitude(graph, value), graph.node(Op.abs, guess)));
  }
  return { residual, magnitude: size };
}

/** True if no derivative and no condition depends on a variable of the block. */
function isLinear(graph: Graph, inside: ReadonlySet<number>, jacobian: readonly number[]): boolean {
  const moving = new Uint8Array(graph.size);
  for (let node = 0; node < graph.size; node++) {
    const op = graph.opOf(node);
    if (op === Op.load) {
      if (graph.operand(node, "b") === 0 && inside.has(graph.operand(node, "a"))) moving[node] = 1;
      continue;
    }
    if (op >= Op.store) continue;
    for (const which of operandsOf(op)) moving[node] |= moving[graph.operand(node, which)];
    const jumps = op === Op.floor || (op >= Op.less && op <= Op.toNumber);
    if (jumps && moving[node] === 1) return false;
  }
  return jacobian.every((node) => node === nothing || moving[node] === 0);
}

/**
 * Monitors: for each balance the largest |residual| over turnover so far, then for each check the first period in which
 * it did not hold (0: it always has).
 */
function monitorCode(system: System, period?: number): Code {
  const graph = new Graph(period);
  const zero = graph.constant(0);
  system.balances.forEach(({ residual, turnover }, monitor) => {
    const off = graph.node(Op.abs, translate(graph, residual));
    const share = graph.node(Op.divide, off, graph.node(Op.abs, translate(graph, turnover)));
    const ratio = graph.node(Op.select, graph.node(Op.equal, off, zero), zero, share);
    graph.storeMonitor(monitor, graph.node(Op.max, graph.node(Op.monitor, monitor), ratio));
  });
  system.checks.forEach(({ holds }, index) => {
    const monitor = system.balances.length + index;
    const before = graph.node(Op.monitor, monitor);
    const broken = graph.node(Op.equal, translate(graph, holds), zero);
    const first = graph.node(Op.and, broken, graph.node(Op.equal, before, zero));
    graph.storeMonitor(monitor, graph.node(Op.select, first, graph.node(Op.period), before));
  });
  return graph.finish();
}
