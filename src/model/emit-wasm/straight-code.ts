import { type Code, Op, operandsOf } from "../program/graph.ts";
import type { Assembly } from "../../core/wasm/assembly.ts";
import type { Body } from "../../core/wasm/body.ts";
import { Lane, Type, type ValueType } from "../../core/wasm/instructions.ts";
import type { Kernels } from "./kernels.ts";

/** What straight-line code needs to know of the module around it. */
export interface Surroundings {
  readonly assembly: Assembly;
  readonly kernels: Kernels;
  /** Frame bases, address of the noises, number of the period: parameters of every function of a period. */
  readonly frames: number;
  readonly addressOf: {
    readonly parameter: (index: number) => number;
    readonly monitor: (index: number) => number;
    readonly constant: (value: number) => number;
    /** A fresh row for a value used beyond its function. */
    readonly spill: () => number;
  };
}

const rowBytes = 16;
/** Nodes a function, so that engines still optimise it. */
const nodesPerFunction = 1500;
/** Values nested deeper than this get a local of their own. */
const deepest = 60;

/** Types of the parameters of every function of a period. */
export function periodParameters(frames: number): readonly ValueType[] {
  return [...Array.from({ length: frames }, () => Type.i32), Type.i32, Type.f64];
}

/** Puts the parameters of the calling function of a period on the stack again. */
export function passParameters(body: Body, frames: number): void {
  for (let i = 0; i < frames + 2; i++) body.get(i);
}

/** Puts the value of a node on the stack. */
export type Read = (node: number) => void;

/**
 * Writes straight-line code into a function, or, when it is long, into several that are called from there.
 *
 * @param kept nodes whose values are read afterwards, through the function returned
 * @param bad local that gathers the difference of every stored value with itself, or undefined: not checked
 */
export function writeCode(
  body: Body,
  around: Surroundings,
  code: Code,
  kept: readonly number[],
  bad: number | undefined,
): Read {
  const plan = planCode(code, kept);
  const length = code.op.length;
  if (length <= nodesPerFunction) {
    const part = new Part(body, around, code, plan, new Map(), bad);
    part.write(0, length);
    return (node) => part.push(node);
  }
  const spilled = new Map<number, number>();
  for (const node of spills(code, plan, kept)) spilled.set(node, around.addressOf.spill());
  for (let from = 0; from < length; from += nodesPerFunction) {
    const { index, body: inner } = around.assembly.add(periodParameters(around.frames), [Type.v128]);
    const innerBad = inner.local(Type.v128);
    const part = new Part(inner, around, code, plan, spilled, bad === undefined ? undefined : innerBad);
    part.write(from, Math.min(length, from + nodesPerFunction));
    inner.get(innerBad);
    passParameters(body, around.frames);
    body.call(index);
    if (bad === undefined) body.drop();
    else {
      body.get(bad);
      body.lane(Lane.or);
      body.set(bad);
    }
  }
  const reader = new Part(body, around, code, plan, spilled, undefined);
  return (node) => reader.push(node);
}

/** 1: the node gets a place of its own; 0: it is written where it is used. */
function planCode(code: Code, kept: readonly number[]): Uint8Array {
  const { op } = code;
  const uses = new Int32Array(op.length);
  const depth = new Int32Array(op.length);
  const placed = new Uint8Array(op.length);
  for (let node = 0; node < op.length; node++) {
    let below = 0;
    for (const which of operandsOf(op[node])) {
      const operand = code[which][node];
      uses[operand]++;
      below = Math.max(below, depth[operand]);
    }
    depth[node] = isLeaf(op[node]) ? 0 : below + 1;
    if (depth[node] > deepest) {
      placed[node] = 1;
      depth[node] = 0;
    }
  }
  for (const node of kept) uses[node] += 2;
  for (let node = 0; node < op.length; node++) {
    if (uses[node] > 1 && !isLeaf(op[node])) placed[node] = 1;
    if (op[node] >= Op.store) placed[node] = 1;
  }
  return placed;
}

/** Nodes read in another function than the one that computes them; kept ones are always read from outside. */
function spills(code: Code, placed: Uint8Array, kept: readonly number[]): ReadonlySet<number> {
  const found = new Set(kept.filter((node) => placed[node] === 1));
  // A node without a place of its own is computed in the function of its only user.
  const home = new Int32Array(code.op.length);
  for (let node = code.op.length - 1; node >= 0; node--) {
    if (placed[node] === 1) home[node] = Math.floor(node / nodesPerFunction);
    for (const which of operandsOf(code.op[node])) {
      const operand = code[which][node];
      if (placed[operand] === 0) home[operand] = home[node];
      else if (Math.floor(operand / nodesPerFunction) !== home[node]) found.add(operand);
    }
  }
  return found;
}

