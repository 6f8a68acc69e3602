import { exp, log, power } from "../../core/exact-math.ts";
import { normalCdf } from "../../core/normal.ts";

/** Operations of straight-line code. Conditions are of their own type: a mask in WebAssembly, 0 or 1 here. */
export const Op = {
  constant: 0,
  /** a: variable, b: lag */
  load: 1,
  /** a: parameter */
  parameter: 2,
  /** a: noise */
  noise: 3,
  period: 4,
  /** a: monitor */
  monitor: 5,
  negate: 10,
  abs: 11,
  root: 12,
  floor: 13,
  exp: 14,
  log: 15,
  cdf: 16,
  add: 20,
  subtract: 21,
  multiply: 22,
  divide: 23,
  min: 24,
  max: 25,
  power: 26,
  /** Conditions from numbers. */
  less: 30,
  lessOrEqual: 31,
  equal: 32,
  unequal: 33,
  /** Conditions from conditions. */
  and: 34,
  or: 35,
  not: 36,
  /** 1 or 0 for condition a. */
  toNumber: 37,
  /** a ? b : c */
  select: 38,
  /** a: variable, b: node */
  store: 40,
  /** a: monitor, b: node */
  storeMonitor: 41,
} as const;

/** Straight-line code: node i may use nodes before it. */
export interface Code {
  readonly op: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Values of constants. */
  readonly value: Float64Array;
}

/** No node: stands for the constant 0 of derivatives, so that they stay sparse. */
export const nothing = -1;

type Field = "a" | "b" | "c";
const fields: Readonly<Record<"none" | "a" | "b" | "ab" | "abc", readonly Field[]>> = {
  none: [],
  a: ["a"],
  b: ["b"],
  ab: ["a", "b"],
  abc: ["a", "b", "c"],
};

/** Which of a, b, c are nodes. */
export function operandsOf(op: number): readonly Field[] {
  if (op < 10) return fields.none;
  if (op < 20 || op === Op.not || op === Op.toNumber) return fields.a;
  if (op === Op.select) return fields.abc;
  return op >= Op.store ? fields.b : fields.ab;
}

/** Builds straight-line code; the same operation on the same operands is one node. */
export class Graph {
  readonly #period: number | undefined;
  readonly #op: number[] = [];
  readonly #a: number[] = [];
  readonly #b: number[] = [];
  readonly #c: number[] = [];
  readonly #value: number[] = [];
  readonly #known = new Map<number, number>();
  readonly #selects = new Map<string, number>();
  readonly #constants = new Map<number, number>();

  /** @param period the number of the period where it stands still, as in the search of a steady state */
  constructor(period?: number) {
    this.#period = period;
  }

  get size(): number {
    return this.#op.length;
  }

  opOf(node: number): number {
    return this.#op[node];
  }

  operand(node: number, which: Field): number {
    return which === "a" ? this.#a[node] : which === "b" ? this.#b[node] : this.#c[node];
  }

  /** The constant of a node, or undefined. */
  constantOf(node: number): number | undefined {
    return this.#op[node] === Op.constant ? this.#value[node] : undefined;
  }

  constant(value: number): number {
    // A map takes −0 and 0 for the same key.
    if (Object.is(value, -0)) return this.#append(Op.constant, 0, 0, 0, value);
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const node = this.#append(Op.constant, 0, 0, 0, value);
    this.#constants.set(value, node);
    return node;
  }

  node(op: number, a = 0, b = 0, c = 0): number {
    if (op === Op.period && this.#period !== undefined) return this.constant(this.#period);
    const folded = this.#fold(op, a, b, c);
    if (folded !== undefined) return folded;
    if (op === Op.select) return this.#select(a, b, c);
    // Fits into the 53 bits of a whole number as long as a graph has at most 2^23 nodes.
    const key = (a * 2 ** 23 + b) * 64 + op;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.#append(op, a, b, 0, 0);
    this.#known.set(key, node);
    return node;
  }

  #select(a: number, b: number, c: number): number {
    const key = `${a},${b},${c}`;
    const known = this.#selects.get(key);
    if (known !== undefined) return known;
    const node = this.#append(Op.select, a, b, c, 0);
    this.#selects.set(key, node);
    return node;
  }

  store(variable: number, node: number): void {
    this.#append(Op.store, variable, node, 0, 0);
  }

  storeMonitor(monitor: number, node: number): void {
    this.#append(Op.storeMonitor, monitor, node, 0, 0);
  }

  finish(): Code {
    return {
      op: Uint8Array.from(this.#op),
      a: Int32Array.from(this.#a),
      b: Int32Array.from(this.#b),
      c: Int32Array.from(this.#c),
      value: Float64Array.from(this.#value),
    };
  }

  #append(op: number, a: number, b: number, c: number, value: number): number {
    this.#op.push(op);
    this.#a.push(a);
    this.#b.push(b);
    this.#c.push(c);
    this.#value.push(value);
    return this.#op.length - 1;
  }

  /** No constant condition is left as an operand: as a mask it would need other bits than as a number. */
  #foldCondition(op: number, a: number, b: number): number | undefined {
    const deciding = op === Op.and ? 0 : 1;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      const known = this.constantOf(one);
      if (known !== undefined) return known === deciding ? one : other;
    }
    return undefined;
  }

  /** Arithmetic on constants, done now with the same rounding as later. */
  #fold(op: number, a: number, b: number, c: number): number | undefined {
    if (op < 10 || op >= Op.store) return undefined;
    if (op === Op.select) {
      const condition = this.constantOf(a);
      if (condition !== undefined) return condition === 0 ? c : b;
      return b === c ? b : undefined;
    }
    if (op === Op.and || op === Op.or) return this.#foldCondition(op, a, b);
    const left = this.constantOf(a);
    if (left === undefined) return undefined;
    if (op < 20 || op === Op.not || op === Op.toNumber) return this.constant(compute(op, left, 0));
    const right = this.constantOf(b);
    return right === undefined ? undefined : this.constant(compute(op, left, right));
  }
}

/** One operation on numbers; conditions are 0 and 1. */
export function compute(op: number, x: number, y: number): number {
  switch (op) {
    case Op.negate:
      return -x;
    case Op.abs:
      return Math.abs(x);
    case Op.root:
      return Math.sqrt(x);
    case Op.floor:
      return Math.floor(x);
    case Op.exp:
      return exp(x);
    case Op.log:
      return log(x);
    case Op.cdf:
      return normalCdf(x);
    case Op.add:
      return x + y;
    case Op.subtract:
      return x - y;
    case Op.multiply:
      return x * y;
    case Op.divide:
      return x / y;
    case Op.min:
      return Math.min(x, y);
    case Op.max:
      return Math.max(x, y);
    case Op.power:
      return power(x, y);
    case Op.less:
      return x < y ? 1 : 0;
    case Op.lessOrEqual:
      return x <= y ? 1 : 0;
    case Op.equal:
      return x === y ? 1 : 0;
    case Op.unequal:
      return x !== y ? 1 : 0;
    case Op.and:
      return x !== 0 && y !== 0 ? 1 : 0;
    case Op.or:
      return x !== 0 || y !== 0 ? 1 : 0;
    case Op.not:
      return x === 0 ? 1 : 0;
    case Op.toNumber:
      return x;
    default:
      throw new Error(`operation ${op} computes nothing`);
  }
}
