import { textWidth } from "../words.ts";
import type { Columns, Slot } from "./columns.ts";
import type { LoopMapSeries } from "./series.ts";
import { type LoopMapShape, thinnest } from "./shape.ts";

/** Amounts that arrive at and leave an actor's bar: ribbons, and open ends. */
export interface Load {
  readonly sides: readonly { readonly ribbons: readonly number[]; readonly ends: readonly number[] }[];
}

export function loadsOf(series: LoopMapSeries): ReadonlyMap<string, Load> {
  const amounts = (items: readonly { readonly amount: number }[]): readonly number[] =>
    items.map(({ amount }) => amount);
  return new Map(
    series.actors.map(({ id, sources, sinks }) => [
      id,
      {
        sides: [
          { ribbons: amounts(series.ribbons.filter(({ to }) => to === id)), ends: amounts(sources) },
          { ribbons: amounts(series.ribbons.filter(({ from }) => from === id)), ends: amounts(sinks) },
        ],
      },
    ]),
  );
}

export function endWidth(amount: number, scale: number, shape: LoopMapShape): number {
  return Math.min(amount * scale, shape.widestEnd);
}

export function barLength(load: Load | undefined, scale: number, shape: LoopMapShape): number {
  const sides = (load?.sides ?? []).map(
    ({ ribbons, ends }) =>
      ribbons.reduce((sum, amount) => sum + Math.max(thinnest, amount * scale), 0) +
      ends.reduce((sum, amount) => sum + endWidth(amount, scale, shape), 0),
  );
  return Math.max(4, ...sides);
}

function slotSize(slot: Slot, scale: number, loads: ReadonlyMap<string, Load>, shape: LoopMapShape): number {
  if (!slot.actor) return slot.amount * scale + 2;
  // Name and amounts of an upright map stand beside the start of the bar.
  const least = shape.upright ? Math.max(textWidth(slot.name, 14) + 6, textWidth("000 Mrd. $", 11.5)) : 0;
  return Math.max(least, barLength(loads.get(slot.id), scale, shape)) + shape.label;
}

/** Pixels a unit, so that the fullest column just fits the breadth. */
export function fittingScale(
  columns: Columns,
  loads: ReadonlyMap<string, Load>,
  shape: LoopMapShape,
): number {
  // One pixel a unit is more than any drawing of money needs; 200 halvings reach every smaller scale.
  let low = 0;
  let high = 1;
  const fits = (scale: number): boolean =>
    columns.columns.every(
      (column) =>
        column.reduce((sum, slot) => sum + slotSize(slot, scale, loads, shape) + shape.gap, -shape.gap) <=
        shape.breadth,
    );
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Start of each bar or passage, across: columns are stacked in order and pulled towards their neighbours, like
 * d3-sankey; the order never changes.
 */
export function relax(
  columns: Columns,
  scale: number,
  loads: ReadonlyMap<string, Load>,
  shape: LoopMapShape,
): ReadonlyMap<string, number> {
  const size = new Map(columns.columns.flat().map((slot) => [slot.id, slotSize(slot, scale, loads, shape)]));
  const start = new Map<string, number>();
  for (const column of columns.columns) {
    const total = column.reduce((sum, slot) => sum + size.get(slot.id)! + shape.gap, -shape.gap);
    let cursor = (shape.breadth - total) / 2;
    for (const slot of column) {
      start.set(slot.id, cursor);
      cursor += size.get(slot.id)! + shape.gap;
    }
  }
  const middle = (id: string): number => start.get(id)! + size.get(id)! / 2;
  for (let round = 0; round < 24; round++) {
    const strength = 1 - round / 24;
    for (const column of round % 2 === 0 ? columns.columns : [...columns.columns].reverse()) {
      for (const slot of column) {
        const near = columns.stretches.filter(({ from, to }) => from === slot.id || to === slot.id);
        const weight = near.reduce((sum, { amount }) => sum + amount, 0);
        if (weight === 0) continue;
        const pull = near.reduce(
          (sum, { from, to, amount }) => sum + amount * middle(from === slot.id ? to : from),
          0,
        );
        start.set(slot.id, start.get(slot.id)! + strength * 0.6 * (pull / weight - middle(slot.id)));
      }
      separate(
        column.map((slot) => slot.id),
        start,
        size,
        shape,
      );
    }
  }
  for (const slot of columns.columns.flat()) {
    start.set(slot.id, start.get(slot.id)! + (slot.actor ? shape.label : 1));
  }
  return start;
}

/** Pushes the slots of a column apart and back into the drawing. */
function separate(
  ids: readonly string[],
  start: Map<string, number>,
  size: ReadonlyMap<string, number>,
  shape: LoopMapShape,
): void {
  let least = 0;
  for (const id of ids) {
    start.set(id, Math.max(least, start.get(id)!));
    least = start.get(id)! + size.get(id)! + shape.gap;
  }
  let most = shape.breadth;
  for (const id of [...ids].reverse()) {
    start.set(id, Math.min(most - size.get(id)!, start.get(id)!));
    most = start.get(id)! - shape.gap;
  }
}
