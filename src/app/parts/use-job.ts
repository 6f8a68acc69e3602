import { useEffect, useRef, useState } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import { useView } from "../view.ts";
import { type Connection, Stopped } from "../worker/connection.ts";
import type { JobKind, JobOf, JobResult } from "../worker/jobs.ts";
import { Latest } from "../worker/latest.ts";

export interface JobView<Kind extends JobKind> {
  /** The newest result; that of an older job while a newer one runs. */
  readonly result: JobResult<Kind> | undefined;
  readonly busy: boolean;
  /** Share of the work done, 0 to 1. */
  readonly progress: number | undefined;
}

/**
 * Runs a job in the worker whenever `key` changes, the newest only; without a job nothing runs. If the worker dies the
 * user is told, and the next change starts it again. `connection` names another worker than that of the view.
 */
export function useJob<Kind extends JobKind>(
  job: JobOf<Kind> | undefined,
  key: string,
  connection?: Pick<Connection, "run">,
): JobView<Kind> {
  const view = useView();
  const [shown, setShown] = useState<JobView<Kind>>({ result: undefined, busy: false, progress: undefined });
  const current = useRef(view);
  current.current = view;
  const latest = useRef<Latest<JobOf<Kind>, JobResult<Kind>>>(undefined);
  latest.current ??= new Latest((next) =>
    (connection ?? current.current).run(next, {
      progress: (progress) => setShown((before) => ({ ...before, progress })),
    }),
  );
  useEffect(() => {
    if (!job) return;
    void work(job);
  }, [key]);
  return shown;

  async function work(wanted: JobOf<Kind>): Promise<void> {
    setShown((before) => ({ ...before, busy: true, progress: undefined }));
    try {
      const answer = await latest.current!.request(wanted);
      if (answer.kind === "done") setShown({ result: answer.result, busy: false, progress: undefined });
    } catch (error) {
      setShown((before) => ({ ...before, busy: false, progress: undefined }));
      if (error instanceof Stopped) return;
      const reason = error instanceof Error ? error.message : String(error);
      const problem = createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason });
      current.current.notify([problem]);
    }
  }
}
