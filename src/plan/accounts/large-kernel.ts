import { Assembly } from "../../core/wasm/assembly.ts";
import type { Body } from "../../core/wasm/body.ts";
import { Float, Type, Whole } from "../../core/wasm/instructions.ts";

/**
 * A sweep over all columns. Arguments are addresses in bytes: the bounds of the columns (from the first), the input
 * numbers, the amounts, the vector that is read by input number, the vector beside it, and the end of the former.
 * Returns the sum of the absolute moves.
 */
export type Sweep = (
  bounds: number,
  inputs: number,
  amounts: number,
  vector: number,
  beside: number,
  end: number,
) => number;

export interface LargeKernel {
  /** Gauss–Seidel for `z = d + z A`: `vector` holds z, `beside` d. */
  readonly gather: Sweep;
  /** Gauss–Seidel for `x = y + A x` by shipping what is still wanted: `vector` holds the rest (first y), `beside` x. */
  readonly scatter: Sweep;
}

const [bounds, input, amount, vector, beside, end] = [0, 1, 2, 3, 4, 5];
const unrolled = 4;

/** The module of `LargeKernel`, on memory whose addresses its functions take. */
export function writeLargeKernel(): Uint8Array<ArrayBuffer> {
  const assembly = new Assembly();
  for (const name of ["gather", "scatter"] as const) {
    const parameters = Array.from({ length: 6 }, () => Type.i32);
    const { index, body } = assembly.add(parameters, [Type.f64]);
    const sweep = new SweepWriter(body);
    sweep.overColumns(() => sweep[name]());
    assembly.export(name, index);
  }
  return assembly.finish(1);
}

class SweepWriter {
  readonly #body: Body;
  /** Address of the column's entry of the vector. */
  readonly #current: number;
  readonly #inputBase: number;
  readonly #stop: number;
  readonly #address: number;
  readonly #moved: number;
  readonly #first: number;
  readonly #second: number;

  constructor(body: Body) {
    this.#body = body;
    [this.#current, this.#inputBase, this.#stop, this.#address] = [0, 0, 0, 0].map(() =>
      body.local(Type.i32),
    );
    [this.#moved, this.#first, this.#second] = [0, 0, 0].map(() => body.local(Type.f64));
  }

  overColumns(writeColumn: () => void): void {
    const body = this.#body;
    body.get(vector);
    body.set(this.#current);
    body.get(input);
    body.set(this.#inputBase);
    body.whileTrue(
      () => this.#compare(this.#current, end, Whole.lessUnsigned),
      () => {
        body.get(this.#inputBase);
        body.get(bounds);
        body.loadWhole(4);
        body.whole(2);
        body.op(Whole.shiftLeft);
        body.op(Whole.add);
        body.set(this.#stop);
        writeColumn();
        this.#advance(bounds, 4);
        this.#advance(beside, 8);
        this.#advance(this.#current, 8);
      },
    );
    body.get(this.#moved);
  }

  gather(): void {
    const body = this.#body;
    body.get(beside);
    body.loadFloat();
    body.set(this.#first);
    body.float(0);
    body.set(this.#second);
    this.#overEntries((place) => this.#gatherEntry(place));
    body.get(this.#first);
    body.get(this.#second);
    body.op(Float.add);
    body.set(this.#first);
    this.#addMove(() => {
      body.get(this.#first);
      body.get(this.#current);
      body.loadFloat();
      body.op(Float.subtract);
    });
    body.get(this.#current);
    body.get(this.#first);
    body.storeFloat();
  }

  scatter(): void {
    const body = this.#body;
    body.get(this.#current);
    body.loadFloat();
    body.set(this.#first);
    body.get(this.#current);
    body.float(0);
    body.storeFloat();
    body.get(beside);
    body.get(beside);
    body.loadFloat();
    body.get(this.#first);
    body.op(Float.add);
    body.storeFloat();
    this.#addMove(() => body.get(this.#first));
    this.#overEntries((place) => this.#scatterEntry(place));
  }

  /** Two sums, so that an addition does not wait for the one before. */
  #gatherEntry(place: number): void {
    const body = this.#body;
    const sum = place % 2 === 0 ? this.#first : this.#second;
    body.get(sum);
    this.#pushAmount(place);
    this.#pushAddress(place);
    body.loadFloat();
    body.op(Float.multiply);
    body.op(Float.add);
    body.set(sum);
  }

  #scatterEntry(place: number): void {
    const body = this.#body;
    this.#pushAddress(place);
    body.tee(this.#address);
    body.get(this.#address);
    body.loadFloat();
    this.#pushAmount(place);
    body.get(this.#first);
    body.op(Float.multiply);
    body.op(Float.add);
    body.storeFloat();
  }

  #overEntries(writeEntry: (place: number) => void): void {
    const body = this.#body;
    const steps = (count: number): void => {
      for (let place = 0; place < count; place++) writeEntry(place);
      this.#advance(input, 4 * count);
      this.#advance(amount, 4 * count);
    };
    body.whileTrue(
      () => {
        body.get(input);
        body.get(this.#stop);
        body.whole(4 * unrolled);
        body.op(Whole.subtract);
        body.op(Whole.lessOrEqualUnsigned);
      },
      () => steps(unrolled),
    );
    body.whileTrue(
      () => this.#compare(input, this.#stop, Whole.lessUnsigned),
      () => steps(1),
    );
  }

  /** Address of the vector's entry for the input `place` entries ahead. */
  #pushAddress(place: number): void {
    const body = this.#body;
    body.get(vector);
    body.get(input);
    body.loadWhole(4 * place);
    body.whole(3);
    body.op(Whole.shiftLeft);
    body.op(Whole.add);
  }

  #pushAmount(place: number): void {
    this.#body.get(amount);
    this.#body.loadSingle(4 * place);
    this.#body.op(Float.fromSingle);
  }

  #addMove(pushMove: () => void): void {
    const body = this.#body;
    body.get(this.#moved);
    pushMove();
    body.op(Float.abs);
    body.op(Float.add);
    body.set(this.#moved);
  }

  #advance(local: number, bytes: number): void {
    const body = this.#body;
    body.get(local);
    body.whole(bytes);
    body.op(Whole.add);
    body.set(local);
  }

  #compare(left: number, right: number, instruction: number): void {
    this.#body.get(left);
    this.#body.get(right);
    this.#body.op(instruction);
  }
}
