import { arrangeColumns, type Columns, type Slot } from "./columns.ts";
import { textWidth } from "../words.ts";
import type { LoopMapSeries, MapActor, MapRibbon, OpenEnd } from "./series.ts";

/**
 * Geometry of a placed loop map. `along` runs with the money (left to right, or down on a narrow page), `across`
 * at right angles to it. Lengths in pixels of the drawing.
 */
export interface PlacedActor {
  readonly actor: MapActor;
  readonly along: number;
  readonly across: number;
  readonly length: number;
  /** Room for open ends before and after the bar, along. */
  readonly stubs: { readonly in: number; readonly out: number };
  readonly sources: readonly PlacedEnd[];
  readonly sinks: readonly PlacedEnd[];
}

export interface PlacedEnd {
  readonly end: OpenEnd;
  /** Middle of the end at the bar. */
  readonly across: number;
  readonly width: number;
  /** True if the end is drawn narrower than its amount, so that money from outside does not dwarf the loops. */
  readonly cut: boolean;
}

export interface PlacedRibbon {
  readonly ribbon: MapRibbon;
  readonly width: number;
  /** Middle of the ribbon at each bar or passage, in order. Forward ribbons only. */
  readonly points: readonly { readonly along: number; readonly across: number }[];
  /** For ribbons that run back: where they leave, arrive and turn. */
  readonly back:
    | { readonly turnOut: number; readonly turnIn: number; readonly lane: number; readonly radius: number }
    | undefined;
}

export interface PlacedLoopMap {
  readonly series: LoopMapSeries;
  readonly shape: LoopMapShape;
  readonly length: number;
  readonly breadth: number;
  readonly pixelsPerUnit: number;
  readonly actors: readonly PlacedActor[];
  readonly ribbons: readonly PlacedRibbon[];
  /** Where the channel of the ribbons that run back begins, across. */
  readonly channel: number;
}

export interface LoopMapShape {
  readonly upright: boolean;
  /** Length of the drawing along the money; breadth that the forward part may take. */
  readonly length: number;
  readonly breadth: number;
  /** Thickness of an actor's bar, along. */
  readonly bar: number;
  /** Room before each bar, across, for its label. */
  readonly label: number;
  readonly gap: number;
  /** Length of an open end, and the greatest width it is drawn with. */
  readonly stub: number;
  readonly widestEnd: number;
  readonly mostActors: number;
}

/** Two shapes of one drawing: for wide pages, and for telephones. */
export const loopMapShapes: Readonly<Record<"wide" | "narrow", LoopMapShape>> = {
  wide: {
    upright: false,
    length: 1120,
    breadth: 440,
    bar: 14,
    label: 34,
    gap: 10,
    stub: 122,
    widestEnd: 30,
    mostActors: 6,
  },
  narrow: {
    upright: true,
    length: 640,
    breadth: 300,
    bar: 22,
    label: 0,
    gap: 8,
    stub: 30,
    widestEnd: 34,
    mostActors: 3,
  },
};

const thinnest = 1.5;
const between = 4;

