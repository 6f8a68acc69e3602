import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { type ParquetColumn, parquetSchema, withNulls } from "../core/parquet-schema.ts";
import { WholeFile } from "./whole-file.ts";

export type { ParquetColumn } from "../core/parquet-schema.ts";

/**
 * A Parquet file written one row group at a time, so that memory does not grow with the number of rows; it stands in its
 * place only once it is whole. NaN is written as null. Throws `WriteFailure`.
 */
export class ParquetFile {
  readonly #file: WholeFile;
  readonly #writer: ByteWriter;
  readonly #parquet: ParquetWriter;
  readonly #columns: readonly ParquetColumn[];

  private constructor(
    file: WholeFile,
    columns: readonly ParquetColumn[],
    about: Readonly<Record<string, string>>,
  ) {
    this.#file = file;
    this.#columns = columns;
    this.#writer = new ByteWriter(1 << 16);
    this.#parquet = new ParquetWriter({
      writer: this.#writer,
      createdBy: "kreislauf",
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
      schema: parquetSchema(columns),
    });
  }

  /** @param about key-value metadata: model, seed, sources */
  static async open(
    path: string,
    columns: readonly ParquetColumn[],
    about: Readonly<Record<string, string>>,
  ): Promise<ParquetFile> {
    return new ParquetFile(await WholeFile.open(path), columns, about);
  }

  /** Appends rows, given by column in the order of the columns. */
  async append(data: readonly (readonly (number | string)[] | Float64Array | Int32Array)[]): Promise<void> {
    const columnData = this.#columns.map(({ name, type }, index) => ({
      name,
      data:
        type === "DOUBLE"
          ? withNulls(data[index] as ArrayLike<number>)
          : (data[index] as (number | string)[]),
    }));
    await this.#parquet.write({ columnData, rowGroupSize: 1_000_000 });
    await this.#flush();
  }

  async close(): Promise<void> {
    await this.#parquet.finish();
    await this.#flush();
    await this.#file.commit();
  }

  async discard(): Promise<void> {
    await this.#file.discard();
  }

  async #flush(): Promise<void> {
    await this.#file.write(this.#writer.getBytes());
    this.#writer.index = 0;
  }
}
