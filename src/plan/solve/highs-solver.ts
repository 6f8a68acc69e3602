import loadHighs, {
  type Highs,
  type HighsCallbackMap,
  type InitOptions,
  type Model,
  type ModelData,
} from "highs";
import type { LinearProgram } from "./linear-program.ts";
import type {
  Corner,
  IrreducibleConflict,
  Method,
  Solution,
  SolveOptions,
  Solver,
  SolverSession,
  SolveStatus,
} from "./solver.ts";

// The types of the package describe its CommonJS build; what Node and browsers import is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default;

const modelStatus = { optimal: 7, infeasible: 8, infeasibleOrUnbounded: 9, unbounded: 10 } as const;
const nothing = {
  status: "failed",
  objective: NaN,
  primal: new Float64Array(),
  dual: new Float64Array(),
  reduced: new Float64Array(),
  iterations: 0,
} as const;

const strategy = { dual: 1, primal: 4 } as const;
const stoppedStatuses = new Set([11, 12, 13, 14, 16, 17]);
/** By rows first: the default strategy 0 returns an empty set, 1 throws. */
const conflictStrategy = 6;

/**
 * Loads HiGHS (Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5; WebAssembly build of the npm package `highs`).
 * Loading is asynchronous, solving is not: put long solves in a worker. In a browser `locateFile` names the address
 * of `highs.wasm`.
 */
export async function loadSolver(options: InitOptions = {}): Promise<Solver> {
  const highs = await load(options);
  return {
    name: `HiGHS ${highs.version.string}`,
    memoryBytes: () => highs.memoryBytes,
    open: (program) => guard(() => new HighsSession(highs, program)),
  };
}

class HighsSession implements SolverSession {
  private readonly model: Model;
  private program: LinearProgram;
  /** The last corner still obeys all bounds, so the primal method starts from it. */
  private onlyCostsMoved = false;

  constructor(highs: Highs, program: LinearProgram) {
    this.program = program;
    this.model = highs.createModel();
    // Small inputs are inputs, too: by default everything below 1e-9 would be dropped. The larger pivots of a threshold
    // of one half keep the corners of warm starts accurate; the default of a tenth loses up to 1e-5 in them.
    this.model.options.set({ output_flag: false, small_matrix_value: 1e-12, factor_pivot_threshold: 0.5 });
    this.model.passModel(modelData(program));
  }

  solve(options: SolveOptions = {}): Solution {
    const method = options.method ?? "simplex";
    const first = guard(() => this.run(method, options));
    // Status 15 of the simplex method ("unknown") carries a meaningless objective: only the other method may answer.
    return first.status === "failed" && method === "simplex"
      ? guard(() => this.run("interior", { ...options, crossover: true, afresh: true }))
      : first;
  }

  update(program: LinearProgram): void {
    guard(() => {
      const before = this.program;
      this.program = program;
      if (
        !same(before.start, program.start) ||
        !same(before.row, program.row) ||
        !same(before.value, program.value)
      ) {
        const basis = this.model.getBasis();
        this.model.passModel(modelData(program));
        this.model.setBasis(basis);
        return;
      }
      this.onlyCostsMoved = true;
      const moved = (): void => void (this.onlyCostsMoved = false);
      const { cost, columnLower, columnUpper, rowLower, rowUpper } = program;
      for (let j = 0; j < cost.length; j++) {
        if (cost[j] !== before.cost[j]) this.model.changeColCost(j, cost[j]);
        if (columnLower[j] !== before.columnLower[j] || columnUpper[j] !== before.columnUpper[j]) {
          moved();
          this.model.changeColBounds(j, columnLower[j], columnUpper[j]);
        }
      }
      for (let i = 0; i < rowLower.length; i++) {
        if (rowLower[i] !== before.rowLower[i] || rowUpper[i] !== before.rowUpper[i]) {
          moved();
          this.model.changeRowBounds(i, rowLower[i], rowUpper[i]);
        }
      }
      this.model.changeObjectiveOffset(program.offset);
    });
  }

