import { constants } from "../../core/exact-math.ts";
import { normalConstants } from "../../core/normal.ts";
import type { Assembly } from "../../core/wasm/assembly.ts";
import type { Body } from "../../core/wasm/body.ts";
import { Lane, Type } from "../../core/wasm/instructions.ts";
import { addEliminate } from "./eliminate-kernel.ts";

/** Functions that carry out one operation on both lanes, added to a module when they are first asked for. */
export class Kernels {
  readonly #assembly: Assembly;
  readonly #matrix: number;
  readonly #known = new Map<string, number>();

  /** @param matrix address of the matrix that `eliminate` works on */
  constructor(assembly: Assembly, matrix: number) {
    this.#assembly = assembly;
    this.#matrix = matrix;
  }

  get exp(): number {
    return this.#get("exp", () => addExp(this.#assembly));
  }

  get log(): number {
    return this.#get("log", () => addLog(this.#assembly));
  }

  get power(): number {
    return this.#get("power", () => addPower(this.#assembly, this.exp));
  }

  get cdf(): number {
    return this.#get("cdf", () => addCdf(this.#assembly, this.exp));
  }

  get eliminate(): number {
    return this.#get("eliminate", () => addEliminate(this.#assembly, this.#matrix));
  }

  #get(name: string, add: () => number): number {
    const index = this.#known.get(name) ?? add();
    this.#known.set(name, index);
    return index;
  }
}

/** Puts the value of an expression on the stack. */
type Value = () => void;

/** Writes the formulas of `exact-math.ts`, operation by operation, for two lanes. */
class Formula {
  readonly #body: Body;

  constructor(body: Body) {
    this.#body = body;
  }

  parameter(index: number): Value {
    return () => this.#body.get(index);
  }

  /** Computes a value once and keeps it. */
  keep(value: Value): Value {
    const local = this.#body.local(Type.v128);
    value();
    this.#body.set(local);
    return () => this.#body.get(local);
  }

  constant(value: number): Value {
    return () => this.#body.constant(value);
  }

  bits(high: number, low = 0): Value {
    return () => this.#body.bits(high, low);
  }

  one(instruction: number, x: Value): Value {
    return () => {
      x();
      this.#body.lane(instruction);
    };
  }

  two(instruction: number, x: Value, y: Value): Value {
    return () => {
      x();
      y();
      this.#body.lane(instruction);
    };
  }

  shift(instruction: number, x: Value, by: number): Value {
    return () => {
      x();
      this.#body.whole(by);
      this.#body.lane(instruction);
    };
  }

  call(index: number, ...values: readonly Value[]): Value {
    return () => {
      for (const value of values) value();
      this.#body.call(index);
    };
  }

  add = (x: Value, y: Value): Value => this.two(Lane.add, x, y);
  subtract = (x: Value, y: Value): Value => this.two(Lane.subtract, x, y);
  multiply = (x: Value, y: Value): Value => this.two(Lane.multiply, x, y);
  divide = (x: Value, y: Value): Value => this.two(Lane.divide, x, y);
  less = (x: Value, y: Value): Value => this.two(Lane.less, x, y);
  equal = (x: Value, y: Value): Value => this.two(Lane.equal, x, y);
  abs = (x: Value): Value => this.one(Lane.abs, x);
  floor = (x: Value): Value => this.one(Lane.floor, x);

  select(condition: Value, then: Value, otherwise: Value): Value {
    return () => {
      then();
      otherwise();
      condition();
      this.#body.lane(Lane.bitSelect);
    };
  }

  /** Highest power last: c₀ + x (c₁ + x (…)). */
  horner(x: Value, coefficients: readonly number[]): Value {
    return coefficients
      .slice(0, -1)
      .reduceRight<Value>(
        (sum, c) => this.add(this.constant(c), this.multiply(x, sum)),
        this.constant(coefficients[coefficients.length - 1]),
      );
  }
}

/** `exp` of a value and a tail below its last place. */
function addExp(assembly: Assembly): number {
  const { index, body } = assembly.add([Type.v128, Type.v128], [Type.v128]);
  const f = new Formula(body);
  const one = f.constant(1);
  const rounder = f.constant(constants.rounder);
  const x = f.two(Lane.max, f.parameter(0), f.constant(constants.expLow));
  const bounded = f.keep(f.two(Lane.min, x, f.constant(constants.expHigh)));
  const k = f.keep(f.subtract(f.add(f.multiply(bounded, f.constant(constants.log2e)), rounder), rounder));
  const upper = f.keep(f.subtract(bounded, f.multiply(k, f.constant(constants.ln2High))));
  const lower = f.keep(f.subtract(f.multiply(k, f.constant(constants.ln2Low)), f.parameter(1)));
  const r = f.keep(f.subtract(upper, lower));
  const t = f.keep(f.multiply(r, r));
  const c = f.keep(f.subtract(r, f.multiply(t, f.horner(t, constants.exp))));
  const quotient = f.divide(f.multiply(r, c), f.subtract(f.constant(2), c));
  const y = f.subtract(one, f.subtract(f.subtract(lower, quotient), upper));
  const half = f.keep(f.floor(f.multiply(k, f.constant(0.5))));
  const rest = f.keep(f.subtract(k, half));
  f.multiply(f.multiply(y, powerOfTwo(f, half)), powerOfTwo(f, rest))();
  return index;
}