function isLeaf(op: number): boolean {
  return op < 10;
}

const instructions: Readonly<Record<number, number>> = {
  [Op.negate]: Lane.negate,
  [Op.abs]: Lane.abs,
  [Op.root]: Lane.root,
  [Op.floor]: Lane.floor,
  [Op.add]: Lane.add,
  [Op.subtract]: Lane.subtract,
  [Op.multiply]: Lane.multiply,
  [Op.divide]: Lane.divide,
  [Op.min]: Lane.min,
  [Op.max]: Lane.max,
  [Op.less]: Lane.less,
  [Op.lessOrEqual]: Lane.lessOrEqual,
  [Op.equal]: Lane.equal,
  [Op.unequal]: Lane.unequal,
  [Op.and]: Lane.and,
  [Op.or]: Lane.or,
  [Op.not]: Lane.not,
};

/** The code of one function. */
class Part {
  readonly #body: Body;
  readonly #around: Surroundings;
  readonly #code: Code;
  readonly #placed: Uint8Array;
  readonly #spilled: ReadonlyMap<number, number>;
  readonly #bad: number | undefined;
  readonly #local = new Map<number, number>();

  constructor(
    body: Body,
    around: Surroundings,
    code: Code,
    placed: Uint8Array,
    spilled: ReadonlyMap<number, number>,
    bad: number | undefined,
  ) {
    this.#body = body;
    this.#around = around;
    this.#code = code;
    this.#placed = placed;
    this.#spilled = spilled;
    this.#bad = bad;
  }

  /** Writes the nodes that have places of their own. */
  write(from: number, to: number): void {
    const { op } = this.#code;
    for (let node = from; node < to; node++) {
      if (this.#placed[node] === 0) continue;
      if (op[node] === Op.store || op[node] === Op.storeMonitor) this.#store(node);
      else this.#place(node);
    }
  }

  #place(node: number): void {
    const body = this.#body;
    const address = this.#spilled.get(node);
    if (address !== undefined) body.whole(0);
    this.#compute(node);
    const local = body.local(Type.v128);
    this.#local.set(node, local);
    if (address === undefined) body.set(local);
    else {
      body.tee(local);
      body.store(address);
    }
  }

  #store(node: number): void {
    const body = this.#body;
    const code = this.#code;
    const bad = this.#bad;
    const target = code.a[node];
    if (code.op[node] === Op.storeMonitor) {
      body.whole(0);
      this.push(code.b[node]);
      body.store(this.#around.addressOf.monitor(target));
      return;
    }
    body.get(0);
    this.push(code.b[node]);
    if (bad === undefined) {
      body.store(target * rowBytes);
      return;
    }
    const value = body.local(Type.v128);
    body.tee(value);
    body.store(target * rowBytes);
    body.get(value);
    body.get(value);
    body.lane(Lane.subtract);
    body.get(bad);
    body.lane(Lane.or);
    body.set(bad);
  }

  /** Puts the value of a node on the stack. */
  push(node: number): void {
    if (this.#placed[node] === 0) {
      this.#compute(node);
      return;
    }
    const local = this.#local.get(node);
    if (local !== undefined) {
      this.#body.get(local);
      return;
    }
    this.#body.whole(0);
    this.#body.load(this.#spilled.get(node)!);
  }

  #compute(node: number): void {
    const body = this.#body;
    const code = this.#code;
    const { addressOf, kernels, frames } = this.#around;
    const op = code.op[node];
    const a = code.a[node];
    switch (op) {
      case Op.constant:
        body.whole(0);
        body.load(addressOf.constant(code.value[node]));
        return;
      case Op.load:
        body.get(code.b[node]);
        body.load(a * rowBytes);
        return;
      case Op.parameter:
        body.whole(0);
        body.load(addressOf.parameter(a));
        return;
      case Op.monitor:
        body.whole(0);
        body.load(addressOf.monitor(a));
        return;
      case Op.noise:
        body.get(frames);
        body.load(a * rowBytes);
        return;
      case Op.period:
        body.get(frames + 1);
        body.lane(Lane.splat);
        return;
      case Op.select:
        this.push(code.b[node]);
        this.push(code.c[node]);
        this.push(a);
        body.lane(Lane.bitSelect);
        return;
      default:
    }
    for (const which of operandsOf(op)) this.push(code[which][node]);
    if (op === Op.toNumber) {
      body.constant(1);
      body.lane(Lane.and);
    } else if (op === Op.exp) {
      body.constant(0);
      body.call(kernels.exp);
    } else if (op === Op.log) body.call(kernels.log);
    else if (op === Op.cdf) body.call(kernels.cdf);
    else if (op === Op.power) body.call(kernels.power);
    else body.lane(instructions[op]);
  }
}
