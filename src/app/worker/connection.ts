import type { JobKind, JobOf, JobResult } from "./jobs.ts";

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: string;
  /** Share of the work done, 0 to 1; more replies follow. */
  readonly progress?: number;
  readonly step?: string;
}

/** Share of the work done, 0 to 1; or, with a step, how often it was taken. */
export type Progress = (share: number, step?: string) => void;

interface Pending {
  readonly answer: (result: unknown) => void;
  readonly fail: (reason: Error) => void;
  readonly progress: Progress | undefined;
}

/** The worker was ended on purpose; nothing is wrong. */
export class Stopped extends Error {}

/**
 * One worker of the pure zone. It starts with the first job, is started anew after a crash or a stop, and fails the
 * jobs that were under way then; nothing hangs.
 */
export class Connection {
  readonly #start: () => Worker;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #last = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  run<Kind extends JobKind>(
    job: JobOf<Kind>,
    options: { readonly progress?: Progress } = {},
  ): Promise<JobResult<Kind>> {
    const id = ++this.#last;
    return new Promise((answer, fail) => {
      this.#pending.set(id, {
        answer: answer as (result: unknown) => void,
        fail,
        progress: options.progress,
      });
      const worker = this.#running();
      worker.postMessage({ id, job }, []);
    });
  }

  /** Ends the worker with all its jobs. */
  stop(): void {
    this.#fail(new Stopped());
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#receive(data));
    worker.addEventListener("error", (event) => this.#fail(new Error(event.message || "worker")));
    worker.addEventListener("messageerror", () => this.#fail(new Error("message")));
    this.#worker = worker;
    return worker;
  }

  #receive(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    if (reply.progress !== undefined) return pending.progress?.(reply.progress, reply.step);
    this.#pending.delete(reply.id);
    if (reply.failure === undefined) pending.answer(reply.result);
    else pending.fail(new Error(reply.failure));
  }

  #fail(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { fail } of pending) fail(reason);
  }
}
