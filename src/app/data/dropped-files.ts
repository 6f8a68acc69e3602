import type { Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";

/** What a browser lets through to be read; the limits are those of the command line. */
export const dropLimits = { bytes: 20 * 1024 * 1024, files: 200 } as const;

/** A file as the browser gives it. */
export interface Dropped {
  readonly name: string;
  readonly webkitRelativePath: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

const readable = /\.(ya?ml|csv|md)$/i;

/**
 * Texts of dropped files by path inside their folder. What is no file of a dossier, too large or not UTF-8 is named and
 * left out.
 */
export async function readDropped(
  dropped: readonly Dropped[],
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly problems: readonly Problem[] }> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const complain = (
    code: "drop-unknown" | "drop-ballots" | "drop-too-large" | "drop-not-text",
    name: string,
    values: Problem["values"] = {},
  ): void => {
    problems.push(createProblem(code, { file: name, line: 0, column: 0 }, { name, ...values }));
  };
  for (const file of dropped.slice(0, dropLimits.files)) {
    const path = file.webkitRelativePath.split("/").slice(1).join("/") || file.name;
    if (/\.pb$/i.test(path)) complain("drop-ballots", path);
    else if (!readable.test(path)) complain("drop-unknown", path);
    else if (file.size > dropLimits.bytes) {
      complain("drop-too-large", path, { size: file.size, limit: dropLimits.bytes });
    } else {
      try {
        const bytes = await file.arrayBuffer();
        files.set(path, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
      } catch {
        complain("drop-not-text", path);
      }
    }
  }
  return { files, problems };
}
