import { createLayout, type Layout } from "../interpret/layout.ts";
import type { Program } from "../program/program.ts";
import { Assembly } from "../../core/wasm/assembly.ts";
import type { Body } from "../../core/wasm/body.ts";
import { Lane, Type, Whole } from "../../core/wasm/instructions.ts";
import { writeBlock } from "./block-code.ts";
import { Kernels } from "./kernels.ts";
import { passParameters, periodParameters, type Surroundings, writeCode } from "./straight-code.ts";

/** A compiled program: module bytes and what its memory has to hold. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Constants and the rows they lie in. */
  readonly constants: readonly (readonly [value: number, row: number])[];
}

const rowBytes = 16;

/**
 * Compiles a program to WebAssembly: straight-line code for two members side by side, operation by operation what the
 * interpreter does. The module imports its memory and exports
 * `run(from, to, noise, out, resume)` → 0, or 4 · period + lanes that failed in it.
 */
export function emitModule(program: Program, outputs: readonly number[]): Emitted {
  const base = createLayout(program, 2);
  const assembly = new Assembly({ counter: "evaluations" });
  const kernels = new Kernels(assembly, base.matrixRow * rowBytes);
  let extra = 0;
  const fresh = (): number => base.spillRow + extra++;
  const constants = new Map<number, number>();
  let negativeZero: number | undefined;
  const around: Surroundings = {
    assembly,
    kernels,
    frames: base.frames,
    addressOf: {
      parameter: (index) => (base.parameterRow + index) * rowBytes,
      monitor: (index) => (base.monitorRow + index) * rowBytes,
      constant: (value) => {
        // A map takes −0 and 0 for the same key.
        if (Object.is(value, -0)) return (negativeZero ??= fresh()) * rowBytes;
        let row = constants.get(value);
        if (row === undefined) constants.set(value, (row = fresh()));
        return row * rowBytes;
      },
      spill: () => fresh() * rowBytes,
    },
  };
  const solve = assembly.add(periodParameters(base.frames), [Type.v128]);
  writeSolve(solve.body, around, program, base);
  const monitor = assembly.add(periodParameters(base.frames), []);
  writeCode(monitor.body, around, program.monitor, [], undefined);
  const run = assembly.add([Type.i32, Type.i32, Type.i32, Type.i32, Type.i32], [Type.i32]);
  writeRun(run.body, program, base, outputs, solve.index, monitor.index);
  assembly.export("run", run.index);
  const layout = createLayout(program, 2, extra);
  const rows = [...constants];
  if (negativeZero !== undefined) rows.push([-0, negativeZero]);
  return { bytes: assembly.finish(1), layout, constants: rows };
}

function writeSolve(body: Body, around: Surroundings, program: Program, layout: Layout): void {
  const bad = body.local(Type.v128);
  for (const step of program.steps) {
    if (step.kind === "direct") {
      writeCode(body, around, step.code, [], bad);
      continue;
    }
    const { index, body: inner } = around.assembly.add(periodParameters(around.frames), [Type.v128]);
    writeBlock(inner, around, step, layout);
    passParameters(body, around.frames);
    body.call(index);
    body.get(bad);
    body.lane(Lane.or);
    body.set(bad);
  }
  body.get(bad);
}

function writeRun(
  body: Body,
  program: Program,
  layout: Layout,
  outputs: readonly number[],
  solve: number,
  monitor: number,
): void {
  const [period, to, noise, out, resume] = [0, 1, 2, 3, 4];
  const { frames, variables } = layout;
  const bases = Array.from({ length: frames }, () => body.local(Type.i32));
  const bad = body.local(Type.v128);
  const spare = body.local(Type.i32);
  bases.forEach((local, lag) => {
    body.get(period);
    body.whole(frames - lag);
    body.op(Whole.add);
    body.whole(frames);
    body.op(Whole.remainder);
    body.whole(variables * rowBytes);
    body.op(Whole.multiply);
    body.set(local);
  });
  const call = (index: number): void => {
    for (const local of bases) body.get(local);
    body.get(noise);
    body.get(period);
    body.op(Whole.toFloat);
    body.call(index);
  };
  const advance = (local: number, by: number): void => {
    body.get(local);
    body.whole(by);
    body.op(Whole.add);
    body.set(local);
  };
  body.loop(() => {
    body.get(resume);
    body.op(Whole.equalZero);
    body.when(() => {
      call(solve);
      body.whole(0);
      body.load(layout.liveRow * rowBytes);
      body.lane(Lane.and);
      body.tee(bad);
      body.lane(Lane.anyTrue);
      body.when(() => {
        body.get(period);
        body.whole(2);
        body.op(Whole.shiftLeft);
        body.get(bad);
        body.bits(0, 0);
        body.lane(Lane.unequalWhole);
        body.lane(Lane.mask);
        body.op(Whole.or);
        body.return();
      });
    });
    body.whole(0);
    body.set(resume);
    call(monitor);
    outputs.forEach((variable, place) => {
      body.get(out);
      body.get(bases[0]);
      body.load(variable * rowBytes);
      body.store(place * rowBytes);
    });
    advance(out, outputs.length * rowBytes);
    advance(noise, program.system.noises.length * rowBytes);
    body.get(bases[frames - 1]);
    body.set(spare);
    for (let lag = frames - 1; lag > 0; lag--) {
      body.get(bases[lag - 1]);
      body.set(bases[lag]);
    }
    body.get(spare);
    body.set(bases[0]);
    advance(period, 1);
    body.get(to);
    body.get(period);
    body.op(Whole.less);
    body.op(Whole.equalZero);
    body.repeatIf();
  });
  body.whole(0);
}
