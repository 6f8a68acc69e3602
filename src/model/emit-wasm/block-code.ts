import { tolerance } from "../interpret/block.ts";
import type { Layout } from "../interpret/layout.ts";
import { nothing } from "../program/graph.ts";
import type { BlockStep } from "../program/program.ts";
import { type Body, Lane, Type, Whole } from "./assembly.ts";
import { type Read, type Surroundings, writeCode } from "./straight-code.ts";

const rowBytes = 16;

/**
 * Writes `solveBlock` of the interpreter without its rescue: Newton steps on the tears of two members. A lane that has
 * settled keeps its tears, so its numbers do not depend on its neighbour. Returns a mask that is 0 in solved lanes.
 */
export function writeBlock(body: Body, around: Surroundings, step: BlockStep, layout: Layout): void {
  const { tears, newton, final, linear } = step;
  const size = tears.length;
  const bad = body.local(Type.v128);
  const active = body.local(Type.v128);
  const settled = body.local(Type.v128);
  const count = body.local(Type.i32);
  const constant = (value: number): void => {
    body.whole(0);
    body.load(around.addressOf.constant(value));
  };
  const matrix = (row: number, column: number): number =>
    (layout.matrixRow + row * (size + 1) + column) * rowBytes;

  for (const tear of tears) {
    body.get(0);
    body.get(1);
    body.load(tear * rowBytes);
    constant(1);
    body.get(1);
    body.load(tear * rowBytes);
    body.lane(Lane.abs);
    constant(0);
    body.lane(Lane.greater);
    body.lane(Lane.bitSelect);
    body.store(tear * rowBytes);
  }
  const single = { step: body.local(Type.v128), slope: body.local(Type.v128) };
  const pushStep = (k: number): void => {
    if (size === 1) body.get(single.step);
    else {
      body.whole(0);
      body.load(matrix(k, size));
    }
  };
  const writeStep = (read: Read): void => {
    if (size === 1) {
      read(newton.residual[0]);
      constant(1);
      pushSlope(read, newton.jacobian[0], constant);
      body.lane(Lane.subtract);
      body.tee(single.slope);
      body.lane(Lane.divide);
      body.set(single.step);
      return;
    }
    for (let k = 0; k < size; k++) {
      for (let j = 0; j < size; j++) {
        body.whole(0);
        constant(k === j ? 1 : 0);
        pushSlope(read, newton.jacobian[k * size + j], constant);
        body.lane(Lane.subtract);
        body.store(matrix(k, j));
      }
      body.whole(0);
      read(newton.residual[k]);
      body.store(matrix(k, size));
    }
    body.whole(size);
    body.call(around.kernels.eliminate);
  };
  const kept = [...newton.residual, ...newton.jacobian.filter((node) => node !== nothing)];
  const pushMoved = (k: number): void => {
    body.get(0);
    body.load(tears[k] * rowBytes);
    pushStep(k);
    body.lane(Lane.add);
  };

  let readStart: Read = () => {};
  if (linear) {
    readStart = writeCode(body, around, newton.code, kept, undefined);
    writeStep(readStart);
    tears.forEach((tear, k) => {
      body.get(0);
      pushMoved(k);
      body.store(tear * rowBytes);
    });
  } else {
    body.whole(0);
    body.load(layout.liveRow * rowBytes);
    body.set(active);
    body.whole(0);
    body.set(count);
    body.loop(() => {
      const read = writeCode(body, around, newton.code, [...kept, ...newton.magnitude], undefined);
      writeStep(read);
      for (let k = 0; k < size; k++) {
        pushStep(k);
        pushSmall(body, read, newton.magnitude[k], () => constant(tolerance.step));
        read(newton.residual[k]);
        pushSmall(body, read, newton.magnitude[k], () => constant(tolerance.noise));
        pushStep(k);
        pushSmall(body, read, newton.magnitude[k], () => constant(tolerance.moved));
        body.lane(Lane.and);
        body.lane(Lane.or);
        if (k > 0) {
          body.get(settled);
          body.lane(Lane.and);
        }
        body.set(settled);
      }
      if (size === 1) {
        body.get(single.slope);
        body.lane(Lane.abs);
        constant(tolerance.slope);
        body.lane(Lane.greater);
        body.get(settled);
        body.lane(Lane.and);
        body.set(settled);
      }
      tears.forEach((tear, k) => {
        body.get(0);
        pushMoved(k);
        body.get(0);
        body.load(tear * rowBytes);
        body.get(active);
        body.lane(Lane.bitSelect);
        body.store(tear * rowBytes);
      });
      body.get(active);
      body.get(settled);
      body.lane(Lane.andNot);
      body.set(active);
      body.get(count);
      body.whole(1);
      body.op(Whole.add);
      body.tee(count);
      body.whole(tolerance.evaluations);
      body.op(Whole.less);
      body.get(active);
      body.lane(Lane.anyTrue);
      body.op(Whole.and);
      body.repeatIf();
    });
  }
  const read = writeCode(body, around, final.code, [...final.residual, ...final.magnitude], bad);
  for (let k = 0; k < size; k++) {
    read(final.residual[k]);
    pushSmall(body, read, final.magnitude[k], () => constant(tolerance.accepted));
    body.lane(Lane.not);
    read(final.magnitude[k]);
    read(final.magnitude[k]);
    body.lane(Lane.subtract);
    body.lane(Lane.or);
    body.get(bad);
    body.lane(Lane.or);
    body.set(bad);
  }
  if (linear) {
    // No residual asked for the step, and yet some tear moved.
    for (let k = 0; k < size; k++) {
      pushStep(k);
      pushSmall(body, read, final.magnitude[k], () => constant(tolerance.moved));
      if (k > 0) body.lane(Lane.and);
    }
    body.lane(Lane.not);
    for (let k = 0; k < size; k++) {
      readStart(newton.residual[k]);
      pushSmall(body, read, final.magnitude[k], () => constant(tolerance.accepted));
      body.lane(Lane.and);
    }
  } else body.get(active);
  body.get(bad);
  body.lane(Lane.or);
  body.set(bad);
  writeCount(body, linear ? undefined : count);
  body.get(bad);
}

/** Replaces the value on the stack by a mask: its magnitude is at most a share of another one. */
function pushSmall(body: Body, read: Read, magnitude: number, share: () => void): void {
  body.lane(Lane.abs);
  share();
  read(magnitude);
  body.lane(Lane.multiply);
  body.lane(Lane.lessOrEqual);
}

function pushSlope(read: Read, node: number, constant: (value: number) => void): void {
  if (node === nothing) constant(0);
  else read(node);
}

/** Keeps the largest number of evaluations in the exported counter. */
function writeCount(body: Body, count: number | undefined): void {
  const evaluations = (): void => {
    if (count === undefined) body.whole(2);
    else {
      body.get(count);
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
