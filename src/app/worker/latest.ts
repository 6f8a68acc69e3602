/** What a channel of work answers: the result, or that a newer request came first. */
export type Answer<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "superseded" };

/**
 * Runs one request at a time and keeps only the newest waiting one: while a slider moves, pictures follow the latest
 * position and no queue grows (as in SDEverywhere's runner). A failure reaches the caller of that request only.
 */
export class Latest<Request, Result> {
  readonly #run: (request: Request) => Promise<Result>;
  #busy = false;
  #waiting:
    | {
        readonly request: Request;
        readonly answer: (answer: Answer<Result>) => void;
        readonly fail: (reason: unknown) => void;
      }
    | undefined;

  constructor(run: (request: Request) => Promise<Result>) {
    this.#run = run;
  }

  request(request: Request): Promise<Answer<Result>> {
    return new Promise((answer, fail) => {
      this.#waiting?.answer({ kind: "superseded" });
      this.#waiting = { request, answer, fail };
      if (!this.#busy) void this.#next();
    });
  }

  async #next(): Promise<void> {
    this.#busy = true;
    for (let work = this.#waiting; work; work = this.#waiting) {
      this.#waiting = undefined;
      try {
        work.answer({ kind: "done", result: await this.#run(work.request) });
      } catch (reason) {
        work.fail(reason);
      }
    }
    this.#busy = false;
  }
}
