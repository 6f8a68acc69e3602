import { log } from "../../core/exact-math.ts";
import { anything, atLeast, type Draft, exactly, yearsOf } from "./draft.ts";
import { levelAt } from "./goals.ts";
import type { Rule } from "./label.ts";

/**
 * What people want: consumption z of each need with `z ≥ φ · target` in every year. Each need has its own
 * fulfilment φ, so that a common one can be raised for all, then for those that can rise further, then fixed while
 * the hours fall. Floors are rights: they hold whatever φ is.
 */
export function writeWishes(draft: Draft): void {
  const { builder, planning, goals, columns, rows, units } = draft;
  const targets = targetAmounts(draft);
  planning.needs.forEach((_, need) => {
    columns.fulfilment.push(builder.column({ kind: "fulfilment", year: 0, need }, atLeast(0)));
  });
  columns.common = builder.column({ kind: "common", year: 0 }, atLeast(0));
  planning.needs.forEach((_, need) => {
    rows.common.push(
      builder.row({ kind: "common", year: 0, need }, anything, [
        [columns.fulfilment[need], 1],
        [columns.common, -1],
      ]),
    );
  });
  for (const year of yearsOf(draft)) {
    const consumption = Int32Array.from(planning.needs, ({ basket }, need) => {
      const column = builder.column({ kind: "consumption", year, need }, atLeast(0));
      for (const { product, amount } of basket) builder.entry(rows.use[year - 1][product], column, amount);
      return column;
    });
    columns.consumption.push(consumption);
  }
  planning.needs.forEach(({ base }, need) => {
    const relax = builder.column({ kind: "relaxation", year: 0, need }, exactly(0));
    const target: Rule = {
      kind: "target",
      need,
      column: relax,
      rows: yearsOf(draft).map((year) =>
        builder.row({ kind: "target", year, need }, atLeast(0), [
          [columns.consumption[year - 1][need], 1],
          [columns.fulfilment[need], -targets[need][year - 1]],
          [relax, targets[need][year - 1]],
        ]),
      ),
    };
    draft.rules.push(target);
    const { floor } = goals.targets[need];
    if (floor === 0) return;
    const lift = builder.column({ kind: "relaxation", year: 0, need }, exactly(0));
    draft.rules.push({
      kind: "floor",
      need,
      column: lift,
      rows: yearsOf(draft).map((year) => {
        const amount = (base / units.money) * draft.population[year] * floor;
        return builder.row({ kind: "floor", year, need }, atLeast(amount), [
          [columns.consumption[year - 1][need], 1],
          [lift, amount],
        ]);
      }),
    });
  });
  if (goals.objective === "harmony") writeHarmony(draft, targets);
}

/** By need and year: consumption wanted, in units of money. */
export function targetAmounts({
  planning,
  goals,
  units,
  population,
  horizon,
}: Omit<Draft, "builder">): readonly Float64Array[] {
  return planning.needs.map(({ base }, need) => {
    let grown = 1;
    return Float64Array.from({ length: horizon }, (_, i) => {
      if (i < goals.years) grown *= 1 + goals.targetGrowth;
      return (base / units.money) * population[i + 1] * grown * levelAt(goals.targets[need], i + 1);
    });
  });
}

/** Ends of the pieces of the harmony curve, as consumption against target. */
const harmonyEnds = [0, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.35, 1.5, 2, 3] as const;

/**
 * Cockshott's harmony of a need, concave, so that what is missing counts more than what is over: with
 * `s = z/target − 1`, `h = ln(1 + s)` for `s ≥ 0` and `s − s²/2` below (Cockshott & Cottrell 1993; wc22m/5yearplan).
 *
 * @example
 * import { harmony } from "kreislauf/plan";
 * harmony(1); // → 0
 * harmony(0); // → -1.5
 */
export function harmony(ratio: number): number {
  const s = ratio - 1;
  return s >= 0 ? log(1 + s) : s - (s * s) / 2;
}

function writeHarmony(draft: Draft, targets: readonly Float64Array[]): void {
  const { builder, columns, planning } = draft;
  for (const year of yearsOf(draft)) {
    const byNeed = planning.needs.map((_, need) => {
      const row = builder.row({ kind: "pieces", year, need }, exactly(0), [
        [columns.consumption[year - 1][need], -1],
      ]);
      return harmonyEnds.slice(1).map((end, piece) => {
        const width = (end - harmonyEnds[piece]) * targets[need][year - 1];
        const column = builder.column({ kind: "piece", year, need }, { lower: 0, upper: width });
        builder.entry(row, column, 1);
        return column;
      });
    });
    columns.pieces.push(byNeed);
  }
}

/** What a unit of money on each piece of a need's curve adds to harmony. */
export function harmonySlopes(target: number): readonly number[] {
  return harmonyEnds.slice(1).map((end, piece) => {
    const start = harmonyEnds[piece];
    return (harmony(end) - harmony(start)) / ((end - start) * target);
  });
}
