import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ParquetFile } from "./parquet-file.ts";
import { readShard, type Shard, shardName, writeShard } from "./shard-file.ts";
import { WholeFile } from "./whole-file.ts";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "shards-"))));
afterAll(() => rm(folder, { recursive: true }));

const shard: Shard = {
  key: "ab".repeat(32),
  first: 200,
  members: 3,
  notes: { failed: [] },
  columns: { Y: Float64Array.of(1, 0.1, NaN), "C[poor]": Float64Array.of(-0, Infinity, 3) },
};

describe("shards", () => {
  it("read back to the bit", async () => {
    const path = join(folder, shardName(shard));
    const hash = await writeShard(path, shard);
    expect(await readShard(path)).toEqual({ kind: "sound", shard, hash });
    expect(await readShard(join(folder, "none.shard"))).toEqual({ kind: "missing" });
  });

  it("with one byte changed are found: 200 of 200", async () => {
    const path = join(folder, "flipped.shard");
    await writeShard(path, shard);
    const sound = await readFile(path);
    for (let trial = 0; trial < 200; trial++) {
      const bytes = Buffer.from(sound);
      const at = Math.floor((trial * bytes.length) / 200);
      bytes[at] ^= 1 << (trial % 8);
      await writeFile(path, bytes);
      expect((await readShard(path)).kind).toBe("damaged");
    }
  });

  it("cut off anywhere are found", async () => {
    const path = join(folder, "cut.shard");
    await writeShard(path, shard);
    const sound = await readFile(path);
    for (let length = 0; length < sound.length; length += 7) {
      await writeFile(path, sound.subarray(0, length));
      expect((await readShard(path)).kind).toBe("damaged");
    }
  });
});

describe("a file in the making", () => {
  it("is not there until it is whole, and leaves nothing when given up", async () => {
    const path = join(folder, "slow.txt");
    const file = await WholeFile.open(path);
    await file.write("one ");
    expect((await readdir(folder)).filter((name) => name === "slow.txt")).toEqual([]);
    await file.write("two");
    await file.commit();
    expect(await readFile(path, "utf8")).toBe("one two");
    const other = await WholeFile.open(join(folder, "given-up.txt"));
    await other.write("x");
    await other.discard();
    expect((await readdir(folder)).filter((name) => name.includes("given-up"))).toEqual([]);
  });
});

describe("Parquet", () => {
  it("written in row groups reads back equal, NaN as null", async () => {
    const path = join(folder, "table.parquet");
    const file = await ParquetFile.open(
      path,
      [
        { name: "member", type: "INT32" },
        { name: "scenario", type: "STRING" },
        { name: "Y", type: "DOUBLE" },
      ],
      { model: "SIM" },
    );
    await file.append([Int32Array.of(0, 1), ["a", "b"], Float64Array.of(1.5, NaN)]);
    await file.append([Int32Array.of(2), ["ä"], Float64Array.of(-0.1)]);
    await file.close();
    const bytes = await readFile(path);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(await parquetReadObjects({ file: buffer })).toEqual([
      { member: 0, scenario: "a", Y: 1.5 },
      { member: 1, scenario: "b", Y: null },
      { member: 2, scenario: "ä", Y: -0.1 },
    ]);
  });
});
