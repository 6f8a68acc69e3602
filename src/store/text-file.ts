import { lstat, readFile } from "node:fs/promises";
import type { Problem } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";

/** Bytes of the largest text file that is read. */
export const textFileLimit = 20 * 1024 * 1024;

/**
 * The UTF-8 text of one file, or undefined with a problem: missing, too large, or not UTF-8 (and from which byte on).
 * `name` is what problems call it.
 */
export async function readTextFile(
  path: string,
  name: string,
  problems: Problem[],
): Promise<string | undefined> {
  const state = await lstat(path).catch(() => undefined);
  if (!state?.isFile()) {
    problems.push(createProblem("file-missing", { file: name, line: 0, column: 0 }, { file: name }));
    return undefined;
  }
  const { size } = state;
  if (size > textFileLimit) {
    problems.push(
      createProblem(
        "file-too-large",
        { file: name, line: 0, column: 0 },
        { file: name, size, limit: textFileLimit },
      ),
    );
    return undefined;
  }
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = validPrefix(bytes);
    const lines = before.split("\n");
    const where = { file: name, line: lines.length, column: lines.at(-1)!.length + 1 };
    problems.push(createProblem("not-utf8", where, { file: name, byte: Buffer.byteLength(before) }));
    return undefined;
  }
}

/** The text up to the first byte that is not UTF-8, found by halving. */
function validPrefix(bytes: Buffer): string {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good).toString("utf8");
}
