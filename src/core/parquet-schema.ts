/** A column of a Parquet table. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "INT32" | "DOUBLE" | "STRING";
}

/** An element of a Parquet schema, as its writer wants it. */
export interface ParquetElement {
  readonly name: string;
  readonly num_children?: number;
  readonly repetition_type?: "OPTIONAL" | "REQUIRED";
  readonly type?: "INT32" | "DOUBLE" | "BYTE_ARRAY";
  readonly converted_type?: "UTF8";
}

/** The schema of a table: doubles may be missing, texts and whole numbers never. */
export function parquetSchema(columns: readonly ParquetColumn[]): ParquetElement[] {
  return [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }): ParquetElement => ({
      name,
      repetition_type: type === "DOUBLE" ? "OPTIONAL" : "REQUIRED",
      ...(type === "STRING" ? { type: "BYTE_ARRAY", converted_type: "UTF8" } : { type }),
    })),
  ];
}

/** NaN as null; numbers without one need no copy. */
export function withNulls(values: ArrayLike<number>): Float64Array | (number | null)[] {
  const known = values instanceof Float64Array && !values.some((value) => Number.isNaN(value));
  return known ? values : Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
