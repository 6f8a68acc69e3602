import type { Along } from "./along.ts";
import type { MapRibbon } from "./series.ts";
import { between } from "./shape.ts";

/** Where a ribbon that runs back leaves its column, arrives at the other and crosses to it; all in the middle. */
export interface Turn {
  readonly turnOut: number;
  readonly turnIn: number;
  readonly lane: number;
  readonly radius: number;
}

/** Ribbons that run back, innermost lane first: short ways inside long ones, low bars inside high ones. */
export function orderLanes(
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
export function placeReturns(
  lanes: readonly MapRibbon[],
  given: {
    readonly along: Along;
    readonly width: (amount: number) => number;
    readonly channel: number;
    readonly bar: number;
  },
): { readonly depth: number; readonly turns: ReadonlyMap<string, Turn> } {
  const { along, width, bar } = given;
  const turns = new Map<string, Turn>();
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
