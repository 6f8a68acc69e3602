import { bracket } from "./bracket.ts";
import {
  accept,
  type BlockMachine,
  evaluateNewton,
  isSettled,
  newtonStep,
  startGuess,
  type TornBlock,
} from "./block.ts";
import type { Failure } from "./failure.ts";

const dampedSteps = 60;
const halvings = 30;
const sweeps = 300;
const weights = [1, 0.5, 0.1];

/**
 * What to try when plain Newton steps fail, in this order: damped Newton steps; for a single tear, bracketing (safe at
 * kinks); both from the other side of 0 and from 1; substitution with rising inertia, followed by damped steps. Gives up
 * with the equation that is missed most.
 */
export function rescueBlock(machine: BlockMachine, block: TornBlock): Failure | undefined {
  startGuess(machine, block);
  const { guess } = block;
  const start = guess.slice();
  for (const from of [start, start.map(Math.abs), start.map(() => 1)]) {
    guess.set(from);
    if (damp(machine, block)) return undefined;
    if (guess.length > 1) continue;
    guess.set(from);
    if (bracket(machine, block)) return undefined;
  }
  for (const weight of weights) {
    guess.set(start);
    if (substitute(machine, block, weight) && damp(machine, block)) return undefined;
  }
  return explain(machine, block, start);
}

/** Newton steps, halved until the residuals shrink. */
function damp(machine: BlockMachine, block: TornBlock): boolean {
  const { guess, residual, magnitude, move } = block;
  const from = guess.slice();
  const step = guess.slice();
  const scale = guess.slice();
  for (let count = 0; count < dampedSteps; count++) {
    evaluateNewton(machine, block);
    const determined = newtonStep(block);
    from.set(guess);
    step.set(move);
    scale.set(magnitude);
    const settled = isSettled(block);
    if (settled && !determined) return false;
    const before = merit(residual, scale);
    let share = 1;
    for (let i = 0; ; i++) {
      for (let k = 0; k < guess.length; k++) guess[k] = from[k] + share * step[k];
      if (settled) return accept(machine, block);
      accept(machine, block);
      if (merit(residual, scale) < before * (1 - 1e-4 * share)) break;
      if (i === halvings) return false;
      share /= 2;
    }
  }
  return false;
}

/** Sum of squared residuals in units of their magnitudes; infinite where one is no number. */
function merit(residual: Float64Array, scale: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < residual.length; k++) {
    const share = residual[k] / scale[k];
    sum += scale[k] === 0 && residual[k] === 0 ? 0 : share * share;
  }
  return sum >= 0 && sum < Infinity ? sum : Infinity;
}

/** Puts the value of each equation in for its tear (Gauss–Seidel on the tears), moving by `weight` of the way. */
function substitute(machine: BlockMachine, block: TornBlock, weight: number): boolean {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (accept(machine, block)) return true;
    for (let k = 0; k < block.guess.length; k++) {
      const next = block.guess[k] + weight * block.residual[k];
      if (!Number.isFinite(next)) return false;
      block.guess[k] = next;
    }
  }
  return true;
}

function explain(machine: BlockMachine, block: TornBlock, start: Float64Array): Failure {
  const { step, guess, residual, magnitude } = block;
  guess.set(start);
  accept(machine, block);
  const variable = machine.firstNotFinite(step.final.code);
  if (variable !== undefined) return { kind: "not-finite", variable };
  let worst = 0;
  let largest = -1;
  for (let k = 0; k < guess.length; k++) {
    const share = Math.abs(residual[k]) / magnitude[k];
    if (Number.isFinite(share) && share <= largest) continue;
    worst = k;
    largest = share;
  }
  if (!Number.isFinite(largest)) return { kind: "not-finite", variable: step.tears[worst] };
  return { kind: "unsolved", variables: step.variables, variable: step.tears[worst], residual: largest };
}
