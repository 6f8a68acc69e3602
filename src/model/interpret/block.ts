import { type Code, nothing } from "../program/graph.ts";
import type { BlockCode, BlockStep } from "../program/program.ts";
import { eliminate } from "./eliminate.ts";

/**
 * When a block counts as solved, in units of the magnitude of its terms; shared with the WebAssembly code. Newton ends
 * when all steps are below `step` (the next one, about its square, is below rounding) or residuals are at rounding level;
 * then every residual of the final values must be below `accepted`. A step above `moved` that hardly any residual asks for
 * is no solution but a block without one: x = x + 1 holds at 10^16 to the last place.
 */
export const tolerance = {
  step: 2 ** -30,
  noise: 2 ** -51,
  accepted: 2 ** -40,
  moved: 2 ** -10,
  /** A single tear whose equation moves along with it by all but this share is not determined. */
  slope: 2 ** -40,
  /** Most evaluations before damping, bracketing and substitution are tried. */
  evaluations: 40,
} as const;

/** What solving a block needs of an interpreter: one period on one lane. */
export interface BlockMachine {
  readonly readVariable: (variable: number, lag: number) => number;
  readonly writeVariable: (variable: number, value: number) => void;
  readonly execute: (code: Code) => void;
  /** Value of a node of the code executed last. */
  readonly valueOf: (node: number) => number;
  /** The first variable stored by the code executed last whose value is no number or infinite. */
  readonly firstNotFinite: (code: Code) => number | undefined;
}

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

/** The values of last period, 1 where they are 0 or missing (a zero wage cannot be divided by). */
export function startGuess(machine: BlockMachine, { step, guess }: TornBlock): void {
  step.tears.forEach((tear, k) => {
    const last = machine.readVariable(tear, 1);
    guess[k] = Math.abs(last) > 0 ? last : 1;
  });
}

/** True if no tear would move by more than rounding, or by little and for rounding errors only. */
export function isSettled({ step, residual, magnitude, matrix }: TornBlock): boolean {
  const size = step.tears.length;
  let settled = size > 1 || Math.abs(matrix[0]) > tolerance.slope;
  for (let k = 0; k < size; k++) {
    const move = Math.abs(matrix[k * (size + 1) + size]);
    const noise =
      Math.abs(residual[k]) <= tolerance.noise * magnitude[k] && move <= tolerance.moved * magnitude[k];
    settled &&= move <= tolerance.step * magnitude[k] || noise;
  }
  return settled;
}

/** Evaluates values, residuals and the matrix at the guess. */
export function evaluateNewton(machine: BlockMachine, block: TornBlock): void {
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

function evaluate(machine: BlockMachine, block: TornBlock, code: BlockCode): void {
  const { step, guess, residual, magnitude } = block;
  step.tears.forEach((tear, k) => machine.writeVariable(tear, guess[k]));
  machine.execute(code.code);
  for (let k = 0; k < guess.length; k++) {
    residual[k] = machine.valueOf(code.residual[k]);
    magnitude[k] = machine.valueOf(code.magnitude[k]);
  }
}

/** Evaluates the final values at the guess; true if all are finite and all equations hold. */
export function accept(machine: BlockMachine, block: TornBlock): boolean {
  evaluate(machine, block, block.step.final);
  if (machine.firstNotFinite(block.step.final.code) !== undefined) return false;
  return block.guess.every(
    (_, k) =>
      Math.abs(block.residual[k]) <= tolerance.accepted * block.magnitude[k] && block.magnitude[k] < Infinity,
  );
}
