import { log } from "../../core/exact-math.ts";
import type { FiveYearPlan } from "./five-year-programme.ts";
import type { FiveYearTables } from "./five-year-tables.ts";
import { type Activity, type Expansion, expandYears } from "./activities.ts";

export interface HarmonyOptions {
  readonly steps?: number;
  /** How far a technique may grow or shrink in the first step, as a share. */
  readonly temperature?: number;
}

export const defaults: Required<HarmonyOptions> = { steps: 1000, temperature: 0.25 };

/** A plan by harmony, with the sum of the harmonies of all goods and years. */
export interface HarmonyPlan extends FiveYearPlan {
  readonly harmony: number;
}

/**
 * Harmony of a good: `ln(1 + s)` above its target and `s − s²/2` below it, with `s = net output / target − 1`; more of
 * what is plentiful counts ever less, and a want counts more than a surplus.
 * Source: Cockshott & Cottrell (1993), Towards a New Socialism, ch. 6.
 *
 * @example
 * import { harmonyOf } from "kreislauf/plan";
 * harmonyOf(0, 2); // → -1.5
 * harmonyOf(2, 2); // → 0
 */
export function harmonyOf(netOutput: number, target: number): number {
  const surplus = netOutput / target - 1;
  return surplus >= 0 ? log(1 + surplus) : surplus - (surplus * surplus) / 2;
}

/** What one more unit of net output adds to the harmony of a good. */
function marginalHarmony(netOutput: number, target: number): number {
  const surplus = netOutput / target - 1;
  return (surplus >= 0 ? 1 / (1 + surplus) : 1 - surplus) / target;
}

/** The sum of the harmonies of all goods that are wanted, in all years. */
export function totalHarmony(tables: FiveYearTables, plan: Pick<FiveYearPlan, "netOutput">): number {
  return tables.targets.reduce(
    (sum, target, t) =>
      target.reduce(
        (part, wanted, i) => (wanted > 0 ? part + harmonyOf(plan.netOutput[t][i], wanted) : part),
        sum,
      ),
    0,
  );
}

/**
 * A plan by harmony, the heuristic of Cockshott (1990, Application of Artificial Intelligence Techniques to Economic
 * Planning): techniques whose outputs are worth more harmony than their inputs grow, the others shrink; labour, stocks
 * and goods that nobody wants for themselves are worth what their best user makes of them; what is used beyond what
 * there is shrinks its users. A step that gains nothing is taken back and halved. Cheap and without a proof of any
 * kind: compare it with the linear programme.
 */
export function planByHarmony(tables: FiveYearTables, options: HarmonyOptions = {}): HarmonyPlan {
  const { steps, temperature } = { ...defaults, ...options };
  const expansion = expandYears(tables);
  const { activities, resources, planOf } = expansion;
  const goods = tables.goods.length;
  const targets = tables.targets.flatMap((target) => [...target]);
  const harmonyAt = (net: Float64Array): number =>
    targets.reduce((sum, target, i) => (target > 0 ? sum + harmonyOf(net[i], target) : sum), 0);
  let runs = Float64Array.from(activities, ({ kind }) => (kind === "technique" ? 1 : firstBuilding));
  shrinkToFit(expansion, runs);
  let net = netOf(activities, resources, runs);
  let harmony = harmonyAt(net);
  let heat = temperature;
  for (let step = 0; step < steps && heat > coldest; step++) {
    const worth = worthOf(expansion, runs, net, targets);
    const next = runs.map((run, a) => {
      const { inputs, outputs } = activities[a];
      const cost = valueOf(inputs, worth);
      const gain = cost > 0 ? valueOf(outputs, worth) / cost - 1 : 1;
      return run * (1 + heat * (gain / (1 + Math.abs(gain))));
    });
    shrinkToFit(expansion, next);
    const reached = netOf(activities, resources, next);
    const found = harmonyAt(reached);
    if (found > harmony) {
      runs = next;
      net = reached;
      harmony = found;
    } else heat /= 2;
  }
  return { ...planOf(runs, net, goods), harmony };
}

const firstBuilding = 1e-3;
const coldest = 1e-6;
/** A resource of which more than this share is left is not scarce. */
const plenty = 0.01;

/** Wanted goods by their marginal harmony; everything else by the best use of one more unit, and nothing if some is left. */
function worthOf(
  { activities, resources }: Expansion,
  runs: Float64Array,
  net: Float64Array,
  targets: readonly number[],
): Float64Array {
  const available = resources.slice();
  activities.forEach(({ outputs }, a) => {
    for (const { place, amount } of outputs) available[place] += amount * runs[a];
  });
  const scarce = net.map((left, place) => (left <= plenty * available[place] ? 1 : 0));
  const worth = net.map((amount, i) => (targets[i] > 0 ? marginalHarmony(amount, targets[i]) : 0));
  // Twice from the last year to the first: what is built is worth what it does later, and a good may pass through two hands.
  for (let round = 0; round < 2; round++) {
    for (let a = activities.length - 1; a >= 0; a--) {
      const { inputs, outputs } = activities[a];
      const surplus = valueOf(outputs, worth) / inputs.length;
      for (const { place, amount } of inputs) {
        if (targets[place] > 0 || !scarce[place]) continue;
        worth[place] = Math.max(worth[place], surplus / amount);
      }
    }
  }
  return worth;
}

function valueOf(list: Activity["inputs"], worth: Float64Array): number {
  return list.reduce((sum, { place, amount }) => sum + amount * worth[place], 0);
}

function netOf(activities: readonly Activity[], resources: Float64Array, runs: Float64Array): Float64Array {
  const net = resources.slice();
  activities.forEach(({ inputs, outputs }, a) => {
    for (const { place, amount } of inputs) net[place] -= amount * runs[a];
    for (const { place, amount } of outputs) net[place] += amount * runs[a];
  });
  return net;
}

const passes = 100;
const slack = 1e-12;

/**
 * Shrinks the users of whatever is used beyond what there is, year by year, for what is built depends on the year
 * before: first to stocks and labour, then to the goods of the year. Who makes a good may use it up first.
 */
function shrinkToFit(expansion: Expansion, runs: Float64Array): void {
  for (const year of expansion.byYear) {
    shrinkUsers(expansion, year, runs, (place) => place >= expansion.goodPlaces);
    let short = true;
    for (let pass = 0; short && pass < passes; pass++) {
      short = shrinkUsers(expansion, year, runs, (place) => place < expansion.goodPlaces);
    }
  }
}

function shrinkUsers(
  { activities, resources }: Expansion,
  year: readonly number[],
  runs: Float64Array,
  counts: (place: number) => boolean,
): boolean {
  const available = resources.slice();
  const wanted = new Float64Array(resources.length);
  // Later years build nothing for this one, so activities up to its last decide.
  for (let a = 0; a <= year.at(-1)!; a++) {
    const { inputs, outputs } = activities[a];
    for (const { place, amount } of outputs) available[place] += amount * runs[a];
    for (const { place, amount } of inputs) {
      if (outputs.some((output) => output.place === place)) available[place] -= amount * runs[a];
      else wanted[place] += amount * runs[a];
    }
  }
  let short = false;
  for (const a of year) {
    const { inputs, outputs } = activities[a];
    let share = 1;
    for (const { place } of inputs) {
      if (!counts(place) || outputs.some((output) => output.place === place)) continue;
      const most = available[place] * (1 + slack);
      if (wanted[place] > most) share = Math.min(share, Math.max(0, available[place]) / wanted[place]);
    }
    if (share === 1) continue;
    short = true;
    runs[a] *= share;
  }
  return short;
}
