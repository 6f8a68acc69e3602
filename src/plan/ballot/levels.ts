import type { Outcome, Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";

/** A goal with a level to be voted on: hours of the working week, growth of a purpose, tonnes of carbon. */
export interface LevelQuestion {
  readonly goal: string;
  readonly unit: string;
  /** Ends of the slider: what is feasible if nothing else is asked for. */
  readonly low: number;
  readonly high: number;
  /** The level in force; it counts as one more wish if the number of wishes is even. */
  readonly today: number;
}

export interface LevelResult {
  readonly goal: string;
  readonly unit: string;
  readonly level: number;
  readonly votes: number;
  /** Share of the votes at or below, and at or above the level: both at least one half. */
  readonly atOrBelow: number;
  readonly atOrAbove: number;
  readonly quartiles: readonly [number, number];
}

/**
 * The median wish for each level. No voter gains by exaggerating, and no other level would win against it by
 * majority, as long as everybody prefers levels nearer to the own wish. With an even number of votes there are two
 * middle wishes; today's level then counts as one more (a phantom vote, which keeps exaggeration useless).
 *
 * Errors: a wish outside the slider or that is no number, a goal nobody has voted on; the others are still counted.
 * Source: Black (1948), Moulin (1980).
 *
 * @param wishes one list a question: the level each voter names
 *
 * @example
 * import { medianLevels } from "kreislauf/plan";
 * const week = { goal: "week", unit: "h", low: 20, high: 45, today: 39 };
 * medianLevels([week], [[25, 30, 36, 40]]).value[0].level; // → 36
 */
export function medianLevels(
  questions: readonly LevelQuestion[],
  wishes: readonly (readonly number[])[],
): Outcome<readonly LevelResult[]> {
  const problems: Problem[] = [];
  const results = questions.flatMap((question, index) => {
    const { goal, unit, low, high, today } = question;
    const sound = (wishes[index] ?? []).filter((wish, voter) => {
      const inside = wish >= low && wish <= high;
      if (!inside) {
        const where = { file: goal, line: voter + 1, column: 1 };
        problems.push(createProblem("ballot-level-outside", where, { goal, value: String(wish), low, high }));
      }
      return inside;
    });
    const sorted = sound.sort((a, b) => a - b);
    if (sorted.length === 0) {
      problems.push(createProblem("ballot-no-level", { file: goal, line: 0, column: 0 }, { goal }));
      return [];
    }
    const lower = sorted[Math.floor((sorted.length - 1) / 2)];
    const upper = sorted[Math.floor(sorted.length / 2)];
    const level = Math.min(Math.max(today, lower), upper);
    const share = (holds: (wish: number) => boolean): number => sorted.filter(holds).length / sorted.length;
    return [
      {
        goal,
        unit,
        level,
        votes: sorted.length,
        atOrBelow: share((wish) => wish <= level),
        atOrAbove: share((wish) => wish >= level),
        quartiles: [
          sorted[Math.floor((sorted.length - 1) / 4)],
          sorted[Math.ceil((3 * (sorted.length - 1)) / 4)],
        ] as const,
      },
    ];
  });
  return { value: results, problems };
}
