import type { Outcome, Problem } from "../../core/problem.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { createProblem } from "../../text/problem.ts";
import type { LevelResult } from "./levels.ts";

/** A project that a vote has chosen: hours of work a year for a need. */
export interface ElectedProject {
  readonly id: string;
  readonly need: string;
  /** Million hours a year. */
  readonly hours: number;
}

/** What a need stands at before the vote. */
export interface NeedBasis {
  /** Level wanted if nobody votes on it; 1 is the base year. */
  readonly level: number;
  /** Million hours that the base year's consumption of it takes, in all sectors (labour values). */
  readonly hours: number;
}

/**
 * From votes to goals, by a rule that is known before the vote. A level that was voted on is the goal as it stands:
 * the median, neither rounded nor weighed. An elected project is a goal in addition: its need rises by as much as the
 * project's hours make of it at labour values, `level += hours / hours of the need in the base year`. What nobody
 * voted on stays. Whether all of it can hold together is for the plan to say; the vote's outcome is never trimmed here.
 *
 * Errors: a project for a need that the economy does not know; the others still count.
 *
 * @param basis by id of the need
 * @returns settings of levers: `week`, `account.<id>`, `target.<id>`
 *
 * @example
 * import { targetsOfVote } from "kreislauf/plan";
 * const week = { goal: "week", unit: "h", level: 32, votes: 3, atOrBelow: 1, atOrAbove: 1, quartiles: [32, 32] };
 * const clinic = { id: "clinic", need: "care", hours: 30 };
 * const basis = new Map([["care", { level: 1.1, hours: 600 }]]);
 * targetsOfVote([week], [clinic], basis).value; // → { week: 32, "target.care": 1.1500000000000001 }
 */
export function targetsOfVote(
  levels: readonly LevelResult[],
  projects: readonly ElectedProject[],
  basis: ReadonlyMap<string, NeedBasis>,
): Outcome<Readonly<Record<string, number>>> {
  const problems: Problem[] = [];
  const settings: Record<string, number> = Object.fromEntries(levels.map(({ goal, level }) => [goal, level]));
  for (const { id, need, hours } of projects) {
    const known = basis.get(need);
    if (!known) {
      const where = { file: id, line: 0, column: 0 };
      const hint = nearestName(need, basis.keys());
      problems.push(
        createProblem("no-such-need", where, { name: need, known: [...basis.keys()].join(", ") }, { hint }),
      );
      continue;
    }
    const goal = `target.${need}`;
    settings[goal] = (settings[goal] ?? known.level) + hours / known.hours;
  }
  return { value: settings, problems };
}
