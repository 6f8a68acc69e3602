import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Thrown when a file could not be written whole; nothing of it is left behind. */
export class WriteFailure extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: temporary file beside it,
 * fsync, rename, fsync of the folder. Throws `WriteFailure`.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    const directory = await open(folder, "r");
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch (cause) {
    // What made the write fail may make this fail too, and is what the caller has to know.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new WriteFailure(path, cause);
  }
}
