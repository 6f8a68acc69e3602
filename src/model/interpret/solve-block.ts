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
    const determined = newtonStep(block);
    settled = determined && isSettled(block);
    moveGuess(block);
  }
  counts.evaluations = Math.max(counts.evaluations, count + 1);
  return accept(machine, block) && settled;
}

/** One Newton step is exact. */
function solveLinear(machine: BlockMachine, block: TornBlock, counts: SolverCounts): boolean {
  evaluateNewton(machine, block);
  const determined = newtonStep(block);
  moveGuess(block);
  counts.evaluations = Math.max(counts.evaluations, 2);
  return accept(machine, block) && determined;
}

function moveGuess({ guess, move }: TornBlock): void {
  for (let k = 0; k < guess.length; k++) guess[k] += move[k];
}
