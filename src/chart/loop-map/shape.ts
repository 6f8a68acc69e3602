/** How a loop map is laid out: lengths in pixels of the drawing. */
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

/** No ribbon is drawn thinner; an amount below it is drawn wider than it is. */
export const thinnest = 1.5;
/** Between two ribbons that run back. */
export const between = 4;
