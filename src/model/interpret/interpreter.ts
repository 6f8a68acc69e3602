import { type Code, compute, Op } from "../program/graph.ts";
import type { Program } from "../program/program.ts";
import { type BlockMachine, createBlock, type TornBlock } from "./block.ts";
import type { Failure, SolverCounts } from "./failure.ts";
import { frameRow, type Layout } from "./layout.ts";
import { solveBlock } from "./solve-block.ts";

/**
 * Runs the straight-line code of a program on one lane of a machine's memory: the oracle of the WebAssembly code, and its
 * help where Newton steps alone find no solution.
 */
export class Interpreter implements BlockMachine {
  readonly counts: SolverCounts = { evaluations: 0, rescued: 0 };
  readonly #program: Program;
  readonly #layout: Layout;
  readonly #memory: Float64Array;
  readonly #values: Float64Array;
  readonly #lagBase: Int32Array;
  readonly #blocks = new Map<number, TornBlock>();
  #lane = 0;
  #period = 0;
  #noiseRow = 0;

  constructor(program: Program, layout: Layout, memory: Float64Array) {
    this.#program = program;
    this.#layout = layout;
    this.#memory = memory;
    this.#lagBase = new Int32Array(layout.frames);
    let longest = program.monitor.op.length;
    program.steps.forEach((step, index) => {
      const codes =
        step.kind === "direct" ? [step.code] : [step.newton?.code ?? step.final.code, step.final.code];
      for (const code of codes) longest = Math.max(longest, code.op.length);
      if (step.kind === "block") this.#blocks.set(index, createBlock(step, layout.variables));
    });
    this.#values = new Float64Array(longest);
  }

  /** Computes all variables of a period on a lane. */
  solve(period: number, lane: number, noiseRow: number): Failure | undefined {
    this.#enter(period, lane, noiseRow);
    const { steps } = this.#program;
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (step.kind === "direct") {
        this.execute(step.code);
        const variable = this.firstNotFinite(step.code);
        if (variable !== undefined) return { kind: "not-finite", variable };
      } else {
        const failure = solveBlock(this, this.#blocks.get(index)!, this.counts);
        if (failure !== undefined) return failure;
      }
    }
    return undefined;
  }

  /** Updates balances and checks after a solved period. */
  monitor(period: number, lane: number, noiseRow: number): void {
    this.#enter(period, lane, noiseRow);
    this.execute(this.#program.monitor);
  }

  #enter(period: number, lane: number, noiseRow: number): void {
    this.#lane = lane;
    this.#period = period;
    this.#noiseRow = noiseRow;
    const { frames, lanes } = this.#layout;
    for (let lag = 0; lag < frames; lag++) {
      this.#lagBase[lag] = frameRow(this.#layout, period, lag) * lanes + lane;
    }
  }

  /** Value of a node of the code executed last. */
  valueOf(node: number): number {
    return this.#values[node];
  }

  readVariable(variable: number, lag: number): number {
    return this.#memory[this.#lagBase[lag] + variable * this.#layout.lanes];
  }

  writeVariable(variable: number, value: number): void {
    this.#memory[this.#lagBase[0] + variable * this.#layout.lanes] = value;
  }

  /** The first variable stored by code whose value is no number or infinite. */
  firstNotFinite(code: Code): number | undefined {
    for (let i = 0; i < code.op.length; i++) {
      if (code.op[i] === Op.store && !Number.isFinite(this.#values[code.b[i]])) return code.a[i];
    }
    return undefined;
  }

  execute(code: Code): void {
    const { op, a, b, c, value } = code;
    const values = this.#values;
    const memory = this.#memory;
    const { lanes, parameterRow, monitorRow } = this.#layout;
    const lane = this.#lane;
    for (let i = 0; i < op.length; i++) {
      const x = a[i];
      const y = b[i];
      switch (op[i]) {
        case Op.constant:
          values[i] = value[i];
          break;
        case Op.load:
          values[i] = memory[this.#lagBase[y] + x * lanes];
          break;
        case Op.parameter:
          values[i] = memory[(parameterRow + x) * lanes + lane];
          break;
        case Op.noise:
          values[i] = memory[(this.#noiseRow + x) * lanes + lane];
          break;
        case Op.period:
          values[i] = this.#period;
          break;
        case Op.monitor:
          values[i] = memory[(monitorRow + x) * lanes + lane];
          break;
        case Op.add:
          values[i] = values[x] + values[y];
          break;
        case Op.subtract:
          values[i] = values[x] - values[y];
          break;
        case Op.multiply:
          values[i] = values[x] * values[y];
          break;
        case Op.divide:
          values[i] = values[x] / values[y];
          break;
        case Op.select:
          values[i] = values[x] === 0 ? values[c[i]] : values[y];
          break;
        case Op.store:
          memory[this.#lagBase[0] + x * lanes] = values[y];
          break;
        case Op.storeMonitor:
          memory[(monitorRow + x) * lanes + lane] = values[y];
          break;
        default:
          values[i] = compute(op[i], values[x], values[y]);
      }
    }
  }
}
