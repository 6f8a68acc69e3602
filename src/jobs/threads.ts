import { Worker } from "node:worker_threads";

/** Work for threads. */
export interface ThreadWork<Request, Answer> {
  /** File of the thread. */
  readonly file: URL;
  readonly threads: number;
  readonly requests: number;
  /** What is sent for a request; `first` tells the first one of a thread, which brings what all have in common. */
  readonly requestOf: (place: number, first: boolean) => Request;
  /** Hears every answer; what it throws ends the work. */
  readonly onAnswer: (answer: Answer, place: number) => void;
  /** No further request is handed out once it is aborted; those under way are finished. */
  readonly signal?: AbortSignal | undefined;
}

/** Hands out requests to threads, one after another as they become free; a thread that dies ends the work. */
export async function runOnThreads<Request, Answer>(work: ThreadWork<Request, Answer>): Promise<void> {
  const { file, requests, requestOf, onAnswer, signal } = work;
  const workers = Array.from({ length: Math.min(work.threads, requests) }, () => new Worker(file));
  let next = 0;
  let broken = false;
  try {
    // Threads under way finish their part, so that nothing is left half-written.
    const ends = await Promise.allSettled(
      workers.map(async (worker, thread) => {
        for (let first = true; next < requests && !broken && signal?.aborted !== true; first = false) {
          const place = next++;
          try {
            onAnswer(await ask<Answer>(worker, requestOf(place, first), { thread, place }), place);
          } catch (error) {
            broken = true;
            throw error;
          }
        }
      }),
    );
    const failed = ends.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function ask<Answer>(
  worker: Worker,
  request: unknown,
  { thread, place }: { readonly thread: number; readonly place: number },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      const why = reason instanceof Error ? reason.message : String(reason);
      reject(new Error(`thread ${thread} ended in part ${place}: ${why}`, { cause: reason }));
    };
    worker.once("error", fail);
    worker.once("exit", fail);
    worker.once("message", (answer: Answer) => {
      worker.off("error", fail);
      worker.off("exit", fail);
      resolve(answer);
    });
    worker.postMessage(request);
  });
}
