/** A cell of a table; NaN is no value. */
export type TableCell = string | number;

/** A column: its name, whether it holds text or numbers, and the unit of the numbers (empty if they have none). */
export interface TableColumn {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE";
  readonly unit: string;
}

/** Rows under named columns, ready to be written in any format. */
export interface Table {
  readonly columns: readonly TableColumn[];
  /** Each row has a cell for each column. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** A column of text. */
export function textColumn(name: string): TableColumn {
  return { name, type: "STRING", unit: "" };
}

/** A column of numbers in a unit. */
export function numberColumn(name: string, unit = ""): TableColumn {
  return { name, type: "DOUBLE", unit };
}
