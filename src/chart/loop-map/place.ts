import { barLength, endWidth, fittingScale, loadsOf, relax } from "./across.ts";
import { alongOf } from "./along.ts";
import { arrangeColumns, type Columns } from "./columns.ts";
import { orderLanes, placeReturns, type Turn } from "./return-lanes.ts";
import type { LoopMapSeries, MapActor, MapRibbon, OpenEnd } from "./series.ts";
import { type LoopMapShape, thinnest } from "./shape.ts";

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
  readonly back: Turn | undefined;
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

/** The slot beside an actor on a ribbon's way: its other end, or a passage. */
function neighbour(columns: Columns, ribbon: MapRibbon, end: "from" | "to"): string {
  const own = end === "to" ? ribbon.from : ribbon.to;
  const stretch = columns.stretches.find(
    (candidate) =>
      candidate.ribbon === ribbon.id && (end === "to" ? candidate.from === own : candidate.to === own),
  )!;
  return end === "to" ? stretch.to : stretch.from;
}
