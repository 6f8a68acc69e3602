import type { System } from "../system.ts";
import { Derivatives } from "./derivative.ts";
import { type Code, Graph, nothing, Op } from "./graph.ts";
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
  /** Values and derivatives. */
  readonly newton: BlockCode & {
    /** Row by row: derivative of tear equation k by tear j, `nothing` for 0. */
    readonly jacobian: readonly number[];
  };
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
  const place = new Map(tears.map((tear, k) => [tear, k]));
  const rows: number[][] = Array.from({ length: system.variables.length }, () => []);
  const directions = tears.map(
    (_, k) =>
      new Derivatives(graph, (variable) => {
        const tear = place.get(variable);
        if (tear !== undefined) return tear === k ? graph.constant(1) : nothing;
        return rows[variable][k] ?? nothing;
      }),
  );
  for (const variable of body) {
    const node = translate(graph, system.variables[variable].equation);
    graph.store(variable, node);
    rows[variable] = directions.map((direction) => direction.of(node));
  }
  const jacobian: number[] = [];
  const results = tearResults(system, graph, tears, (node) => {
    jacobian.push(...directions.map((direction) => direction.of(node)));
  });
  const variables = [...body, ...tears];
  const linear = isLinear(graph, new Set(variables), jacobian);

  const values = new Graph(period);
  for (const variable of body) values.store(variable, translate(values, system.variables[variable].equation));
  const final = tearResults(system, values, tears, () => {});
  return {
    kind: "block",
    variables,
    tears,
    linear,
    newton: { code: graph.finish(), ...results, jacobian },
    final: { code: values.finish(), ...final },
  };
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
    const [a, b, c] = [graph.operand(node, "a"), graph.operand(node, "b"), graph.operand(node, "c")];
    if (op === Op.load) moving[node] = b === 0 && inside.has(a) ? 1 : 0;
    else if (op < 10 || op >= Op.store) moving[node] = 0;
    else if (op < 20 || op === Op.not || op === Op.toNumber) moving[node] = moving[a];
    else if (op === Op.select) moving[node] = moving[a] | moving[b] | moving[c];
    else moving[node] = moving[a] | moving[b];
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
