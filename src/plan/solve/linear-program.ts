/**
 * A linear program as plain data: minimise `cost·x + offset` over `columnLower ≤ x ≤ columnUpper` with
 * `rowLower ≤ A x ≤ rowUpper`. A lies by columns: entries `start[j] … start[j+1]` of `row` and `value` are column j,
 * rows rising, no place twice. A missing bound is ±Infinity.
 */
export interface LinearProgram {
  readonly cost: Float64Array;
  readonly offset: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

/** Lower and upper bound of a row or column. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Collects a linear program row by row; every row and column carries a label that says what it means, so that an
 * answer of the solver can be put into words.
 *
 * @example
 * import { ProgramBuilder } from "kreislauf/plan";
 * const builder = new ProgramBuilder();
 * const bread = builder.column("bread", { lower: 0, upper: 5 }, 2);
 * builder.row("hunger", { lower: 3, upper: Infinity }, [[bread, 1]]);
 * builder.build().rowLower; // → [3]
 */
export class ProgramBuilder<Label> {
  readonly columnLabels: Label[] = [];
  readonly rowLabels: Label[] = [];
  private readonly columns: number[] = [];
  private readonly rows: number[] = [];
  private rowOf = new Int32Array(1024);
  private columnOf = new Int32Array(1024);
  private values = new Float64Array(1024);
  private filled = 0;

  /** Adds a column and returns its number. */
  column(label: Label, { lower, upper }: Bounds, cost = 0): number {
    this.columns.push(cost, lower, upper);
    return this.columnLabels.push(label) - 1;
  }

  /** Adds a row with its first entries and returns its number. */
  row(
    label: Label,
    { lower, upper }: Bounds,
    entries: Iterable<readonly [column: number, value: number]> = [],
  ): number {
    this.rows.push(lower, upper);
    const row = this.rowLabels.push(label) - 1;
    for (const [column, value] of entries) this.entry(row, column, value);
    return row;
  }

  /** Adds a coefficient; a place named twice holds the sum. */
  entry(row: number, column: number, value: number): void {
    if (value === 0) return;
    if (this.filled === this.values.length) this.grow();
    this.rowOf[this.filled] = row;
    this.columnOf[this.filled] = column;
    this.values[this.filled++] = value;
  }

  build(offset = 0): LinearProgram {
    const width = this.columnLabels.length;
    const height = this.rowLabels.length;
    const matrix = sortByColumn(
      width,
      height,
      this.rowOf.subarray(0, this.filled),
      this.columnOf.subarray(0, this.filled),
      this.values,
    );
    return {
      cost: every(this.columns, 3, 0),
      offset,
      columnLower: every(this.columns, 3, 1),
      columnUpper: every(this.columns, 3, 2),
      rowLower: every(this.rows, 2, 0),
      rowUpper: every(this.rows, 2, 1),
      ...matrix,
    };
  }

  private grow(): void {
    const size = this.filled * 2;
    const larger = {
      rowOf: new Int32Array(size),
      columnOf: new Int32Array(size),
      values: new Float64Array(size),
    };
    larger.rowOf.set(this.rowOf);
    larger.columnOf.set(this.columnOf);
    larger.values.set(this.values);
    Object.assign(this, larger);
  }
}

function every(list: readonly number[], step: number, first: number): Float64Array {
  const out = new Float64Array(list.length / step);
  for (let i = 0; i < out.length; i++) out[i] = list[i * step + first];
  return out;
}

/** Sorts entries by column, then row, and adds those at the same place. */
export function sortByColumn(
  width: number,
  height: number,
  rowOf: Int32Array,
  columnOf: Int32Array,
  values: ArrayLike<number>,
): Pick<LinearProgram, "start" | "row" | "value"> {
  const byRow = sortedOrder(height, rowOf);
  const byColumn = sortedOrder(
    width,
    byRow.map((entry) => columnOf[entry]),
  );
  const start = new Int32Array(width + 1);
  const row = new Int32Array(rowOf.length);
  const value = new Float64Array(rowOf.length);
  let filled = 0;
  let column = 0;
  for (const place of byColumn) {
    const entry = byRow[place];
    while (column < columnOf[entry]) start[++column] = filled;
    if (filled > start[column] && row[filled - 1] === rowOf[entry]) value[filled - 1] += values[entry];
    else {
      row[filled] = rowOf[entry];
      value[filled++] = values[entry];
    }
  }
  while (column < width) start[++column] = filled;
  return { start, row: row.slice(0, filled), value: value.slice(0, filled) };
}

function sortedOrder(size: number, keys: ArrayLike<number>): Int32Array {
  const next = new Int32Array(size + 1);
  for (let k = 0; k < keys.length; k++) next[keys[k] + 1]++;
  for (let i = 0; i < size; i++) next[i + 1] += next[i];
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) order[next[keys[k]]++] = k;
  return order;
}
