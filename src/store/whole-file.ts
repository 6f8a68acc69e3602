import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Thrown when a file could not be written whole; nothing of it is left behind. */
export class WriteFailure extends Error {
  readonly path: string;
  readonly reason: string;
  /** Bytes that were to be written when it failed. */
  readonly bytes: number;

  constructor(path: string, cause: unknown, bytes: number) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.reason = reason;
    this.bytes = bytes;
  }
}

/**
 * A file in the making. Readers see the old content or the whole new one, never a part: temporary file beside it,
 * fsync, rename, fsync of the folder. Every failure throws `WriteFailure` and removes the temporary file.
 */
export class WholeFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: FileHandle;
  #bytes = 0;

  private constructor(path: string, temporary: string, file: FileHandle) {
    this.#path = path;
    this.#temporary = temporary;
    this.#file = file;
  }

  static async open(path: string): Promise<WholeFile> {
    const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
    try {
      return new WholeFile(path, temporary, await open(temporary, "wx"));
    } catch (cause) {
      throw new WriteFailure(path, cause, 0);
    }
  }

  async write(content: string | Uint8Array): Promise<void> {
    this.#bytes += typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
    // `FileHandle.writeFile` goes on where it stands and repeats short writes; `write` would not.
    await this.#guard(() => this.#file.writeFile(content));
  }

  /** Puts the file in its place. */
  async commit(): Promise<void> {
    await this.#guard(async () => {
      await this.#file.sync();
      await this.#file.close();
      await rename(this.#temporary, this.#path);
      const folder = await open(dirname(this.#path), "r");
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    });
  }

  /** Gives the file up; nothing is left behind. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    // What made a write fail may make this fail too; the write is what the caller has to know.
    await rm(this.#temporary, { force: true }).catch(() => undefined);
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      await this.discard();
      throw new WriteFailure(this.#path, cause, this.#bytes);
    }
  }
}

/** Writes a file whole or not at all. Throws `WriteFailure`. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await WholeFile.open(path);
  await file.write(content);
  await file.commit();
}
