import { useEffect, useRef, useState } from "preact/hooks";
import { createProblem } from "../../../text/problem.ts";
import { useView } from "../../view.ts";
import { Stopped } from "../../worker/connection.ts";

/** Answers by key as they come, one after the other; what was answered before is not asked again. */
export function useAnswers<Answer>(
  keys: readonly string[],
  ask: (key: string) => Promise<Answer>,
): { readonly answers: ReadonlyMap<string, Answer>; readonly busy: boolean } {
  const view = useView();
  const known = useRef(new Map<string, Answer>());
  const [, redraw] = useState(0);
  const [busy, setBusy] = useState(keys.length > 0);
  useEffect(() => {
    let wanted = true;
    const all = async (): Promise<void> => {
      setBusy(true);
      try {
        for (const key of keys) {
          if (!wanted) return;
          if (!known.current.has(key)) known.current.set(key, await ask(key));
          if (wanted) redraw((count) => count + 1);
        }
      } catch (error) {
        if (!(error instanceof Stopped)) {
          const reason = error instanceof Error ? error.message : String(error);
          view.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
        }
      }
      if (wanted) setBusy(false);
    };
    void all();
    return () => {
      wanted = false;
    };
  }, [keys.join("\n")]);
  return { answers: known.current, busy };
}