/** Places a loop map: bars in columns, forward ribbons between them, returning ones round through one channel. */
export function placeLoopMap(unordered: LoopMapSeries, shape: LoopMapShape): PlacedLoopMap {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const series = {
    ...unordered,
    actors: [...unordered.actors].sort(byId),
    ribbons: [...unordered.ribbons].sort(byId),
  };
  const columns = arrangeColumns(series, shape);
  const loads = loadsOf(series);
  const scale = fittingScale(columns, loads, shape);
  const width = (amount: number): number => Math.max(thinnest, amount * scale);
  const ribbons = new Map(series.ribbons.map((ribbon) => [ribbon.id, ribbon]));
  const turning = series.ribbons.filter(({ id }) => columns.returning.has(id));
  const along = alongOf(columns, turning, width, shape);
  const across = relax(columns, scale, loads, shape);
  const lanes = orderLanes(turning, along, across);

  const actors = new Map(series.actors.map((actor) => [actor.id, actor]));
  const top = (id: string): number => across.get(id)!;
  const ports = new Map<string, { out: number; into: number }>();
  const placed: PlacedActor[] = series.actors.map((actor) => {
    const length = barLength(loads.get(actor.id), scale, shape);
    const out = series.ribbons.filter(({ from }) => from === actor.id);
    const into = series.ribbons.filter(({ to }) => to === actor.id);
    // What runs back leaves and arrives on the channel's side, the innermost lane nearest to it.
    const far = (ribbon: MapRibbon, end: "from" | "to"): number =>
      columns.returning.has(ribbon.id) ? 1e9 - lanes.indexOf(ribbon) : top(neighbour(columns, ribbon, end));
    const order = (end: "from" | "to") => (a: MapRibbon, b: MapRibbon) => {
      const [first, second] = [far(a, end), far(b, end)];
      return first === second ? b.amount - a.amount || (a.id < b.id ? -1 : 1) : first - second;
    };
    let cursor = top(actor.id);
    const stack = (ends: readonly OpenEnd[]): readonly PlacedEnd[] =>
      ends.map((end) => {
        const size = endWidth(end.amount, scale, shape);
        cursor += size;
        return { end, across: cursor - size / 2, width: size, cut: size < end.amount * scale };
      });
    const port = (ribbon: MapRibbon, side: "out" | "into"): void => {
      const size = width(ribbon.amount);
      const known = ports.get(ribbon.id) ?? { out: 0, into: 0 };
      ports.set(ribbon.id, { ...known, [side]: cursor + size / 2 });
      cursor += size;
    };
    const sources = stack(actor.sources);
    for (const ribbon of into.sort(order("from"))) port(ribbon, "into");
    cursor = top(actor.id);
    const sinks = stack(actor.sinks);
    for (const ribbon of out.sort(order("to"))) port(ribbon, "out");
    const column = columns.columnOf.get(actor.id)!;
    const stubs = { in: along.stub(column - 1), out: along.stub(column) };
    return { actor, along: along.of(actor.id), across: top(actor.id), length, stubs, sources, sinks };
  });

  const floor = Math.max(0, ...placed.map(({ across, length }) => across + length));
  const channel = floor + 26;
  const back = placeReturns(lanes, { along, width, channel, bar: shape.bar });
  const depth = back.depth;
  return {
    series,
    shape,
    length: along.total,
    breadth: turning.length > 0 ? channel + depth + 6 : floor + 12,
    pixelsPerUnit: scale,
    actors: placed,
    channel,
    ribbons: [...ribbons.values()].map((ribbon) => {
      const { out, into } = ports.get(ribbon.id)!;
      const start = { along: along.of(ribbon.from) + shape.bar, across: out };
      const end = { along: along.of(ribbon.to), across: into };
      const passages = columns.stretches
        .filter((stretch) => stretch.ribbon === ribbon.id && !actors.has(stretch.to))
        .flatMap(({ to }) => {
          const middle = top(to) + (ribbon.amount * scale) / 2;
          const place = along.ofColumn(Number(to.slice(to.lastIndexOf("@") + 1)));
          return [
            { along: place, across: middle },
            { along: place + shape.bar, across: middle },
          ];
        });
      return {
        ribbon,
        width: width(ribbon.amount),
        points: [start, ...passages, end],
        back: back.turns.get(ribbon.id),
      };
    }),
  };
}

/** Amounts that arrive at and leave an actor's bar: ribbons, and open ends. */
interface Load {
  readonly sides: readonly { readonly ribbons: readonly number[]; readonly ends: readonly number[] }[];
}

