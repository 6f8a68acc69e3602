import { Bytes } from "./bytes.ts";

/** Types of values. */
export const Type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = (typeof Type)[keyof typeof Type];

const blockVoid = 0x40;

/** Instructions on two 64-bit lanes (prefix 0xfd). */
export const Lane = {
  load: 0x00,
  store: 0x0b,
  constant: 0x0c,
  splat: 0x14,
  equal: 0x47,
  unequal: 0x48,
  less: 0x49,
  greater: 0x4a,
  lessOrEqual: 0x4b,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  bitSelect: 0x52,
  anyTrue: 0x53,
  floor: 0x75,
  mask: 0xc4,
  shiftLeft: 0xcb,
  shiftRight: 0xcc,
  addWhole: 0xce,
  subtractWhole: 0xd1,
  unequalWhole: 0xd7,
  abs: 0xec,
  negate: 0xed,
  root: 0xef,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  min: 0xf4,
  max: 0xf5,
} as const;

/** Instructions on 32-bit whole numbers and doubles. */
export const Whole = {
  equalZero: 0x45,
  less: 0x48,
  greater: 0x4a,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
  remainder: 0x70,
  and: 0x71,
  or: 0x72,
  shiftLeft: 0x74,
  toFloat: 0xb7,
} as const;

/** The code of one function. */
export class Body {
  readonly code = new Bytes();
  readonly #locals: ValueType[] = [];
  readonly #parameters: number;

  constructor(parameters: readonly ValueType[]) {
    this.#parameters = parameters.length;
  }

  local(type: ValueType): number {
    this.#locals.push(type);
    return this.#parameters + this.#locals.length - 1;
  }

  get(local: number): void {
    this.code.byte(0x20);
    this.code.unsigned(local);
  }

  set(local: number): void {
    this.code.byte(0x21);
    this.code.unsigned(local);
  }

  tee(local: number): void {
    this.code.byte(0x22);
    this.code.unsigned(local);
  }

  getGlobal(index: number): void {
    this.code.byte(0x23);
    this.code.unsigned(index);
  }

  setGlobal(index: number): void {
    this.code.byte(0x24);
    this.code.unsigned(index);
  }

  whole(value: number): void {
    this.code.byte(0x41);
    this.code.signed(value);
  }

  op(instruction: number): void {
    this.code.byte(instruction);
  }

  lane(instruction: number): void {
    this.code.byte(0xfd);
    this.code.unsigned(instruction);
  }

  /** Address on the stack. */
  load(offset: number): void {
    this.lane(Lane.load);
    this.code.byte(4);
    this.code.unsigned(offset);
  }

  /** Address and value on the stack. */
  store(offset: number): void {
    this.lane(Lane.store);
    this.code.byte(4);
    this.code.unsigned(offset);
  }

  /** The same double in both lanes. */
  constant(value: number): void {
    this.lane(Lane.constant);
    this.code.float(value);
    this.code.float(value);
  }

  /** The same 64 bits in both lanes. */
  bits(high: number, low: number): void {
    this.lane(Lane.constant);
    this.code.word(high, low);
    this.code.word(high, low);
  }

  call(index: number): void {
    this.code.byte(0x10);
    this.code.unsigned(index);
  }

  loop(inside: () => void): void {
    this.code.byte(0x03, blockVoid);
    inside();
    this.code.byte(0x0b);
  }

  /** Condition on the stack. */
  when(inside: () => void): void {
    this.code.byte(0x04, blockVoid);
    inside();
    this.code.byte(0x0b);
  }

  /** Jumps to the start of the loop `depth` levels out if the number on the stack is not 0. */
  repeatIf(depth = 0): void {
    this.code.byte(0x0d);
    this.code.unsigned(depth);
  }

  return(): void {
    this.code.byte(0x0f);
  }

  drop(): void {
    this.code.byte(0x1a);
  }

  finish(): Bytes {
    const bytes = new Bytes();
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs[runs.length - 1];
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    bytes.unsigned(runs.length);
    for (const { type, count } of runs) {
      bytes.unsigned(count);
      bytes.byte(type);
    }
    bytes.append(this.code);
    bytes.byte(0x0b);
    return bytes;
  }
}

interface FunctionEntry {
  readonly type: number;
  readonly body: Body;
}

/** A module with one imported memory, one exported counter and some functions. */
export class Assembly {
  readonly #types: string[] = [];
  readonly #typeBytes: Bytes[] = [];
  readonly #functions: FunctionEntry[] = [];
  readonly #exports: { readonly name: string; readonly index: number }[] = [];

  /** Adds a function; its body may be filled later. */
  add(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
  ): { readonly index: number; readonly body: Body } {
    const body = new Body(parameters);
    this.#functions.push({ type: this.#typeOf(parameters, results), body });
    return { index: this.#functions.length - 1, body };
  }

  export(name: string, index: number): void {
    this.#exports.push({ name, index });
  }

  finish(pages: number): Uint8Array<ArrayBuffer> {
    const bytes = new Bytes();
    bytes.byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
    section(bytes, 1, this.#typeBytes, (to, type) => to.append(type));
    section(bytes, 2, [pages], (to, minimum) => {
      to.text("kreislauf");
      to.text("memory");
      to.byte(0x02, 0x00);
      to.unsigned(minimum);
    });
    section(bytes, 3, this.#functions, (to, { type }) => to.unsigned(type));
    // The counter: a changeable 32-bit number, 0 at first.
    section(bytes, 6, [0], (to) => to.byte(Type.i32, 0x01, 0x41, 0x00, 0x0b));
    section(bytes, 7, [...this.#exports, undefined], (to, entry) => {
      to.text(entry?.name ?? "evaluations");
      to.byte(entry === undefined ? 0x03 : 0x00);
      to.unsigned(entry?.index ?? 0);
    });
    section(bytes, 10, this.#functions, (to, { body }) => to.sized(body.finish()));
    return bytes.finish().slice();
  }

  #typeOf(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join()}>${results.join()}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const bytes = new Bytes();
    bytes.byte(0x60);
    for (const list of [parameters, results]) {
      bytes.unsigned(list.length);
      bytes.byte(...list);
    }
    this.#typeBytes.push(bytes);
    return this.#types.push(key) - 1;
  }
}

function section<Entry>(
  bytes: Bytes,
  id: number,
  entries: readonly Entry[],
  write: (to: Bytes, entry: Entry) => void,
): void {
  const content = new Bytes();
  content.unsigned(entries.length);
  for (const entry of entries) write(content, entry);
  bytes.byte(id);
  bytes.sized(content);
}
