import type { Columns } from "./columns.ts";
import type { MapRibbon } from "./series.ts";
import { between, type LoopMapShape } from "./shape.ts";

export interface Along {
  readonly total: number;
  readonly of: (id: string) => number;
  readonly ofColumn: (column: number) => number;
  /** Room for an open end after a column, so that it does not meet those of the next. */
  readonly stub: (column: number) => number;
}

/** Columns along the drawing; beside a column there is room for the ribbons that turn there. */
export function alongOf(
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
