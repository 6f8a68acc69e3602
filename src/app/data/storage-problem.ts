import type { Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";
import { DamagedRecord } from "./kept-store.ts";

/** Why something is not kept in this browser: it has no room, it keeps nothing, or what it kept is damaged. */
export function storageProblem(error: unknown, name: string): Problem {
  return createProblem(codeOf(error), { file: "", line: 0, column: 0 }, { name });
}

function codeOf(error: unknown): "storage-full" | "storage-denied" | "storage-damaged" {
  if (error instanceof DamagedRecord) return "storage-damaged";
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  return isFull ? "storage-full" : "storage-denied";
}
