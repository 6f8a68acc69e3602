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
  const evaluations = iterate(machine, block);
  counts.evaluations = Math.max(counts.evaluations, evaluations);
  if (accept(machine, block)) return undefined;
  const failure = rescueBlock(machine, block);
  if (failure === undefined) counts.rescued++;
  return failure;
}

function iterate(machine: BlockMachine, block: TornBlock): number {
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
