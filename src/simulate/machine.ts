import type { CompiledProgram, Instance } from "../model/emit-wasm/instance.ts";
import type { Failure, SolverCounts } from "../model/interpret/failure.ts";
import { Interpreter } from "../model/interpret/interpreter.ts";
import { createLayout, frameRow, type Layout } from "../model/interpret/layout.ts";
import type { Program } from "../model/program/program.ts";
import type { StartValues } from "./start-values.ts";

/** A failed period of a lane. */
export interface LaneFailure {
  readonly lane: number;
  readonly period: number;
  readonly failure: Failure;
}

/** Rows of noise and outputs kept at once, so that long runs need little memory. */
const windowRows = 1 << 17;

/** Memory for one member or two side by side, and what runs them: compiled code, helped by the interpreter, or only that. */
export class Machine {
  readonly layout: Layout;
  readonly memory: Float64Array;
  /** Periods whose noise and outputs fit into the memory. */
  readonly window: number;
  readonly #interpreter: Interpreter;
  readonly #instance: Instance | undefined;
  readonly #noises: number;
  readonly #outputs: readonly number[];
  readonly #live = [false, false];
  readonly #failed = [false, false];

  constructor(program: Program, periods: number, outputs: readonly number[], compiled?: CompiledProgram) {
    this.#outputs = outputs;
    this.#noises = program.system.noises.length;
    const rowsPerPeriod = this.#noises + outputs.length;
    this.window = Math.max(1, Math.min(periods, Math.floor(windowRows / Math.max(1, rowsPerPeriod))));
    const rows = this.window * rowsPerPeriod;
    this.#instance = compiled?.instantiate(rows);
    this.layout = this.#instance?.layout ?? createLayout(program, 1);
    this.memory = this.#instance?.memory ?? new Float64Array((this.layout.rows + rows) * this.layout.lanes);
    this.#interpreter = new Interpreter(program, this.layout, this.memory);
  }

  get lanes(): 1 | 2 {
    return this.layout.lanes;
  }

  get counts(): SolverCounts {
    const { evaluations, rescued } = this.#interpreter.counts;
    return { evaluations: Math.max(evaluations, this.#instance?.evaluations() ?? 0), rescued };
  }

  /** Starts counting anew. */
  resetCounts(): void {
    this.#interpreter.counts.evaluations = 0;
    this.#interpreter.counts.rescued = 0;
    this.#instance?.resetEvaluations();
  }

  /** Index in memory of the first noise of a lane's first period in the window. */
  noiseAt(lane: number): number {
    return this.layout.rows * this.lanes + lane;
  }

  /** Index in memory of an output, `offset` periods after the start of the window. */
  outputAt(offset: number, output: number, lane: number): number {
    return (this.#outputRow(offset) + output) * this.lanes + lane;
  }

  monitorAt(monitor: number, lane: number): number {
    return (this.layout.monitorRow + monitor) * this.lanes + lane;
  }

  /** Sets a lane to the start of a member: period 0 and those before it. */
  load(lane: number, parameters: Float64Array, start: StartValues): void {
    const { lanes, memory, layout } = this;
    const put = (values: Float64Array, row: number): void => {
      for (let i = 0, at = row * lanes + lane; i < values.length; i++, at += lanes) memory[at] = values[i];
    };
    put(parameters, layout.parameterRow);
    for (let row = layout.monitorRow; row < layout.liveRow; row++) memory[row * lanes + lane] = 0;
    for (let lag = 0; lag < layout.frames; lag++) put(start[lag], frameRow(layout, 0, lag));
    this.#failed[lane] = false;
    this.#setAlive(lane, true);
  }

  /** Leaves a lane out. */
  unload(lane: number): void {
    this.#failed[lane] = false;
    this.#setAlive(lane, false);
  }

  /** Leaves a lane out whose outputs are NaN from now on. */
  fail(lane: number): void {
    this.#failed[lane] = true;
    this.#setAlive(lane, false);
  }

  /** The variables of a lane as they were in the last periods: `rows[lag][variable]`. */
  read(lane: number, period: number): StartValues {
    return Array.from({ length: this.layout.frames }, (_, lag) => {
      const row = frameRow(this.layout, period, lag);
      return Float64Array.from(
        { length: this.layout.variables },
        (__, variable) => this.memory[(row + variable) * this.lanes + lane],
      );
    });
  }

  /** Runs some periods, at most a window; a lane that fails is left out and has NaN from then on. */
  run(from: number, to: number): readonly LaneFailure[] {
    const failures: LaneFailure[] = [];
    if (this.#instance === undefined) this.#interpret(from, to, failures);
    else this.#runCompiled(this.#instance, from, to, failures);
    for (let lane = 0; lane < this.lanes; lane++) {
      if (!this.#failed[lane]) continue;
      const period = failures.find((failure) => failure.lane === lane)?.period ?? from;
      this.#clear(lane, period - from, to - from);
    }
    return failures;
  }

  #interpret(from: number, to: number, failures: LaneFailure[]): void {
    for (let period = from; period <= to && this.#live[0]; period++) {
      const noise = this.#noiseRow(period - from);
      const failure = this.#interpreter.solve(period, 0, noise);
      if (failure !== undefined) {
        failures.push({ lane: 0, period, failure });
        this.fail(0);
        return;
      }
      this.#interpreter.monitor(period, 0, noise);
      const row = frameRow(this.layout, period, 0);
      this.#outputs.forEach((variable, output) => {
        this.memory[this.outputAt(period - from, output, 0)] = this.memory[row + variable];
      });
    }
  }

  #runCompiled(instance: Instance, start: number, to: number, failures: LaneFailure[]): void {
    let from = start;
    let resume = false;
    while (this.#live[0] || this.#live[1]) {
      const ended = instance.run(
        from,
        to,
        this.#noiseRow(from - start),
        this.#outputRow(from - start),
        resume,
      );
      if (ended === 0) return;
      const period = ended >> 2;
      for (let lane = 0; lane < 2; lane++) {
        if ((ended & (1 << lane)) === 0 || !this.#live[lane]) continue;
        const failure = this.#interpreter.solve(period, lane, this.#noiseRow(period - start));
        if (failure === undefined) continue;
        failures.push({ lane, period, failure });
        this.fail(lane);
      }
      from = period;
      resume = true;
    }
  }

  #setAlive(lane: number, alive: boolean): void {
    this.#live[lane] = alive;
    const at = this.memory.byteOffset + (this.layout.liveRow * this.lanes + lane) * 8;
    new Int32Array(this.memory.buffer, at, 2).fill(alive ? -1 : 0);
  }

  #noiseRow(offset: number): number {
    return this.layout.rows + offset * this.#noises;
  }

  #outputRow(offset: number): number {
    return this.layout.rows + this.window * this.#noises + offset * this.#outputs.length;
  }

  #clear(lane: number, from: number, to: number): void {
    for (let offset = from; offset <= to; offset++) {
      for (let output = 0; output < this.#outputs.length; output++) {
        this.memory[this.outputAt(offset, output, lane)] = NaN;
      }
    }
  }
}
