import { Worker } from "node:worker_threads";

export interface DeskOptions {
  /** File of the thread. */
  readonly workerFile: URL;
  /** What every thread is given when it starts. */
  readonly workerData?: unknown;
  readonly threads: number;
  /** Jobs that may wait; one more is refused. */
  readonly waiting: number;
  /** Time for one job; then its thread is ended. */
  readonly milliseconds: number;
  /** Heap of one thread. */
  readonly megabytes: number;
}

/** What became of a job. */
export type DeskAnswer<Result> =
  | { readonly kind: "done"; readonly result: Result }
  /** Too many wait already. */
  | { readonly kind: "full" }
  /** It took too long, or too much memory; its thread was ended. */
  | { readonly kind: "ended"; readonly reason: "time" | "memory" }
  /** It failed by our own fault. */
  | { readonly kind: "failed"; readonly reason: string };

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly answer: (answer: DeskAnswer<Result>) => void;
}

/**
 * Threads that take jobs from a short queue, each with a limit of time and memory, so that no request can hold up the
 * others. A thread that was ended is replaced with the next job.
 */
export class Desk<Job, Result> {
  readonly #options: DeskOptions;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Waiting<Job, Result>[] = [];
  #running = 0;
  #closed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  run(job: Job): Promise<DeskAnswer<Result>> {
    return new Promise((answer) => {
      if (this.#closed || this.#queue.length >= this.#options.waiting) {
        answer({ kind: "full" });
        return;
      }
      this.#queue.push({ job, answer });
      this.#next();
    });
  }

  /** Ends all threads; what waits is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { answer } of this.#queue.splice(0)) answer({ kind: "full" });
    // Nobody waits any longer for what is still running.
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#running >= this.#options.threads) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    this.#running++;
    const worker = this.#idle.pop() ?? this.#start();
    this.#busy.add(worker);
    const finish = (answer: DeskAnswer<Result>, keep: boolean): void => {
      clearTimeout(late);
      this.#busy.delete(worker);
      // Only our own: whoever ends the thread listens to it, too.
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      if (keep && !this.#closed) this.#idle.push(worker);
      else void worker.terminate();
      this.#running--;
      waiting.answer(answer);
      this.#next();
    };
    const onMessage = ({ result, failure }: { readonly result?: Result; readonly failure?: string }): void =>
      finish(
        failure === undefined
          ? { kind: "done", result: result as Result }
          : { kind: "failed", reason: failure },
        true,
      );
    const onError = (error: NodeJS.ErrnoException): void => {
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      finish(memory ? { kind: "ended", reason: "memory" } : { kind: "failed", reason: error.message }, false);
    };
    const onExit = (): void => finish({ kind: "failed", reason: "exit" }, false);
    const late = setTimeout(
      () => finish({ kind: "ended", reason: "time" }, false),
      this.#options.milliseconds,
    );
    worker.once("message", onMessage).once("error", onError).once("exit", onExit);
    worker.postMessage(waiting.job);
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile, {
      workerData: this.#options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.megabytes },
    });
    worker.unref();
    // A thread that dies after its answer must not end the process.
    worker.on("error", () => undefined);
    return worker;
  }
}
