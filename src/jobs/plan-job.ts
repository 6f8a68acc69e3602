import { Worker } from "node:worker_threads";
import type { Outcome } from "../core/problem.ts";
import {
  loadSolver,
  planFromFiles,
  type PlanProgress,
  type PlanReply,
  type PlanRequest,
} from "../plan/index.ts";

/** What the worker of a plan says. */
export type PlanMessage =
  | { readonly progress: PlanProgress }
  | { readonly outcome: Outcome<PlanReply> }
  | { readonly fault: string };

export interface PlanJobOptions {
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Ends the work at once; the promise then resolves to nothing. */
  readonly signal?: AbortSignal;
}

/**
 * Computes a plan in a thread of its own, because a solve does not give way: progress arrives while it runs, and it
 * can be stopped. Run from sources (tests) there is no compiled worker, so the work is done in place.
 */
export async function runPlanJob(
  request: PlanRequest,
  { onProgress, signal }: PlanJobOptions = {},
): Promise<Outcome<PlanReply> | undefined> {
  if (import.meta.url.endsWith(".ts")) {
    return planFromFiles(await loadSolver(), request, {
      onProgress: (progress) => {
        onProgress?.(progress);
        return signal?.aborted ?? false;
      },
    });
  }
  const worker = new Worker(new URL("./plan-worker.js", import.meta.url), { workerData: request });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (message: PlanMessage) => {
        if ("progress" in message) onProgress?.(message.progress);
        else if ("outcome" in message) resolve(message.outcome);
        else reject(new Error(message.fault));
      });
      worker.on("error", reject);
      worker.on("exit", () => resolve(undefined));
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
