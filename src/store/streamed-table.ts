import { ParquetFile, type ParquetColumn } from "./parquet-file.ts";
import { WholeFile } from "./whole-file.ts";

/** Kinds of table files. */
export const tableFormats = ["parquet", "csv", "json"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A table written part by part; it stands in its place only once it is whole. */
export interface TableFile {
  /** Appends rows, given by column in the order of the columns; NaN is no value. Throws `WriteFailure`. */
  readonly append: (columns: readonly TableData[]) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export type TableData = readonly (number | string)[] | Float64Array | Int32Array;

/**
 * Opens a table file: Parquet, CSV (commas, decimal points, first line with names) or JSON (one array of records, one a
 * line). Throws `WriteFailure`.
 *
 * @param about key-value metadata; only Parquet carries it
 */
export async function openTable(
  path: string,
  format: TableFormat,
  columns: readonly ParquetColumn[],
  about: Readonly<Record<string, string>>,
): Promise<TableFile> {
  if (format === "parquet") {
    const file = await ParquetFile.open(path, columns, about);
    return {
      append: (data) => file.append(data),
      close: () => file.close(),
      discard: () => file.discard(),
    };
  }
  const file = await WholeFile.open(path);
  const names = columns.map(({ name }) => name);
  if (format === "csv") await file.write(`${names.map(csvCell).join(",")}\n`);
  let separator = "[\n";
  return {
    append: async (data) => {
      const rows = Array.from({ length: data[0]?.length ?? 0 }, (_, row) =>
        data.map((column) => column[row]),
      );
      if (rows.length === 0) return;
      if (format === "csv") {
        await file.write(rows.map((row) => `${row.map(csvCell).join(",")}\n`).join(""));
        return;
      }
      const records = rows.map((row) =>
        JSON.stringify(Object.fromEntries(names.map((name, place) => [name, known(row[place])]))),
      );
      await file.write(separator + records.join(",\n"));
      separator = ",\n";
    },
    close: async () => {
      if (format === "json") await file.write(separator === "[\n" ? "[]\n" : "\n]\n");
      await file.commit();
    },
    discard: () => file.discard(),
  };
}

function known(value: number | string): number | string | null {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

function csvCell(value: number | string): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
