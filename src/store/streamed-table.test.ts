import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable, type TableFormat, tableFormats } from "./streamed-table.ts";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "tables-"))));
afterAll(() => rm(folder, { recursive: true }));

const columns = [
  { name: "scenario", type: "STRING" },
  { name: "member", type: "INT32" },
  { name: "peak, of Y", type: "DOUBLE" },
] as const;

async function write(format: TableFormat): Promise<string> {
  const path = join(folder, `table.${format}`);
  const table = await openTable(path, format, columns, {});
  await table.append([["a", 'b "c"'], Int32Array.of(0, 1), Float64Array.of(0.1, NaN)]);
  await table.append([["ä"], Int32Array.of(2), Float64Array.of(-1e300)]);
  await table.close();
  return path;
}

describe("a table", () => {
  it("holds the same as Parquet, CSV and JSON", async () => {
    const rows = [
      { scenario: "a", member: 0, "peak, of Y": 0.1 },
      { scenario: 'b "c"', member: 1, "peak, of Y": null },
      { scenario: "ä", member: 2, "peak, of Y": -1e300 },
    ];
    expect(JSON.parse(await readFile(await write("json"), "utf8"))).toEqual(rows);
    const bytes = await readFile(await write("parquet"));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(await parquetReadObjects({ file })).toEqual(rows);
    expect(await readFile(await write("csv"), "utf8")).toBe(
      'scenario,member,"peak, of Y"\na,0,0.1\n"b ""c""",1,\nä,2,-1e+300\n',
    );
  });

  it("without rows is still one, and given up leaves nothing", async () => {
    for (const format of tableFormats) {
      const path = join(folder, `empty.${format}`);
      const table = await openTable(path, format, columns, {});
      await table.close();
      if (format === "json") expect(JSON.parse(await readFile(path, "utf8"))).toEqual([]);
      const other = await openTable(join(folder, `given-up.${format}`), format, columns, {});
      await other.append([["a"], [1], [2]]);
      await other.discard();
    }
    expect((await readdir(folder)).filter((name) => name.includes("given-up"))).toEqual([]);
  });
});
