import { Interpreter, type Failure, type SolverCounts } from "../model/interpret/interpreter.ts";
import { createLayout, frameRow, type Layout } from "../model/interpret/layout.ts";
import type { Program } from "../model/program/program.ts";
import type { StartValues } from "./start-values.ts";

/** A failed period of a lane. */
export interface LaneFailure {
  readonly lane: number;
  readonly period: number;
  readonly failure: Failure;
}

/** Compiled code that shares its memory with an interpreter. */
export interface Compiled {
  readonly layout: Layout;
  readonly memory: Float64Array;
  /**
   * Runs periods from … to; ends early with the period in which some living lane failed, before its monitors and outputs.
   * With `resume` the first period is already solved. 0: all done.
   */
  readonly run: (from: number, to: number, resume: boolean) => number;
  /** 1 for lane 0, 2 for lane 1: the lanes that failed last. */
  readonly failedLanes: () => number;
  /** Most evaluations of a block so far. */
  readonly evaluations: () => number;
}

/** Memory for members side by side, and what runs them. */
export class Machine {
  readonly layout: Layout;
  readonly memory: Float64Array;
  readonly #interpreter: Interpreter;
  readonly #compiled: Compiled | undefined;
  readonly #noises: number;
  readonly #outputs: readonly number[];
  readonly #periods: number;

  constructor(program: Program, periods: number, outputs: readonly number[], compiled?: Compiled) {
    this.#compiled = compiled;
    this.#periods = periods;
    this.#outputs = outputs;
    this.#noises = program.system.noises.length;
    this.layout = compiled?.layout ?? createLayout(program, 1);
    const rows = this.layout.rows + periods * this.#noises + (periods + 1) * outputs.length;
    this.memory = compiled?.memory ?? new Float64Array(rows * this.layout.lanes);
    this.#interpreter = new Interpreter(program, this.layout, this.memory);
  }

  get lanes(): 1 | 2 {
    return this.layout.lanes;
  }

  get counts(): SolverCounts {
    const { evaluations, rescued } = this.#interpreter.counts;
    return { evaluations: Math.max(evaluations, this.#compiled?.evaluations() ?? 0), rescued };
  }

  /** Index in memory of a lane's noise of period 1. */
  noiseAt(lane: number): number {
    return this.layout.rows * this.lanes + lane;
  }

  /** Index in memory of an output in a period. */
  outputAt(period: number, output: number, lane: number): number {
    return (this.#outputRow(period) + output) * this.lanes + lane;
  }

  monitorAt(monitor: number, lane: number): number {
    return (this.layout.monitorRow + monitor) * this.lanes + lane;
  }

  /** Sets a lane to the start of a member. */
  load(lane: number, parameters: Float64Array, start: StartValues): void {
    const { lanes, memory, layout } = this;
    parameters.forEach((value, index) => (memory[(layout.parameterRow + index) * lanes + lane] = value));
    for (let row = layout.monitorRow; row < layout.liveRow; row++) memory[row * lanes + lane] = 0;
    this.#setAlive(lane, true);
    for (let lag = 0; lag < layout.frames; lag++) {
      const row = frameRow(layout, 0, lag);
      start[lag].forEach((value, variable) => (memory[(row + variable) * lanes + lane] = value));
    }
    this.#store(0, lane);
  }

  /** The variables of a period that is still in memory. */
  readFrame(period: number, lane: number): Float64Array {
    const row = frameRow(this.layout, period, 0);
    return Float64Array.from(
      { length: this.layout.variables },
      (_, variable) => this.memory[(row + variable) * this.lanes + lane],
    );
  }

  /** Runs all periods of the lanes loaded; a lane that fails has NaN from then on. */
  run(loaded: number): readonly LaneFailure[] {
    const failures: LaneFailure[] = [];
    if (this.#compiled === undefined) this.#interpret(failures);
    else this.#runCompiled(this.#compiled, loaded, failures);
    return failures;
  }

  #interpret(failures: LaneFailure[]): void {
    for (let period = 1; period <= this.#periods; period++) {
      const noise = this.#noiseRow(period);
      const failure = this.#interpreter.solve(period, 0, noise);
      if (failure !== undefined) {
        failures.push({ lane: 0, period, failure });
        this.#clearFrom(period, 0);
        return;
      }
      this.#interpreter.monitor(period, 0, noise);
      this.#store(period, 0);
    }
  }

  #runCompiled(compiled: Compiled, loaded: number, failures: LaneFailure[]): void {
    for (let lane = loaded; lane < this.lanes; lane++) this.#setAlive(lane, false);
    const ended = new Map<number, number>();
    let from = 1;
    let resume = false;
    for (;;) {
      const period = compiled.run(from, this.#periods, resume);
      if (period === 0) break;
      const failed = compiled.failedLanes();
      for (let lane = 0; lane < loaded; lane++) {
        if ((failed & (1 << lane)) === 0) continue;
        const failure = this.#interpreter.solve(period, lane, this.#noiseRow(period));
        if (failure === undefined) continue;
        failures.push({ lane, period, failure });
        ended.set(lane, period);
        this.#setAlive(lane, false);
      }
      if (ended.size === loaded) break;
      from = period;
      resume = true;
    }
    for (const [lane, period] of ended) this.#clearFrom(period, lane);
  }

  #setAlive(lane: number, alive: boolean): void {
    const words = new Int32Array(this.memory.buffer, (this.layout.liveRow * this.lanes + lane) * 8, 2);
    words.fill(alive ? -1 : 0);
  }

  #noiseRow(period: number): number {
    return this.layout.rows + (period - 1) * this.#noises;
  }

  #outputRow(period: number): number {
    return this.layout.rows + this.#periods * this.#noises + period * this.#outputs.length;
  }

  #store(period: number, lane: number): void {
    const row = frameRow(this.layout, period, 0);
    this.#outputs.forEach((variable, output) => {
      this.memory[this.outputAt(period, output, lane)] = this.memory[(row + variable) * this.lanes + lane];
    });
  }

  #clearFrom(period: number, lane: number): void {
    for (let t = period; t <= this.#periods; t++) {
      for (let output = 0; output < this.#outputs.length; output++)
        this.memory[this.outputAt(t, output, lane)] = NaN;
    }
  }
}
