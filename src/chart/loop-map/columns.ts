import type { LoopMapSeries } from "./series.ts";

/** A place in a column: an actor, or a ribbon that passes through on its way to a later column. */
export interface Slot {
  readonly id: string;
  readonly actor: boolean;
  readonly name: string;
  readonly amount: number;
}

/** A stretch of a forward ribbon between two neighbouring columns. */
export interface Stretch {
  readonly ribbon: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

export interface Columns {
  readonly columns: readonly (readonly Slot[])[];
  readonly columnOf: ReadonlyMap<string, number>;
  readonly stretches: readonly Stretch[];
  /** Ids of the ribbons that run back. */
  readonly returning: ReadonlySet<string>;
}

/** How often the order inside the columns is improved. */
export const columnDefaults = { sweeps: 12 } as const;

/**
 * Actors in columns along the layers of the circulation dual, so that the money that runs back is least; inside
 * a column in the order with the fewest crossings found (barycentre method, weighted by amount, Sugiyama et al.
 * 1981). `mostActors` splits a column that would be too full.
 */
export function arrangeColumns(
  series: LoopMapSeries,
  options: { readonly mostActors?: number } = {},
): Columns {
  const columnOf = assignColumns(series, options.mostActors ?? Infinity);
  const returning = new Set(
    series.ribbons
      .filter(({ from, to }) => columnOf.get(to)! <= columnOf.get(from)!)
      .map((ribbon) => ribbon.id),
  );
  const count = 1 + Math.max(-1, ...columnOf.values());
  const columns: Slot[][] = Array.from({ length: count }, () => []);
  for (const { id, name, throughflow } of series.actors) {
    columns[columnOf.get(id)!].push({ id, actor: true, name, amount: throughflow });
  }
  const stretches: Stretch[] = [];
  for (const { id, from, to, amount } of series.ribbons) {
    if (returning.has(id)) continue;
    let previous = from;
    for (let column = columnOf.get(from)! + 1; column < columnOf.get(to)!; column++) {
      const passing = `${id}@${column}`;
      columns[column].push({ id: passing, actor: false, name: "", amount });
      stretches.push({ ribbon: id, from: previous, to: passing, amount });
      previous = passing;
    }
    stretches.push({ ribbon: id, from: previous, to, amount });
  }
  return { columns: fewestCrossings(columns, stretches), columnOf, stretches, returning };
}

/**
 * The dual gives the order; each actor then stands as early as the ribbons that run forward allow. Ribbons inside
 * one layer run forward from whoever pays more there.
 */
function assignColumns(series: LoopMapSeries, mostActors: number): ReadonlyMap<string, number> {
  const layerOf = new Map(series.actors.map(({ id, layer }) => [id, layer]));
  const surplus = new Map<string, number>();
  for (const { from, to, amount } of series.ribbons) {
    if (layerOf.get(from) !== layerOf.get(to)) continue;
    surplus.set(from, (surplus.get(from) ?? 0) + amount);
    surplus.set(to, (surplus.get(to) ?? 0) - amount);
  }
  const order = [...series.actors].sort(
    (a, b) =>
      a.layer - b.layer ||
      (surplus.get(b.id) ?? 0) - (surplus.get(a.id) ?? 0) ||
      b.throughflow - a.throughflow ||
      (a.id < b.id ? -1 : 1),
  );
  const columnOf = new Map<string, number>();
  const filled: number[] = [];
  for (const { id } of order) {
    const before = series.ribbons.flatMap(({ from, to }) =>
      to === id && columnOf.has(from) ? [columnOf.get(from)!] : [],
    );
    let column = 1 + Math.max(-1, ...before);
    while ((filled[column] ?? 0) >= mostActors) column++;
    filled[column] = (filled[column] ?? 0) + 1;
    columnOf.set(id, column);
  }
  return pullToPayees(series, order, columnOf, filled, mostActors);
}

/** Who is paid by nobody drawn stands just before whoever it pays first, not far off at the edge. */
function pullToPayees(
  series: LoopMapSeries,
  order: LoopMapSeries["actors"],
  columnOf: Map<string, number>,
  filled: number[],
  mostActors: number,
): ReadonlyMap<string, number> {
  for (const { id } of [...order].reverse()) {
    const column = columnOf.get(id)!;
    const after = series.ribbons.flatMap(({ from, to }) =>
      from === id && columnOf.get(to)! > column ? [columnOf.get(to)!] : [],
    );
    const paid = series.ribbons.some(({ from, to }) => to === id && columnOf.get(from)! < column);
    const target = Math.min(...after) - 1;
    if (paid || after.length === 0 || target <= column || filled[target] >= mostActors) continue;
    filled[column]--;
    filled[target]++;
    columnOf.set(id, target);
  }
  return columnOf;
}

function fewestCrossings(
  start: readonly (readonly Slot[])[],
  stretches: readonly Stretch[],
): readonly (readonly Slot[])[] {
  const before = new Map<string, Stretch[]>();
  const after = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    after.set(stretch.from, [...(after.get(stretch.from) ?? []), stretch]);
    before.set(stretch.to, [...(before.get(stretch.to) ?? []), stretch]);
  }
  let current = start.map((column) =>
    [...column].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1)),
  );
  let best = current;
  let least = crossings(current, stretches);
  for (let sweep = 0; sweep < columnDefaults.sweeps && least > 0; sweep++) {
    const down = sweep % 2 === 0;
    current = current.map((column) => [...column]);
    for (let step = 0; step < current.length; step++) {
      const column = down ? step : current.length - 1 - step;
      const place = places(current);
      const pull = (slot: Slot): number => {
        const near = (down ? before : after).get(slot.id) ?? [];
        const weight = near.reduce((sum, { amount }) => sum + amount, 0);
        if (weight === 0) return place.get(slot.id)!;
        const end = down ? "from" : "to";
        return near.reduce((sum, stretch) => sum + stretch.amount * place.get(stretch[end])!, 0) / weight;
      };
      const pulled = new Map(current[column].map((slot) => [slot.id, pull(slot)]));
      current[column].sort((a, b) => pulled.get(a.id)! - pulled.get(b.id)! || (a.id < b.id ? -1 : 1));
    }
    const count = crossings(current, stretches);
    if (count < least) [best, least] = [current, count];
  }
  return best;
}

/** Relative height (0 to 1) of each slot in its column. */
function places(columns: readonly (readonly Slot[])[]): ReadonlyMap<string, number> {
  return new Map(
    columns.flatMap((column) =>
      column.map((slot, index) => [slot.id, (index + 0.5) / column.length] as const),
    ),
  );
}

/** Crossings of stretches, each weighed by the smaller of the two amounts. */
function crossings(columns: readonly (readonly Slot[])[], stretches: readonly Stretch[]): number {
  const rank = new Map(
    columns.flatMap((column, c) => column.map((slot, index) => [slot.id, { c, index }] as const)),
  );
  let sum = 0;
  for (let i = 0; i < stretches.length; i++) {
    for (let j = i + 1; j < stretches.length; j++) {
      const [a, b] = [stretches[i], stretches[j]];
      const [aFrom, aTo] = [rank.get(a.from)!, rank.get(a.to)!];
      const [bFrom, bTo] = [rank.get(b.from)!, rank.get(b.to)!];
      if (aFrom.c === bFrom.c && (aFrom.index - bFrom.index) * (aTo.index - bTo.index) < 0) {
        sum += Math.min(a.amount, b.amount);
      }
    }
  }
  return sum;
}
