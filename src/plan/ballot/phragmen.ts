import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  toNumber,
  wholeFraction,
  zero,
} from "../../core/fraction.ts";
import { type Election, tieOrder } from "./election.ts";
import { costOf } from "./greedy.ts";
import { supporterCount, supportOf } from "./support.ts";

/**
 * Sequential Phragmén: voters earn money at equal speed; the project whose supporters can pay for it first is
 * bought, and they start again from nothing. Stops when the next purchase (or one tied with it) would break the
 * budget. Points do not matter, only who supports a project. Equal times: lower id first.
 *
 * Formula: load(p) = (cost(p) + Σ loads of supporters) / number of supporters; the least load is bought and becomes
 * the load of each supporter. Doubles decide unless two loads are nearer than 1e-9; then exact fractions do.
 *
 * Source: Brill, Freeman, Janson, Lackner (2017), “Phragmén's voting methods and justified representation”; for
 * budgets Los, Christoff, Grossi (2022).
 */
export function phragmenRule(election: Election): readonly number[] {
  const support = supportOf(election, "cardinality");
  const rank = tieOrder(election.projects);
  const cost = election.projects.map((project) => toNumber(project.cost));
  const count = election.projects.map((_, project) => supporterCount(support, project));
  // All supporters of a purchase share one load afterwards, so a group only remembers which purchase that was.
  const levels: { readonly exact: Fraction; readonly value: number }[] = [{ exact: zero, value: 0 }];
  const levelOf = new Int32Array(support.groups.length);
  const selected: number[] = [];
  const open = new Set(
    election.projects.flatMap((project, place) =>
      count[place] > 0 && compareFractions(project.cost, election.budget) <= 0 ? [place] : [],
    ),
  );

  const exactLoad = (project: number): Fraction => {
    const voters = new Map<number, number>();
    for (const group of support.projects[project].groups) {
      voters.set(levelOf[group], (voters.get(levelOf[group]) ?? 0) + support.size[group]);
    }
    let sum = election.projects[project].cost;
    for (const [level, number] of voters) {
      sum = addFractions(sum, multiplyFractions(levels[level].exact, wholeFraction(number)));
    }
    return divideFractions(sum, wholeFraction(count[project]));
  };

  while (open.size > 0) {
    const loads = [...open].map((project) => {
      let sum = cost[project];
      for (const group of support.projects[project].groups)
        sum += levels[levelOf[group]].value * support.size[group];
      return { project, load: sum / count[project] };
    });
    const least = loads.reduce((low, { load }) => Math.min(low, load), Infinity);
    const near = loads
      .filter(({ load }) => load <= least * (1 + 1e-9))
      .map(({ project }) => ({ project, load: exactLoad(project) }))
      .sort((a, b) => compareFractions(a.load, b.load) || rank[a.project] - rank[b.project]);
    const first = near[0];
    const spent = costOf(election, selected);
    const breaks = near.some(
      ({ project, load }) =>
        compareFractions(load, first.load) === 0 &&
        compareFractions(addFractions(spent, election.projects[project].cost), election.budget) > 0,
    );
    if (breaks) break;
    selected.push(first.project);
    open.delete(first.project);
    levels.push({ exact: first.load, value: toNumber(first.load) });
    for (const group of support.projects[first.project].groups) levelOf[group] = levels.length - 1;
  }
  return selected;
}
