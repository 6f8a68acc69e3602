import type { Program } from "../program/program.ts";
import type { Layout } from "../interpret/layout.ts";
import { Assembly } from "../../core/wasm/assembly.ts";
import { canRun, compileModule, instantiate } from "../../core/wasm/engine.ts";
import { Type } from "../../core/wasm/instructions.ts";
import { emitModule } from "./emit.ts";

interface Exports {
  readonly run: (from: number, to: number, noise: number, out: number, resume: number) => number;
  readonly evaluations: { value: number };
}

/** A module with memory of its own. */
export interface Instance {
  readonly layout: Layout;
  readonly memory: Float64Array;
  /** Runs periods; addresses are rows of the memory. */
  readonly run: (from: number, to: number, noiseRow: number, outRow: number, resume: boolean) => number;
  /** Most evaluations of a block so far. */
  readonly evaluations: () => number;
  readonly resetEvaluations: () => void;
}

const rowBytes = 16;

let supported: boolean | undefined;

/** True where WebAssembly with two lanes can be run: not everywhere, such as in Safari's lockdown mode. */
export function isSupported(): boolean {
  if (supported === undefined) {
    const assembly = new Assembly();
    assembly.add([], [Type.v128]).body.bits(0, 0);
    supported = canRun(assembly.finish(1));
  }
  return supported;
}

/** Compiles a program once and gives instances with room for noise and outputs. */
export class CompiledProgram {
  readonly byteLength: number;
  readonly #module: object;
  readonly #layout: Layout;
  readonly #constants: readonly (readonly [number, number])[];

  constructor(program: Program, outputs: readonly number[]) {
    const { bytes, layout, constants } = emitModule(program, outputs);
    this.byteLength = bytes.length;
    this.#module = compileModule(bytes);
    this.#layout = layout;
    this.#constants = constants;
  }

  /** @param rows for noise and outputs */
  instantiate(rows: number): Instance {
    const layout = this.#layout;
    const bytes = (layout.rows + rows) * rowBytes;
    const made = instantiate(this.#module, bytes);
    if (!made) throw new RangeError(`There are no ${bytes} bytes of memory.`);
    const exports = made.exports as Exports;
    const values = new Float64Array(made.buffer);
    for (const [value, row] of this.#constants) values.fill(value, row * 2, row * 2 + 2);
    return {
      layout,
      memory: values,
      run: (from, to, noiseRow, outRow, resume) =>
        exports.run(from, to, noiseRow * rowBytes, outRow * rowBytes, resume ? 1 : 0),
      evaluations: () => exports.evaluations.value,
      resetEvaluations: () => {
        exports.evaluations.value = 0;
      },
    };
  }
}