  isRefuted(): boolean {
    return guard(() => {
      const { model } = this;
      this.onlyCostsMoved = false;
      model.options.set({ solver: "ipm", run_crossover: "off", ipm_iteration_limit: 0, time_limit: 1e9 });
      const ended = attempt(() => model.run());
      model.options.set({ ipm_iteration_limit: 2 ** 31 - 1 });
      return ended && readStatus(model.getModelStatus()) === "infeasible";
    });
  }

  corner(): Corner {
    const { colStatus, rowStatus } = guard(() => this.model.getBasis());
    return { columns: colStatus, rows: rowStatus };
  }

  findConflict(timeLimitSeconds = 30): IrreducibleConflict | undefined {
    return guard(() => {
      this.model.options.set({ iis_strategy: conflictStrategy, iis_time_limit: timeLimitSeconds });
      try {
        const { rowIndex, colIndex } = this.model.getIis();
        return rowIndex.length + colIndex.length === 0
          ? undefined
          : { rows: [...rowIndex], columns: [...colIndex] };
      } catch {
        return undefined;
      }
    });
  }

  close(): void {
    guard(() => this.model.dispose());
  }

  private run(method: Method, options: SolveOptions): Solution {
    const { model } = this;
    const { afresh = false, start } = options;
    if (afresh || start) this.onlyCostsMoved = false;
    if (afresh) model.clearSolver();
    else if (start) model.setBasis({ colStatus: start.columns, rowStatus: start.rows });
    model.options.set({
      solver: method === "simplex" ? "simplex" : "ipm",
      run_crossover: options.crossover ? "on" : "off",
      simplex_strategy: this.onlyCostsMoved || options.startHolds ? strategy.primal : strategy.dual,
      time_limit: options.timeLimitSeconds ?? 1e9,
      primal_feasibility_tolerance: options.tolerance ?? 1e-7,
      dual_feasibility_tolerance: options.tolerance ?? 1e-7,
      simplex_iteration_limit: options.iterationLimit ?? 2 ** 31 - 1,
    });
    this.onlyCostsMoved = false;
    model.zeroAllClocks();
    const ended = attempt(() => model.run(watch(options)));
    if (!ended) return { ...nothing, method };
    const status = readStatus(model.getModelStatus());
    const { colValue, colDual, rowDual } = model.getSolution();
    const counter = method === "simplex" ? "simplex_iteration_count" : "ipm_iteration_count";
    return {
      status,
      objective: status === "optimal" ? model.getObjectiveValue() : NaN,
      primal: colValue,
      dual: rowDual,
      reduced: colDual,
      method,
      iterations: Number(model.info.get(counter)),
    };
  }
}

function modelData(program: LinearProgram): ModelData {
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  return {
    numCols,
    numRows,
    offset: program.offset,
    colCost: program.cost,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: "csc",
      numRows,
      numCols,
      starts: program.start,
      indices: program.row,
      values: program.value,
    },
  };
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

function watch({ onProgress }: SolveOptions): HighsCallbackMap {
  if (!onProgress) return {};
  return {
    1: (event) => {
      if (onProgress(Math.max(0, event.data.simplex_iteration_count ?? 0))) event.interrupt();
      return undefined;
    },
    2: (event) => {
      if (onProgress(Math.max(0, event.data.ipm_iteration_count ?? 0))) event.interrupt();
      return undefined;
    },
  };
}

function readStatus(code: number): SolveStatus {
  if (code === modelStatus.optimal) return "optimal";
  if (code === modelStatus.infeasible) return "infeasible";
  if (code === modelStatus.unbounded || code === modelStatus.infeasibleOrUnbounded) return "unbounded";
  return stoppedStatuses.has(code) ? "stopped" : "failed";
}

/** Whether the work came to an end; HiGHS gives up on some bases with an error where another start succeeds. */
function attempt(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** An error of HiGHS is thrown from one line of 150 kB; Node would print that line if nobody catches it. */
function guard<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The solver failed: ${reason.slice(0, 300)}`, { cause: error });
  }
}
