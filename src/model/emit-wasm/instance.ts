import type { Program } from "../program/program.ts";
import type { Layout } from "../interpret/layout.ts";
import { Assembly, Type } from "./assembly.ts";
import { emitModule } from "./emit.ts";

/** The part of the WebAssembly interface used here; the libraries of the pure zone do not declare it. */
declare const WebAssembly:
  | undefined
  | {
      readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
      readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
      readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
      readonly Instance: new (
        module: object,
        imports: Readonly<Record<string, Readonly<Record<string, object>>>>,
      ) => { readonly exports: unknown };
    };

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

const pageBytes = 65_536;
const rowBytes = 16;

let supported: boolean | undefined;

/** True where WebAssembly with two lanes can be run: not everywhere, such as in Safari's lockdown mode. */
export function isSupported(): boolean {
  if (supported === undefined) {
    const assembly = new Assembly();
    assembly.add([], [Type.v128]).body.bits(0, 0);
    supported = typeof WebAssembly !== "undefined" && WebAssembly.validate(assembly.finish(1));
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
    this.#module = new WebAssembly!.Module(bytes);
    this.#layout = layout;
    this.#constants = constants;
  }

  /** @param rows for noise and outputs */
  instantiate(rows: number): Instance {
    const layout = this.#layout;
    const bytes = (layout.rows + rows) * rowBytes;
    const memory = new WebAssembly!.Memory({ initial: Math.max(1, Math.ceil(bytes / pageBytes)) });
    const instance = new WebAssembly!.Instance(this.#module, { kreislauf: { memory } });
    const exports = instance.exports as Exports;
    const values = new Float64Array(memory.buffer);
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
