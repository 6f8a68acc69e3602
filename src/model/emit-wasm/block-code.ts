import { tolerance } from "../interpret/block.ts";
import type { Layout } from "../interpret/layout.ts";
import { nothing } from "../program/graph.ts";
import type { BlockStep, NewtonCode } from "../program/program.ts";
import type { Body } from "../../core/wasm/body.ts";
import { Lane, Type, Whole } from "../../core/wasm/instructions.ts";
import { type Read, type Surroundings, writeCode } from "./straight-code.ts";

const rowBytes = 16;

/**
 * Writes `solveBlock` of the interpreter without its rescue: Newton steps on the tears of two members. A lane that has
 * settled keeps its tears, so its numbers do not depend on its neighbour. Returns a mask that is 0 in solved lanes; blocks
 * without written derivatives are left to the interpreter.
 */
export function writeBlock(body: Body, around: Surroundings, step: BlockStep, layout: Layout): void {
  if (step.newton === undefined) body.bits(0xffffffff, 0xffffffff);
  else new BlockWriter(body, around, step, step.newton, layout).write();
}

class BlockWriter {
  readonly #body: Body;
  readonly #around: Surroundings;
  readonly #step: BlockStep;
  readonly #newton: NewtonCode;
  readonly #layout: Layout;
  /** Gathers what speaks against a lane. */
  readonly #bad: number;
  /** Lanes that have not settled. */
  readonly #active: number;
  readonly #count: number;
  /** The step, where there is a single tear. */
  readonly #move: number;
  /** Magnitude of the smallest pivot. */
  readonly #pivot: number;
  readonly #settled: number;
  /** What each tear is measured in, where there are several. */
  #units: readonly number[] = [];

  constructor(body: Body, around: Surroundings, step: BlockStep, newton: NewtonCode, layout: Layout) {
    this.#body = body;
    this.#around = around;
    this.#step = step;
    this.#newton = newton;
    this.#layout = layout;
    this.#bad = body.local(Type.v128);
    this.#active = body.local(Type.v128);
    this.#count = body.local(Type.i32);
    this.#move = body.local(Type.v128);
    this.#pivot = body.local(Type.v128);
    this.#settled = body.local(Type.v128);
  }

  write(): void {
    this.#writeStart();
    if (this.#step.linear) this.#writeLinear();
    else this.#writeIterations();
    this.#writeFinal();
    this.#writeCount();
    this.#body.get(this.#bad);
  }

  get #size(): number {
    return this.#step.tears.length;
  }