function loadsOf(series: LoopMapSeries): ReadonlyMap<string, Load> {
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

function endWidth(amount: number, scale: number, shape: LoopMapShape): number {
  return Math.min(amount * scale, shape.widestEnd);
}

function barLength(load: Load | undefined, scale: number, shape: LoopMapShape): number {
  const sides = (load?.sides ?? []).map(
    ({ ribbons, ends }) =>
      ribbons.reduce((sum, amount) => sum + Math.max(thinnest, amount * scale), 0) +
      ends.reduce((sum, amount) => sum + endWidth(amount, scale, shape), 0),
  );
  return Math.max(4, ...sides);
}

/** The slot beside an actor on a ribbon's way: its other end, or a passage. */
function neighbour(columns: Columns, ribbon: MapRibbon, end: "from" | "to"): string {
  const own = end === "to" ? ribbon.from : ribbon.to;
  const stretch = columns.stretches.find(
    (candidate) =>
      candidate.ribbon === ribbon.id && (end === "to" ? candidate.from === own : candidate.to === own),
  )!;
  return end === "to" ? stretch.to : stretch.from;
}

function slotSize(slot: Slot, scale: number, loads: ReadonlyMap<string, Load>, shape: LoopMapShape): number {
  if (!slot.actor) return slot.amount * scale + 2;
  const least = shape.upright ? textWidth(slot.name, 14) + 6 : 0;
  return Math.max(least, barLength(loads.get(slot.id), scale, shape)) + shape.label;
}

/** Pixels a unit, so that the fullest column just fits the breadth. */
function fittingScale(columns: Columns, loads: ReadonlyMap<string, Load>, shape: LoopMapShape): number {
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

interface Along {
  readonly total: number;
  readonly of: (id: string) => number;
  readonly ofColumn: (column: number) => number;
  /** Room for an open end after a column, so that it does not meet those of the next. */
  readonly stub: (column: number) => number;
}

/** Columns along the drawing; beside a column there is room for the ribbons that turn there. */
function alongOf(
  columns: Columns,
  turning: readonly MapRibbon[],
  width: (amount: number) => number,
  shape: LoopMapShape,
): Along {
  const count = columns.columns.length;
  const room = (column: number, end: "from" | "to"): number => {
    const here = turning.filter((ribbon) => columns.columnOf.get(ribbon[end]) === column);
    return here.reduce((sum, { amount }) => sum + width(amount) + between, here.length > 0 ? 8 : 0);
  };
  const into = Array.from({ length: count }, (_, column) => room(column, "to"));
  const out = Array.from({ length: count }, (_, column) => room(column, "from"));
  const margin = shape.stub;
  const first = Math.max(margin, (into[0] ?? 0) + 8);
  const last = Math.max(margin, (out[count - 1] ?? 0) + 8);
  const corridors = into.slice(1).reduce((a, b) => a + b, 0) + out.slice(0, -1).reduce((a, b) => a + b, 0);
  const free = Math.max(0, shape.length - first - last - corridors - count * shape.bar);
  const step = count > 1 ? free / (count - 1) : 0;
  const at: number[] = [];
  let cursor = first;
  for (let column = 0; column < count; column++) {
    at.push(cursor);
    cursor += shape.bar + out[column] + step + (into[column + 1] ?? 0);
  }
  return {
    total: shape.length,
    of: (id) => at[columns.columnOf.get(id)!],
    ofColumn: (column) => at[column],
    stub: (column) =>
      column < 0 || column === count - 1
        ? shape.stub
        : Math.min(shape.stub, 0.46 * (at[column + 1] - at[column] - shape.bar)),
  };
}

/**
 * Start of each bar or passage, across: columns are stacked in order and pulled towards their neighbours, like
 * d3-sankey; the order never changes.
 */
function relax(
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

/** Ribbons that run back, innermost lane first: short ways inside long ones, low bars inside high ones. */
function orderLanes(
  turning: readonly MapRibbon[],
  along: Along,
  across: ReadonlyMap<string, number>,
): readonly MapRibbon[] {
  const reach = ({ from, to }: MapRibbon): number => along.of(from) - along.of(to);
  const height = ({ from, to }: MapRibbon): number => across.get(from)! + across.get(to)!;
  return [...turning].sort(
    (a, b) =>
      reach(a) - reach(b) ||
      height(b) - height(a) ||
      pairOf(a).localeCompare(pairOf(b), "en") ||
      a.amount - b.amount ||
      (a.id < b.id ? -1 : 1),
  );
}

function pairOf({ from, to }: MapRibbon): string {
  return `${from} ${to}`;
}

/** Where each ribbon that runs back turns; lanes in the channel and turns beside a bar keep the same order. */
function placeReturns(
  lanes: readonly MapRibbon[],
  given: {
    readonly along: Along;
    readonly width: (amount: number) => number;
    readonly channel: number;
    readonly bar: number;
  },
): { readonly depth: number; readonly turns: ReadonlyMap<string, NonNullable<PlacedRibbon["back"]>> } {
  const { along, width, bar } = given;
  const turns = new Map<string, NonNullable<PlacedRibbon["back"]>>();
  const used = new Map<string, { end: number; pair: string }>();
  for (const ribbon of lanes) {
    const { id, from, to, amount } = ribbon;
    const size = width(amount);
    const pair = pairOf(ribbon);
    // Ribbons of one pair run as one band.
    const take = (place: string, size: number, start: number): number => {
      const before = used.get(place);
      const at = before ? before.end + (before.pair === pair ? 0 : between) : start;
      used.set(place, { end: at + size, pair });
      return at + size / 2;
    };
    turns.set(id, {
      turnOut: along.of(from) + bar + take(`out ${along.of(from)}`, size, 8),
      turnIn: along.of(to) - take(`into ${along.of(to)}`, size, 8),
      lane: given.channel + take("lane", size, 0),
      radius: size / 2 + 8,
    });
  }
  return { depth: used.get("lane")?.end ?? 0, turns };
}
