import { readPeriod } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import { Cells } from "./cells.ts";
import { readTable } from "./table.ts";

/**
 * Reads a dated series from two columns of a CSV table. Empty values are left out; days have to rise. A month
 * or year counts on its last day.
 */
export function readSeries(
  file: string,
  text: string,
  columns: { readonly date: string; readonly value: string },
): { readonly days: Float64Array; readonly values: Float64Array; readonly problems: readonly Problem[] } {
  const names = text
    .slice(0, Math.max(0, text.search(/\r?\n|$/)))
    .replace("\ufeff", "")
    .split(",");
  const others = names
    .map((name) => name.trim())
    .filter((name) => name !== columns.date && name !== columns.value);
  const table = readTable(file, text, { required: [columns.date, columns.value], optional: others });
  const problems: Problem[] = [...table.problems];
  const days: number[] = [];
  const values: number[] = [];
  for (const row of table.rows) {
    const cells = new Cells(row, problems);
    const day = readPeriod(cells.needed(columns.date))?.end;
    const value = cells.number(columns.value);
    if (day === undefined)
      cells.wrong(columns.date, "bad-date", { column: columns.date, value: cells.text(columns.date) });
    else if (value !== undefined) {
      if (days.length > 0 && day <= days.at(-1)!) {
        cells.wrong(columns.date, "series-order", { value: cells.text(columns.date) });
      }
      days.push(day);
      values.push(value);
    }
  }
  return { days: Float64Array.from(days), values: Float64Array.from(values), problems };
}