  #constant(value: number): void {
    this.#body.whole(0);
    this.#body.load(this.#around.addressOf.constant(value));
  }

  #loadTear(k: number, lag: number): void {
    this.#body.get(lag);
    this.#body.load(this.#step.tears[k] * rowBytes);
  }

  #storeTear(k: number, value: () => void): void {
    this.#body.get(0);
    value();
    this.#body.store(this.#step.tears[k] * rowBytes);
  }

  #eachTear(act: (k: number) => void): void {
    for (let k = 0; k < this.#size; k++) act(k);
  }

  /** Address of an element of the matrix. */
  #matrix(row: number, column: number): number {
    return (this.#layout.matrixRow + row * (this.#size + 1) + column) * rowBytes;
  }

  /** `startGuess` */
  #writeStart(): void {
    const body = this.#body;
    this.#eachTear((k) =>
      this.#storeTear(k, () => {
        this.#loadTear(k, 1);
        this.#constant(1);
        this.#loadTear(k, 1);
        body.lane(Lane.abs);
        this.#constant(0);
        body.lane(Lane.greater);
        body.lane(Lane.bitSelect);
      }),
    );
  }

  #writeLinear(): void {
    const kept = [...this.#keptNodes(), ...(this.#size > 1 ? this.#newton.magnitude : [])];
    this.#writeStep(writeCode(this.#body, this.#around, this.#newton.code, kept, undefined));
    this.#eachTear((k) => this.#storeTear(k, () => this.#pushMoved(k)));
    this.#pushDetermined();
    this.#body.lane(Lane.not);
    this.#addBad();
  }

  #writeIterations(): void {
    const body = this.#body;
    body.whole(0);
    body.load(this.#layout.liveRow * rowBytes);
    body.set(this.#active);
    body.whole(0);
    body.set(this.#count);
    body.loop(() => {
      const kept = [...this.#keptNodes(), ...this.#newton.magnitude];
      const read = writeCode(body, this.#around, this.#newton.code, kept, undefined);
      this.#writeStep(read);
      this.#pushDetermined();
      this.#eachTear((k) => {
        this.#pushStep(k);
        this.#pushSmall(read, this.#newton.magnitude[k], tolerance.step);
        read(this.#newton.residual[k]);
        this.#pushSmall(read, this.#newton.magnitude[k], tolerance.noise);
        body.lane(Lane.or);
        body.lane(Lane.and);
      });
      body.set(this.#settled);
      this.#eachTear((k) =>
        this.#storeTear(k, () => {
          this.#pushMoved(k);
          this.#loadTear(k, 0);
          body.get(this.#active);
          body.lane(Lane.bitSelect);
        }),
      );
      body.get(this.#active);
      body.get(this.#settled);
      body.lane(Lane.andNot);
      body.set(this.#active);
      body.get(this.#count);
      body.whole(1);
      body.op(Whole.add);
      body.tee(this.#count);
      body.whole(tolerance.evaluations);
      body.op(Whole.less);
      body.get(this.#active);
      body.lane(Lane.anyTrue);
      body.op(Whole.and);
      body.repeatIf();
    });
    body.get(this.#active);
    this.#addBad();
  }

  #keptNodes(): readonly number[] {
    return [...this.#newton.residual, ...this.#newton.jacobian.filter((node) => node !== nothing)];
  }

  /** `newtonStep` */
  #writeStep(read: Read): void {
    const body = this.#body;
    const size = this.#size;
    if (size === 1) {
      read(this.#newton.residual[0]);
      this.#pushEntry(read, 0, 0);
      body.tee(this.#pivot);
      body.lane(Lane.divide);
      body.set(this.#move);
      body.get(this.#pivot);
      body.lane(Lane.abs);
      body.set(this.#pivot);
      return;
    }
    this.#units = this.#newton.magnitude.map((magnitude) => {
      const unit = body.local(Type.v128);
      read(magnitude);
      this.#constant(1);
      read(magnitude);
      this.#constant(0);
      body.lane(Lane.greater);
      body.lane(Lane.bitSelect);
      body.set(unit);
      return unit;
    });
    this.#eachTear((k) => {
      for (let j = 0; j < size; j++) {
        body.whole(0);
        this.#pushEntry(read, k, j);
        body.get(this.#units[j]);
        body.get(this.#units[k]);
        body.lane(Lane.divide);
        body.lane(Lane.multiply);
        body.store(this.#matrix(k, j));
      }
      body.whole(0);
      read(this.#newton.residual[k]);
      body.get(this.#units[k]);
      body.lane(Lane.divide);
      body.store(this.#matrix(k, size));
    });
    body.whole(size);
    body.call(this.#around.kernels.eliminate);
    body.set(this.#pivot);
  }

  /** Entry of I − J. */
  #pushEntry(read: Read, k: number, j: number): void {
    const node = this.#newton.jacobian[k * this.#size + j];
    this.#constant(k === j ? 1 : 0);
    if (node === nothing) this.#constant(0);
    else read(node);
    this.#body.lane(Lane.subtract);
  }

  #pushStep(k: number): void {
    const body = this.#body;
    if (this.#size === 1) {
      body.get(this.#move);
      return;
    }
    body.whole(0);
    body.load(this.#matrix(k, this.#size));
    body.get(this.#units[k]);
    body.lane(Lane.multiply);
  }

  #pushMoved(k: number): void {
    this.#loadTear(k, 0);
    this.#pushStep(k);
    this.#body.lane(Lane.add);
  }

  #pushDetermined(): void {
    this.#body.get(this.#pivot);
    this.#constant(tolerance.pivot);
    this.#body.lane(Lane.greater);
  }

  /** `accept` */
  #writeFinal(): void {
    const body = this.#body;
    const { final } = this.#step;
    const kept = [...final.residual, ...final.magnitude];
    const read = writeCode(body, this.#around, final.code, kept, this.#bad);
    this.#eachTear((k) => {
      read(final.residual[k]);
      this.#pushSmall(read, final.magnitude[k], tolerance.accepted);
      body.lane(Lane.not);
      read(final.magnitude[k]);
      read(final.magnitude[k]);
      body.lane(Lane.subtract);
      body.lane(Lane.or);
      this.#addBad();
    });
  }

  /** Replaces the value on the stack by a mask: it is at most a share of a magnitude. */
  #pushSmall(read: Read, magnitude: number, share: number): void {
    const body = this.#body;
    body.lane(Lane.abs);
    this.#constant(share);
    read(magnitude);
    body.lane(Lane.multiply);
    body.lane(Lane.lessOrEqual);
  }

  #addBad(): void {
    this.#body.get(this.#bad);
    this.#body.lane(Lane.or);
    this.#body.set(this.#bad);
  }

  /** Keeps the largest number of evaluations in the exported counter. */
  #writeCount(): void {
    const body = this.#body;
    const evaluations = (): void => {
      if (this.#step.linear) body.whole(2);
      else {
        body.get(this.#count);
        body.whole(1);
        body.op(Whole.add);
      }
    };
    evaluations();
    body.getGlobal(0);
    body.op(Whole.greater);
    body.when(() => {
      evaluations();
      body.setGlobal(0);
    });
  }
}
