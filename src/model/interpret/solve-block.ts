import {
  accept,
  type BlockMachine,
  evaluateNewton,
  isSettled,
  newtonStep,
  startGuess,
  tolerance,
  type TornBlock,
} from "./block.ts";
import type { Failure, SolverCounts } from "./failure.ts";
import { rescueBlock } from "./rescue.ts";

/** Solves a block in the current period and lane of the interpreter. */
export function solveBlock(
  machine: BlockMachine,
  block: TornBlock,
  counts: SolverCounts,
): Failure | undefined {
  startGuess(machine, block);
  if (block.step.linear ? solveLinear(machine, block, counts) : iterate(machine, block, counts))
    return undefined;
  const failure = rescueBlock(machine, block);
  if (failure === undefined) counts.rescued++;
  return failure;
}

/** Newton steps until the tears settle. */
function iterate(machine: BlockMachine, block: TornBlock, counts: SolverCounts): boolean {
  let settled = false;
  let count = 0;
  while (!settled && count < tolerance.evaluations) {
    count++;
    evaluateNewton(machine, block);
    newtonStep(block);
    settled = isSettled(block);
    move(block);
  }
  counts.evaluations = Math.max(counts.evaluations, count + 1);
  return accept(machine, block) && settled;
}

/** One Newton step, which is exact unless the block has no single solution. */
function solveLinear(machine: BlockMachine, block: TornBlock, counts: SolverCounts): boolean {
  evaluateNewton(machine, block);
  newtonStep(block);
  move(block);
  const before = block.residual.slice();
  counts.evaluations = Math.max(counts.evaluations, 2);
  if (!accept(machine, block)) return false;
  const { magnitude, matrix } = block;
  const size = before.length;
  let moved = false;
  let asked = false;
  for (let k = 0; k < size; k++) {
    moved ||= Math.abs(matrix[k * (size + 1) + size]) > tolerance.moved * magnitude[k];
    asked ||= Math.abs(before[k]) > tolerance.accepted * magnitude[k];
  }
  return asked || !moved;
}

function move({ guess, matrix }: TornBlock): void {
  const size = guess.length;
  for (let k = 0; k < size; k++) guess[k] += matrix[k * (size + 1) + size];
}
