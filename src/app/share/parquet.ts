import { parquetWriteBuffer } from "hyparquet-writer";
import { parquetSchema, withNulls } from "../../core/parquet-schema.ts";
import type { Table } from "../../core/table.ts";

/** A table as a Parquet file; units of the columns and what it is about stand in its key-value metadata. */
export function writeParquet({ columns, rows }: Table, about: Readonly<Record<string, string>>): ArrayBuffer {
  const units = Object.fromEntries(
    columns.flatMap(({ name, unit }) => (unit === "" ? [] : [[name, unit] as const])),
  );
  const metadata = { ...about, "kreislauf.units": JSON.stringify(units) };
  return parquetWriteBuffer({
    columnData: columns.map(({ name, type }, column) => {
      const cells = rows.map((row) => row[column]);
      return { name, data: type === "DOUBLE" ? withNulls(cells as number[]) : (cells as string[]) };
    }),
    schema: parquetSchema(columns),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: "kreislauf",
  });
}
