import { parquetWriteBuffer } from "hyparquet-writer";

/** A column of numbers. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Columns of equal length as a Parquet file. */
export function encodeParquet(columns: readonly NumberColumn[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, values }) => ({ name, data: values, type: "DOUBLE" as const })),
    }),
  );
}

/** Columns of equal length as CSV (RFC 4180); what is no finite number is left empty. */
export function encodeCsv(columns: readonly NumberColumn[]): string {
  const head = columns.map(({ name }) => (/[",]/.test(name) ? `"${name}"` : name)).join(",");
  const lines = [head];
  for (let row = 0; row < (columns[0]?.values.length ?? 0); row++) {
    lines.push(
      columns.map(({ values }) => (Number.isFinite(values[row]) ? String(values[row]) : "")).join(","),
    );
  }
  return `${lines.join("\r\n")}\r\n`;
}