function powerOfTwo(f: Formula, k: Value): Value {
  return f.shift(Lane.shiftLeft, f.add(k, f.constant(2 ** 52 + 1023)), 52);
}

interface Split {
  readonly k: Value;
  readonly mantissa: Value;
}

/** x = 2^k · mantissa with the mantissa between √½ and √2. */
function split(f: Formula, x: Value): Split {
  const tiny = f.keep(f.less(x, f.constant(constants.smallestNormal)));
  const scaled = f.keep(f.select(tiny, f.multiply(x, f.constant(constants.twoTo54)), x));
  const shifted = f.keep(f.two(Lane.subtractWhole, scaled, f.bits(constants.rootHalfHigh)));
  const cleared = f.two(Lane.and, shifted, f.bits(0xfff00000));
  const mantissa = f.keep(f.two(Lane.subtractWhole, scaled, cleared));
  // Small whole numbers become doubles through the bits of 1.5 · 2^52.
  const rounder = f.constant(constants.rounder);
  const whole = f.two(Lane.addWhole, f.shift(Lane.shiftRight, shifted, 52), rounder);
  const lowered = f.two(Lane.and, tiny, f.constant(54));
  const k = f.keep(f.subtract(f.subtract(whole, rounder), lowered));
  return { k, mantissa };
}

function addLog(assembly: Assembly): number {
  const { index, body } = assembly.add([Type.v128], [Type.v128]);
  const f = new Formula(body);
  const x = f.parameter(0);
  const { k, mantissa } = split(f, x);
  const [L1, L2, L3, L4, L5, L6, L7] = constants.log;
  const g = f.keep(f.subtract(mantissa, f.constant(1)));
  const half = f.keep(f.multiply(f.multiply(f.constant(0.5), g), g));
  const s = f.keep(f.divide(g, f.add(f.constant(2), g)));
  const z = f.keep(f.multiply(s, s));
  const w = f.keep(f.multiply(z, z));
  const t1 = f.keep(f.multiply(w, f.horner(w, [L2, L4, L6])));
  const t2 = f.multiply(z, f.horner(w, [L1, L3, L5, L7]));
  const series = f.multiply(s, f.add(half, f.add(t2, t1)));
  const low = f.add(series, f.multiply(k, f.constant(constants.ln2Low)));
  const sum = f.add(f.subtract(low, half), g);
  const value = f.keep(f.add(sum, f.multiply(k, f.constant(constants.ln2High))));
  const bounded = f.select(f.less(x, f.constant(Infinity)), value, x);
  const zero = f.constant(0);
  const nonNegative = f.select(f.less(x, zero), f.constant(NaN), bounded);
  f.select(f.equal(x, zero), f.constant(-Infinity), nonNegative)();
  return index;
}

function addPower(assembly: Assembly, exp: number): number {
  const { index, body } = assembly.add([Type.v128, Type.v128], [Type.v128]);
  const f = new Formula(body);
  const x = f.parameter(0);
  const y = f.parameter(1);
  const size = f.keep(f.abs(x));
  const { k, mantissa } = split(f, size);
  const { add, subtract, multiply, divide } = f;

  const g0 = f.keep(subtract(mantissa, f.constant(1)));
  const g = f.keep(add(f.constant(2), g0));
  const gTail = subtract(g0, subtract(g, f.constant(2)));
  const s = f.keep(divide(g0, g));
  const product = f.keep(multiply(s, g));
  const remainder = subtract(subtract(g0, product), productError(f, s, g, product));
  const sTail = f.keep(divide(subtract(remainder, multiply(s, gTail)), g));

  const z = f.keep(multiply(s, s));
  const zTail = f.keep(add(productError(f, s, s, z), multiply(multiply(f.constant(2), s), sTail)));
  const cube = f.keep(multiply(s, z));
  const cubeTail = f.keep(add(add(productError(f, s, z, cube), multiply(s, zTail)), multiply(sTail, z)));
  const three = f.constant(3);
  const third = f.keep(divide(cube, three));
  const back = f.keep(multiply(third, three));
  const left = subtract(subtract(cube, back), productError(f, third, three, back));
  const thirdTail = f.keep(divide(add(left, cubeTail), three));
  const odd = [5, 7, 9, 11, 13, 15, 17, 19, 21].map((n) => 1 / n);
  const rest = multiply(multiply(cube, z), f.horner(z, odd));

  const two = f.constant(2);
  const ln2High = f.constant(constants.powLn2High);
  const a = f.keep(multiply(k, ln2High));
  const aTail = f.keep(add(productError(f, k, ln2High, a), multiply(k, f.constant(constants.powLn2Low))));
  const b = f.keep(multiply(two, s));
  const sum = f.keep(add(a, b));
  const sumTail = f.keep(sumError(f, a, b, sum));
  const c = f.keep(multiply(two, third));
  const total = f.keep(add(sum, c));
  const tails = add(sumTail, add(aTail, multiply(two, add(add(sTail, thirdTail), rest))));
  const totalTail = f.keep(add(sumError(f, sum, c, total), tails));
  const logarithm = f.keep(add(total, totalTail));
  const logTail = f.keep(subtract(totalTail, subtract(logarithm, total)));

  const exponent = f.keep(multiply(logarithm, y));
  const inRange = f.two(
    Lane.and,
    f.less(f.abs(exponent), f.constant(1000)),
    f.less(f.abs(y), f.constant(constants.largestFactor)),
  );
  const error = add(productError(f, logarithm, y, exponent), multiply(logTail, y));
  const magnitude = f.call(exp, exponent, f.two(Lane.and, inRange, error));
  specialPower(f, x, y, size, f.keep(magnitude));
  return index;
}

