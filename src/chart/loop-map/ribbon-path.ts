import type { PlacedRibbon } from "./place.ts";

/** Writes coordinates along and across the money as x and y, or as y and x in an upright drawing. */
export class Pen {
  readonly #upright: boolean;
  #path = "";

  constructor(upright: boolean) {
    this.#upright = upright;
  }

  get path(): string {
    return this.#path;
  }

  point(along: number, across: number): string {
    const [x, y] = this.#upright ? [across, along] : [along, across];
    return `${short(x)} ${short(y)}`;
  }

  move(along: number, across: number): void {
    this.#path += `M${this.point(along, across)}`;
  }

  line(along: number, across: number): void {
    this.#path += `L${this.point(along, across)}`;
  }

  curve(c1: readonly [number, number], c2: readonly [number, number], end: readonly [number, number]): void {
    this.#path += `C${this.point(...c1)} ${this.point(...c2)} ${this.point(...end)}`;
  }

  /** A quarter circle; `clockwise` as seen in the drawing that runs left to right. */
  arc(radius: number, clockwise: boolean, along: number, across: number): void {
    const r = short(Math.max(0, radius));
    this.#path += `A${r} ${r} 0 0 ${clockwise === this.#upright ? 0 : 1} ${this.point(along, across)}`;
  }

  close(): void {
    this.#path += "Z";
  }
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The part of a ribbon between two offsets from its middle, as a closed outline. */
export function bandPath(placed: PlacedRibbon, low: number, high: number, upright: boolean): string {
  const pen = new Pen(upright);
  if (placed.back) {
    returnEdge(pen, placed, low, true);
    returnEdge(pen, placed, high, false);
  } else {
    forwardEdge(pen, placed, low, true);
    forwardEdge(pen, placed, high, false);
  }
  pen.close();
  return pen.path;
}

/**
 * One edge of a forward ribbon. Parallel curves of an S are made by moving the control points by
 * `4/3 · offset · tan(θ/2)`, θ the slope in the middle: there the edges then lie exactly `offset` from the middle line.
 */
function forwardEdge(pen: Pen, { points }: PlacedRibbon, offset: number, there: boolean): void {
  const way = there ? points : [...points].reverse();
  way.forEach(({ along, across }, index) => {
    if (index === 0) {
      if (there) pen.move(along, across + offset);
      else pen.line(along, across + offset);
      return;
    }
    const before = way[index - 1];
    const [length, rise] = [along - before.along, across - before.across];
    if (Math.abs(rise) < 0.5) {
      pen.line(along, across + offset);
      return;
    }
    const slope = (2 * rise) / length;
    const shift = ((4 / 3) * offset * (Math.sqrt(1 + slope * slope) - 1)) / slope;
    const half = (along + before.along) / 2 - shift;
    pen.curve([half, before.across + offset], [half, across + offset], [along, across + offset]);
  });
}

/** One edge of a ribbon that runs back: out, down into the channel, along it, up and in again. */
function returnEdge(pen: Pen, { points, back, width }: PlacedRibbon, offset: number, there: boolean): void {
  if (!back) return;
  const [start, end] = [points[0], points.at(-1)!];
  const { turnOut, turnIn, lane, radius } = back;
  const r = Math.max(radius, width / 2) - offset;
  const [right, left] = [turnOut - offset, turnIn + offset];
  const [outer, inner] = [start.across + offset, end.across + offset];
  const bottom = lane - offset;
  if (there) {
    pen.move(start.along, outer);
    pen.line(right - r, outer);
    pen.arc(r, true, right, outer + r);
    pen.line(right, bottom - r);
    pen.arc(r, true, right - r, bottom);
    pen.line(left + r, bottom);
    pen.arc(r, true, left, bottom - r);
    pen.line(left, inner + r);
    pen.arc(r, true, left + r, inner);
    pen.line(end.along, inner);
  } else {
    pen.line(end.along, inner);
    pen.line(left + r, inner);
    pen.arc(r, false, left, inner + r);
    pen.line(left, bottom - r);
    pen.arc(r, false, left + r, bottom);
    pen.line(right - r, bottom);
    pen.arc(r, false, right, bottom - r);
    pen.line(right, outer + r);
    pen.arc(r, false, right - r, outer);
    pen.line(start.along, outer);
  }
}
