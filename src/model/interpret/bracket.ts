import { accept, type BlockMachine, evaluateNewton, newtonStep, type TornBlock } from "./block.ts";

const widenings = 60;
const bisections = 2000;

/**
 * Finds the solution of a block with a single tear between two guesses at which its residual has opposite signs: the
 * nearest such pair on a widening grid around the start, then the Illinois variant of false position, halving whenever
 * that is slow. Safe at kinks; at a jump without a solution it ends with a residual, which is then reported.
 *
 * Source: Dowell & Jarratt (1971), A modified regula falsi method.
 */
export function bracket(machine: BlockMachine, block: TornBlock): boolean {
  const { guess, residual, magnitude } = block;
  const at = (t: number): number => {
    guess[0] = t;
    accept(machine, block);
    return residual[0];
  };
  const center = guess[0];
  at(center);
  const size = Number.isFinite(magnitude[0]) && magnitude[0] > 0 ? magnitude[0] : Math.abs(center);
  const pair = findSigns(at, center, Math.max(size, Number.MIN_VALUE));
  if (pair === undefined) return false;
  let [low, high, atLow, atHigh] = pair;
  let side = 0;
  for (let count = 0; count < bisections; count++) {
    const falsi = (low * atHigh - high * atLow) / (atHigh - atLow);
    const inside = falsi > Math.min(low, high) && falsi < Math.max(low, high);
    const middle = count % 3 === 2 || !inside ? low + (high - low) / 2 : falsi;
    if (middle === low || middle === high) break;
    const value = at(middle);
    if (value === 0) return stands(machine, block);
    if (Number.isNaN(value)) return false;
    if (value > 0 === atHigh > 0) {
      if (side === 1) atLow /= 2;
      high = middle;
      atHigh = value;
      side = 1;
    } else {
      if (side === -1) atHigh /= 2;
      low = middle;
      atLow = value;
      side = -1;
    }
  }
  // The better end.
  const first = Math.abs(at(low));
  const second = Math.abs(at(high));
  at(first <= second ? low : high);
  return stands(machine, block);
}

/** True if the equation holds here and determines the tear (x = x + eˣ holds far down to the last place). */
function stands(machine: BlockMachine, block: TornBlock): boolean {
  evaluateNewton(machine, block);
  return newtonStep(block) && accept(machine, block);
}

type Bracket = [low: number, high: number, atLow: number, atHigh: number];

/** Neighbours on a grid that doubles its distance from the center, with residuals of opposite signs. */
function findSigns(at: (t: number) => number, center: number, size: number): Bracket | undefined {
  const start = at(center);
  const last = { "-1": [center, start], "1": [center, start] } as Record<string, [number, number]>;
  let step = size * 2 ** -20;
  for (let i = 0; i < widenings; i++, step *= 2) {
    for (const side of [1, -1]) {
      const t = center + side * step;
      const value = at(t);
      if (!Number.isFinite(value)) continue;
      const [before, beforeValue] = last[side];
      if (Number.isFinite(beforeValue) && value > 0 !== beforeValue > 0)
        return [before, t, beforeValue, value];
      last[side] = [t, value];
    }
  }
  return undefined;
}
