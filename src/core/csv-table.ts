import type { Table, TableCell } from "./table.ts";

/**
 * A table as CSV (RFC 4180): commas, decimal points, units in the head, no value as an empty cell. Text that a
 * spreadsheet would take for a formula is kept text by an apostrophe. Notes are rows of one cell below all others.
 *
 * @example
 * import { numberColumn, textColumn, writeCsv } from "kreislauf/core";
 * const columns = [textColumn("date"), numberColumn("wages", "USD")];
 * writeCsv({ columns, rows: [["2026Q1", 1.5]] }); // → "date,wages (USD)\r\n2026Q1,1.5\r\n"
 */
export function writeCsv({ columns, rows }: Table, notes: readonly string[] = []): string {
  const head = columns.map(({ name, unit }) => (unit === "" ? name : `${name} (${unit})`));
  return [head, ...rows, ...notes.map((note) => [note])]
    .map((row) => `${row.map(csvCell).join(",")}\r\n`)
    .join("");
}

function csvCell(value: TableCell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
