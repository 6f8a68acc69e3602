import { Bytes } from "./bytes.ts";
import { Lane, type ValueType, Whole } from "./instructions.ts";

const blockVoid = 0x40;

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

  float(value: number): void {
    this.code.byte(0x44);
    this.code.float(value);
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

  /** The 32-bit whole number at the address on the stack. */
  loadWhole(offset = 0): void {
    this.code.byte(0x28, 2);
    this.code.unsigned(offset);
  }

  /** The single at the address on the stack. */
  loadSingle(offset = 0): void {
    this.code.byte(0x2a, 2);
    this.code.unsigned(offset);
  }

  /** The double at the address on the stack. */
  loadFloat(offset = 0): void {
    this.code.byte(0x2b, 3);
    this.code.unsigned(offset);
  }

  /** Address and double on the stack. */
  storeFloat(offset = 0): void {
    this.code.byte(0x39, 3);
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

  /** Repeats the inside as long as `condition` leaves a number that is not 0. */
  whileTrue(condition: () => void, inside: () => void): void {
    this.code.byte(0x02, blockVoid);
    this.loop(() => {
      condition();
      this.op(Whole.equalZero);
      this.repeatIf(1);
      inside();
      this.code.byte(0x0c, 0);
    });
    this.code.byte(0x0b);
  }

  /** Condition on the stack. */
  when(inside: () => void): void {
    this.code.byte(0x04, blockVoid);
    inside();
    this.code.byte(0x0b);
  }

  /** Jumps to the start of the loop (or the end of the block) `depth` levels out if the number on the stack is not 0. */
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
