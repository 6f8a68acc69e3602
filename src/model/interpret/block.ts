import { nothing } from "../program/graph.ts";
import type { BlockCode, BlockStep } from "../program/program.ts";
import { eliminate } from "./eliminate.ts";
import { rescueBlock } from "./rescue.ts";
import type { Failure, Interpreter } from "./interpreter.ts";

/**
 * When a block counts as solved, in units of the magnitude of its terms; shared with the WebAssembly code. Newton ends
 * when all steps are below `step` (the next one, about its square, is below rounding) or all residuals at rounding level;
 * then every residual of the final values must be below `accepted`.
 */
export const tolerance = {
  step: 2 ** -30,
  noise: 2 ** -51,
  accepted: 2 ** -40,
  /** Most evaluations before damping, bracketing and substitution are tried. */
  evaluations: 40,
} as const;

/** A block with room for its numbers. */
export interface TornBlock {
  readonly step: BlockStep;
  readonly guess: Float64Array;
  readonly residual: Float64Array;
  readonly magnitude: Float64Array;
  /** Rows of I − J and the residual as last column; after elimination that column is the step. */
  readonly matrix: Float64Array;
}

export function createBlock(step: BlockStep): TornBlock {
  const size = step.tears.length;
  return {
    step,
    guess: new Float64Array(size),
    residual: new Float64Array(size),
    magnitude: new Float64Array(size),
    matrix: new Float64Array(size * (size + 1)),
  };
}

/** Solves a block in the current period and lane of the interpreter. */
export function solveBlock(machine: Interpreter, block: TornBlock): Failure | undefined {
  startGuess(machine, block);
  const evaluations = iterate(machine, block);
  machine.counts.evaluations = Math.max(machine.counts.evaluations, evaluations);
  if (accept(machine, block)) return undefined;
  const failure = rescueBlock(machine, block);
  if (failure === undefined) machine.counts.rescued++;
  return failure;
}

/** The values of last period, 1 where they are 0 or missing (a zero wage cannot be divided by). */
export function startGuess(machine: Interpreter, { step, guess }: TornBlock): void {
  step.tears.forEach((tear, k) => {
    const last = machine.readVariable(tear, 1);
    guess[k] = Math.abs(last) > 0 ? last : 1;
  });
}

function iterate(machine: Interpreter, block: TornBlock): number {
  const { step, guess } = block;
  const size = step.tears.length;
  const most = step.linear ? 1 : tolerance.evaluations;
  let done = false;
  let count = 0;
  while (!done && count < most) {
    count++;
    evaluateNewton(machine, block);
    newtonStep(block);
    done = isSettled(block);
    for (let k = 0; k < size; k++) guess[k] += block.matrix[k * (size + 1) + size];
  }
  return count + 1;
}

/** True if no tear would move by more than rounding, or all residuals are rounding errors. */
export function isSettled({ step, residual, magnitude, matrix }: TornBlock): boolean {
  const size = step.tears.length;
  let settled = true;
  for (let k = 0; k < size; k++) {
    const small = Math.abs(matrix[k * (size + 1) + size]) <= tolerance.step * magnitude[k];
    const noise = Math.abs(residual[k]) <= tolerance.noise * magnitude[k];
    settled &&= small || noise;
  }
  return settled;
}

/** Evaluates values, residuals and the matrix at the guess. */
export function evaluateNewton(machine: Interpreter, block: TornBlock): void {
  const { step, matrix, residual } = block;
  const size = step.tears.length;
  evaluate(machine, block, step.newton);
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < size; j++) {
      const node = step.newton.jacobian[k * size + j];
      const slope = node === nothing ? 0 : machine.valueOf(node);
      matrix[k * (size + 1) + j] = (k === j ? 1 : 0) - slope;
    }
    matrix[k * (size + 1) + size] = residual[k];
  }
}

/** Turns the matrix' last column into the Newton step. */
export function newtonStep({ step, matrix }: TornBlock): void {
  const size = step.tears.length;
  if (size === 1) matrix[1] /= matrix[0];
  else eliminate(matrix, size);
}

function evaluate(machine: Interpreter, block: TornBlock, code: BlockCode): void {
  const { step, guess, residual, magnitude } = block;
  step.tears.forEach((tear, k) => machine.writeVariable(tear, guess[k]));
  machine.execute(code.code);
  for (let k = 0; k < guess.length; k++) {
    residual[k] = machine.valueOf(code.residual[k]);
    magnitude[k] = machine.valueOf(code.magnitude[k]);
  }
}

/** Evaluates the final values at the guess; true if all are finite and all equations hold. */
export function accept(machine: Interpreter, block: TornBlock): boolean {
  evaluate(machine, block, block.step.final);
  if (machine.firstNotFinite(block.step.final.code) !== undefined) return false;
  return block.guess.every(
    (_, k) =>
      Math.abs(block.residual[k]) <= tolerance.accepted * block.magnitude[k] && block.magnitude[k] < Infinity,
  );
}
