import { type Code, nothing } from "../program/graph.ts";
import type { BlockCode, BlockStep } from "../program/program.ts";
import { eliminate } from "./eliminate.ts";
import { computeTangents, nodesMovedBy } from "./tangent.ts";

/**
 * When a block counts as solved, in units of the magnitude of its terms; shared with the WebAssembly code. Newton ends
 * when all steps are below `step` (the next one, about its square, is below rounding) or residuals are at rounding level;
 * then every residual of the final values must be below `accepted`. Where a pivot of the matrix, in those units, is below
 * `pivot`, the equations move along with their tears and determine nothing: x = x + 1 holds at 10^16 to the last place.
 */
export const tolerance = {
  step: 2 ** -30,
  noise: 2 ** -51,
  accepted: 2 ** -40,
  pivot: 2 ** -40,
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
  /** Rows of I − J and the residual as last column, in units of the magnitudes. */
  readonly matrix: Float64Array;
  /** The Newton step. */
  readonly move: Float64Array;
  /** Room for derivatives at run time. */
  readonly tangents: {
    readonly variables: Float64Array;
    readonly nodes: Float64Array;
    /** For each tear what it moves. */
    readonly moved: readonly Int32Array[];
  };
}

export function createBlock(step: BlockStep, variables: number): TornBlock {
  const size = step.tears.length;
  const written = step.newton !== undefined;
  return {
    tangents: {
      variables: new Float64Array(written ? 0 : variables),
      nodes: new Float64Array(written ? 0 : step.final.code.op.length),
      moved: written ? [] : step.tears.map((tear) => nodesMovedBy(tear, step.final.code)),
    },
    step,
    guess: new Float64Array(size),
    residual: new Float64Array(size),
    magnitude: new Float64Array(size),
    move: new Float64Array(size),
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

/** True if no tear would move by more than rounding, or for rounding errors only. */
export function isSettled({ residual, magnitude, move }: TornBlock): boolean {
  let settled = true;
  for (let k = 0; k < move.length; k++) {
    const small = Math.abs(move[k]) <= tolerance.step * magnitude[k];
    settled &&= small || Math.abs(residual[k]) <= tolerance.noise * magnitude[k];
  }
  return settled;
}

/** Evaluates values, residuals and the matrix at the guess. */
export function evaluateNewton(machine: BlockMachine, block: TornBlock): void {
  const { step, matrix, residual } = block;
  const size = step.tears.length;
  evaluate(machine, block, step.newton ?? step.final);
  if (step.newton === undefined) fillSlopes(machine, block);
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < size && step.newton !== undefined; j++) {
      const node = step.newton.jacobian[k * size + j];
      const slope = node === nothing ? 0 : machine.valueOf(node);
      matrix[k * (size + 1) + j] = (k === j ? 1 : 0) - slope;
    }
    matrix[k * (size + 1) + size] = residual[k];
  }
}

/** The columns of the matrix from derivatives at run time. */
function fillSlopes(machine: BlockMachine, { step, matrix, tangents }: TornBlock): void {
  const { tears, variables, final } = step;
  const size = tears.length;
  const input = { ...tangents, code: final.code, valueOf: (node: number) => machine.valueOf(node) };
  for (let j = 0; j < size; j++) {
    const moved = tangents.moved[j];
    for (const variable of variables) tangents.variables[variable] = 0;
    tangents.variables[tears[j]] = 1;
    computeTangents({ ...input, moved });
    // The residual is the equation minus the guess, whose matrix column is the negative derivative.
    for (let k = 0; k < size; k++) matrix[k * (size + 1) + j] = -tangents.nodes[final.residual[k]];
    for (const node of moved) tangents.nodes[node] = 0;
  }
}

/** Computes the Newton step; false if the tears are not determined. */
export function newtonStep({ step, matrix, magnitude, move }: TornBlock): boolean {
  const size = move.length;
  if (size === 1) {
    move[0] = matrix[1] / matrix[0];
    return Math.abs(matrix[0]) > tolerance.pivot;
  }
  for (let k = 0; k < size; k++) {
    const row = k * (size + 1);
    const unit = unitOf(magnitude[k]);
    for (let j = 0; j < size; j++) matrix[row + j] *= unitOf(magnitude[j]) / unit;
    matrix[row + size] /= unit;
  }
  const smallest = eliminate(matrix, size, step.newton === undefined);
  for (let k = 0; k < size; k++) move[k] = matrix[k * (size + 1) + size] * unitOf(magnitude[k]);
  return smallest > tolerance.pivot;
}

/** What a tear is measured in. */
function unitOf(magnitude: number): number {
  return magnitude > 0 ? magnitude : 1;
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
