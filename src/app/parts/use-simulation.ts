import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";
import { useView, type View } from "../view.ts";
import { Stopped } from "../worker/connection.ts";
import { Latest } from "../worker/latest.ts";
import type { SimulateAnswer, Simulated, SimulationOrder } from "../worker/simulate-job.ts";

export interface SimulationView {
  readonly shown: Simulated | undefined;
  /** Why nothing can be shown. */
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly progress: number | undefined;
  /** Ends the large ensemble; what is shown stays. */
  readonly halt: () => void;
  /** The slider was let go: the large ensemble starts at once. */
  readonly release: () => void;
}

/** Members that follow a slider; all runs come when it rests. */
const previewRuns = 50;
const rest = 250;

/** Keeps a simulation in step with what is ordered: few runs at once, all when nothing moves. */
export function useSimulation(
  order: SimulationOrder | undefined,
  /** On a screen that is about something else the bar below speaks of that. */
  options: { readonly isAside?: boolean } = {},
): SimulationView {
  const view = useView();
  const [shown, setShown] = useState<Simulated>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [work, setWork] = useState<{ readonly busy: boolean; readonly progress: number | undefined }>(idle);
  const key = JSON.stringify(order);
  const current = useRef({ view, key, order });
  current.current = { view, key, order };
  /** Set between the first picture of an order and its large ensemble. */
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(rest);
  /** Counts large ensembles: what an ended one still tells is not heard. */
  const newest = useRef(0);
  const preview = useRef<Latest<SimulationOrder, SimulateAnswer>>(undefined);
  preview.current ??= new Latest((next) => current.current.view.run({ kind: "simulate", order: next }));

  const take = (answer: SimulateAnswer, of: string): void => {
    if (of !== current.current.key) return;
    if (answer.picture) {
      setShown(answer);
      setProblems([]);
      const { hash, residual, runs, seed } = answer;
      if (!options.isAside) current.current.view.noteRun({ hash, residual, runs, seed });
    } else if (!answer.superseded) setProblems(answer.problems);
  };
  const all = async (): Promise<void> => {
    timer.current = undefined;
    const { order: wanted, key: of } = current.current;
    if (!wanted || wanted.runs <= previewRuns) return;
    const mine = ++newest.current;
    const isHeard = (): boolean => mine === newest.current && of === current.current.key;
    setWork({ busy: true, progress: 0 });
    await guard(current.current.view, async () => {
      const progress = (share: number): void => {
        if (isHeard()) setWork({ busy: true, progress: share });
      };
      take(await current.current.view.run({ kind: "simulate", order: wanted }, { progress }), of);
    });
    if (isHeard()) setWork(idle);
  };
  // Before the page is painted: waiting for the paint would cost a frame of every picture.
  useLayoutEffect(() => {
    if (!order) return undefined;
    waiting.current = rest;
    const few = async (): Promise<void> => {
      const runs = Math.min(previewRuns, order.runs);
      const answer = await preview.current!.request({ ...order, runs, isPreview: runs < order.runs });
      if (answer.kind !== "done") return;
      take(answer.result, key);
      if (key === current.current.key) timer.current = setTimeout(() => void all(), waiting.current);
    };
    void guard(view, few);
    return () => clearTimeout(timer.current);
  }, [key]);
  useEffect(() => () => current.current.view.noteRun(undefined), []);
  return {
    shown,
    problems,
    ...work,
    halt: () => {
      clearTimeout(timer.current);
      newest.current++;
      setWork(idle);
      void view.run({ kind: "halt" });
    },
    release: () => {
      waiting.current = 0;
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void all(), 0);
    },
  };
}

const idle = { busy: false, progress: undefined } as const;

async function guard(view: View, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Stopped) return;
    const reason = error instanceof Error ? error.message : String(error);
    view.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
  }
}