function specialPower(f: Formula, x: Value, y: Value, size: Value, value: Value): void {
  const zero = f.constant(0);
  const infinite = f.constant(Infinity);
  const whole = f.keep(f.equal(f.floor(y), y));
  const doubled = f.multiply(f.floor(f.multiply(y, f.constant(0.5))), f.constant(2));
  const odd = f.two(Lane.and, whole, f.two(Lane.unequal, doubled, y));
  const negative = f.less(y, zero);
  const atZero = f.select(negative, infinite, zero);
  const atInfinity = f.select(negative, zero, infinite);
  const beyond = f.select(f.equal(size, infinite), atInfinity, value);
  const edge = f.keep(f.select(f.equal(size, zero), atZero, beyond));
  const even = f.select(whole, edge, f.constant(NaN));
  const flipped = f.select(odd, f.one(Lane.negate, edge), even);
  const signed = f.select(f.less(x, zero), flipped, edge);
  const unknown = f.two(Lane.or, f.two(Lane.unequal, x, x), f.two(Lane.unequal, y, y));
  const known = f.select(unknown, f.constant(NaN), signed);
  const one = f.constant(1);
  f.select(f.two(Lane.or, f.equal(y, zero), f.equal(x, one)), one, known)();
}

function halves(f: Formula, x: Value): readonly [Value, Value] {
  const scaled = f.keep(f.multiply(f.constant(constants.splitter), x));
  const high = f.keep(f.subtract(scaled, f.subtract(scaled, x)));
  return [high, f.keep(f.subtract(x, high))];
}

function productError(f: Formula, a: Value, b: Value, product: Value): Value {
  const [aHigh, aLow] = halves(f, a);
  const [bHigh, bLow] = halves(f, b);
  const first = f.subtract(product, f.multiply(aHigh, bHigh));
  const second = f.subtract(first, f.multiply(aLow, bHigh));
  const third = f.subtract(second, f.multiply(aHigh, bLow));
  return f.keep(f.subtract(f.multiply(aLow, bLow), third));
}

function sumError(f: Formula, a: Value, b: Value, sum: Value): Value {
  const there = f.keep(f.subtract(sum, a));
  return f.add(f.subtract(a, f.subtract(sum, there)), f.subtract(b, there));
}

function addCdf(assembly: Assembly, exp: number): number {
  const { index, body } = assembly.add([Type.v128], [Type.v128]);
  const f = new Formula(body);
  const { add, divide, multiply } = f;
  const x = f.parameter(0);
  const size = f.keep(f.abs(x));
  const zero = f.constant(0);
  const one = f.constant(1);
  const density = f.keep(f.call(exp, multiply(multiply(f.constant(-0.5), size), size), zero));
  const falling = (coefficients: readonly number[]): Value => f.horner(size, [...coefficients].reverse());
  const above = f.keep(falling(normalConstants.numerator));
  const below = f.keep(falling(normalConstants.denominator));
  const central = divide(multiply(density, above), below);
  let fraction = add(size, f.constant(0.65));
  for (const n of [4, 3, 2, 1]) fraction = add(size, divide(f.constant(n), fraction));
  const far = divide(divide(density, fraction), f.constant(normalConstants.rootTwoPi));
  const share = f.select(f.less(size, f.constant(normalConstants.tailFrom)), central, far);
  const known = f.keep(f.select(f.equal(size, f.constant(Infinity)), zero, share));
  f.select(f.less(zero, x), f.subtract(one, known), known)();
  return index;
}
