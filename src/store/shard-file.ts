import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { writeWhole } from "./whole-file.ts";

/** Members `first` … `first + members − 1` of an ensemble: a column of numbers for each output. */
export interface Shard {
  /** What was computed: a hash over model, options and engine. */
  readonly key: string;
  readonly first: number;
  readonly members: number;
  /** JSON of what is no column: failures, balances. */
  readonly notes: unknown;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** A shard read back, or why it cannot be used. */
export type ShardReading =
  | { readonly kind: "sound"; readonly shard: Shard; readonly hash: string }
  | { readonly kind: "missing" }
  | { readonly kind: "damaged"; readonly reason: "cut-off" | "checksum" | "format" };

const magic = "kreislauf-shard 1\n";
const checksumBytes = 32;

/** Name of a shard's file: what it holds and of which ensemble. */
export function shardName({ key, first, members }: Pick<Shard, "key" | "first" | "members">): string {
  return `${String(first).padStart(9, "0")}-${members}.${key.slice(0, 16)}.shard`;
}

/**
 * Writes a shard whole, with a SHA-256 over every byte at its end; returns that hash. Layout: magic line, length of the
 * header as four bytes (little-endian), header as JSON, columns as doubles (little-endian), hash.
 */
export async function writeShard(path: string, shard: Shard): Promise<string> {
  const names = Object.keys(shard.columns);
  const header = Buffer.from(
    JSON.stringify({
      key: shard.key,
      first: shard.first,
      members: shard.members,
      notes: shard.notes,
      columns: names.map((name) => ({ name, length: shard.columns[name].length })),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const columns = names.map((name) => bytesOf(shard.columns[name]));
  const content = Buffer.concat([Buffer.from(magic), length, header, ...columns]);
  const hash = createHash("sha256").update(content).digest();
  await writeWhole(path, Buffer.concat([content, hash]));
  return hash.toString("hex");
}

/** Reads a shard and checks every byte of it; a damaged one is told, never used. */
export function readShard(path: string): Promise<ShardReading> {
  return new ShardReader().read(path);
}

/** Reads shards one after the other into the same memory, so that thousands of them leave nothing behind. */
export class ShardReader {
  #memory = Buffer.alloc(0);

  async read(path: string): Promise<ShardReading> {
    const bytes = await this.#readBytes(path);
    if (!bytes) return { kind: "missing" };
    if (bytes.length < magic.length + 4 + checksumBytes) return { kind: "damaged", reason: "cut-off" };
    const content = bytes.subarray(0, bytes.length - checksumBytes);
    const hash = createHash("sha256").update(content).digest();
    if (!hash.equals(bytes.subarray(bytes.length - checksumBytes)))
      return { kind: "damaged", reason: "checksum" };
    if (content.subarray(0, magic.length).toString() !== magic) return { kind: "damaged", reason: "format" };
    return { kind: "sound", shard: decodeShard(content), hash: hash.toString("hex") };
  }

  async #readBytes(path: string): Promise<Buffer | undefined> {
    const file = await open(path, "r").catch(() => undefined);
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      if (this.#memory.length < size) this.#memory = Buffer.alloc(size);
      let length = 0;
      while (length < size) {
        const { bytesRead } = await file.read(this.#memory, length, size - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return this.#memory.subarray(0, length);
    } finally {
      await file.close();
    }
  }
}

function decodeShard(content: Buffer): Shard {
  const headerBytes = content.readUInt32LE(magic.length);
  const start = magic.length + 4 + headerBytes;
  const header = JSON.parse(content.subarray(magic.length + 4, start).toString()) as Omit<
    Shard,
    "columns"
  > & {
    readonly columns: readonly { readonly name: string; readonly length: number }[];
  };
  const columns: Record<string, Float64Array> = {};
  let at = start;
  for (const { name, length } of header.columns) {
    const column = new Float64Array(length);
    Buffer.from(column.buffer).set(content.subarray(at, at + 8 * length));
    columns[name] = column;
    at += 8 * length;
  }
  return { ...header, columns };
}

function bytesOf(column: Float64Array): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}
