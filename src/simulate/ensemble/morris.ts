import { drawUniform, nameKey } from "../../core/random.ts";

/** Elementary effects of one assumption over the unit cube. */
export interface MorrisEffect {
  readonly name: string;
  /** Mean of the absolute effects: how much it matters (Campolongo 2007). */
  readonly strength: number;
  /** Mean of the effects with their sign: which way it works on the whole. */
  readonly mean: number;
  /** Standard deviation: how much its effect depends on the others or on its own level. */
  readonly deviation: number;
  /** Standard error of `strength`. */
  readonly error: number;
}

/** Points of one-at-a-time walks through a grid. */
export interface MorrisPlan {
  readonly names: readonly string[];
  readonly walks: number;
  /** Number of runs: walks × (names + 1). */
  readonly runs: number;
  readonly point: (run: number) => Float64Array;
}

const levels = 4;
const step = levels / (2 * (levels - 1));

/**
 * Morris's plan: each walk starts on a grid of four levels and moves one assumption after the other by 2/3 of its
 * range, in an order of its own.
 *
 * Source: Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33.
 */
export function planMorris(names: readonly string[], walks: number, seed: number): MorrisPlan {
  const draw = (name: string, walk: number, what: number): number =>
    drawUniform({ seed, member: walk, name: nameKey(name), period: what });
  return {
    names,
    walks,
    runs: walks * (names.length + 1),
    point: (run) => {
      const walk = Math.floor(run / (names.length + 1));
      const moved = new Set(orderOf(names, walk, draw).slice(0, run % (names.length + 1)));
      return Float64Array.from(names, (name, index) => {
        const start = Math.floor(draw(name, walk, 0) * levels) / (levels - 1);
        const target = start + step <= 1 ? start + step : start - step;
        return moved.has(index) ? target : start;
      });
    },
  };
}

/** Elementary effects from the outputs of a plan's runs, in its order. */
export function morrisEffects(plan: MorrisPlan, outputs: ArrayLike<number>): readonly MorrisEffect[] {
  const { names, walks } = plan;
  if (outputs.length !== plan.runs) throw new RangeError(`${outputs.length} outputs of ${plan.runs} runs`);
  const effects = names.map(() => [] as number[]);
  for (let walk = 0; walk < walks; walk++) {
    const first = walk * (names.length + 1);
    let before = plan.point(first);
    for (let move = 1; move <= names.length; move++) {
      const after = plan.point(first + move);
      const index = after.findIndex((value, place) => value !== before[place]);
      const change = outputs[first + move] - outputs[first + move - 1];
      effects[index].push(change / (after[index] - before[index]));
      before = after;
    }
  }
  return names.map((name, index) => {
    const list = effects[index];
    const average = (of: (effect: number) => number): number =>
      list.reduce((sum, effect) => sum + of(effect), 0) / list.length;
    const mean = average((effect) => effect);
    const strength = average(Math.abs);
    const spread = (centre: number, of: (effect: number) => number): number =>
      Math.sqrt(
        (average((effect) => (of(effect) - centre) * (of(effect) - centre)) * list.length) /
          (list.length - 1),
      );
    return {
      name,
      strength,
      mean,
      deviation: spread(mean, (effect) => effect),
      error: spread(strength, Math.abs) / Math.sqrt(list.length),
    };
  });
}

function orderOf(
  names: readonly string[],
  walk: number,
  draw: (name: string, walk: number, what: number) => number,
): readonly number[] {
  return names
    .map((name, index) => ({ index, key: draw(name, walk, 1) }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ index }) => index);
}
