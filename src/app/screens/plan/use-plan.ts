import { useEffect, useRef, useState } from "preact/hooks";
import { createProblem } from "../../../text/problem.ts";
import { type View, useView } from "../../view.ts";
import { Stopped } from "../../worker/connection.ts";
import { Latest } from "../../worker/latest.ts";
import type { PlanAnswer, Planned, PlanOrder } from "../../worker/plan-order.ts";
import { planConnection } from "./plan-connection.ts";

/** What a screen knows of the plan it asked for. */
export interface PlanView {
  readonly planned: Planned | undefined;
  /** The plan shown is that of other goals: a newer one is not there yet. */
  readonly stale: boolean;
  /** The plan shown is a preview, without reasons if there is none. */
  readonly preview: boolean;
  readonly busy: boolean;
  readonly step: { readonly name: string; readonly iterations: number } | undefined;
  readonly stopped: boolean;
  readonly stop: () => void;
  /** Solves again what was stopped. */
  readonly again: () => void;
  /** While a slider is held only previews are computed. */
  readonly hold: () => void;
  readonly release: () => void;
}

interface Request {
  readonly order: PlanOrder;
  readonly quick: boolean;
}

const settling = 150;

/**
 * Plans in their own worker, the newest only. Small economies follow a slider with previews; the full answer, the same
 * to the bit as that of the command line, comes when it is let go. `given` is the plan for untouched goals; without an
 * order nothing is asked yet. A `large` economy has no previews.
 */
export function usePlan(order: PlanOrder | undefined, given: Planned | undefined, large: boolean): PlanView {
  const view = useView();
  const current = useRef<View>(view);
  current.current = view;
  const key = JSON.stringify(order ?? "");
  const [shown, setShown] = useState<{ planned: Planned; key: string; quick: boolean }>();
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [step, setStep] = useState<PlanView["step"]>();
  const held = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef({ key, order });
  newest.current = { key, order };
  const latest = useRef<Latest<Request, PlanAnswer>>(undefined);
  latest.current ??= new Latest(({ order: wanted, quick }) =>
    planConnection().run(
      { kind: "plan", order: wanted, quick },
      { progress: (iterations, name) => name && setStep({ name, iterations }) },
    ),
  );
  const running = useRef(false);

  useEffect(() => {
    clearTimeout(timer.current);
    setStopped(false);
    if (given) {
      setShown({ planned: given, key, quick: false });
      return;
    }
    if (!order) return;
    if (!large) void solve({ order, quick: true }, key);
    if (!held.current) settle();
  }, [key, given]);
  useEffect(() => () => planConnection().stop(), []);
  // The solver takes seconds to load: it does while the given plan is read.
  useEffect(() => {
    if (given && order)
      planConnection()
        .run({ kind: "ready-plan", economy: order.economy })
        .catch(() => {});
  }, [given === undefined]);

  return {
    planned: shown?.planned ?? given,
    stale: shown !== undefined && shown.key !== key,
    preview: shown?.quick ?? false,
    busy,
    step,
    stopped,
    stop: () => {
      clearTimeout(timer.current);
      planConnection().stop();
      setStopped(true);
    },
    again: () => {
      setStopped(false);
      settle();
    },
    hold: () => (held.current = true),
    release: () => {
      if (!held.current) return;
      held.current = false;
      if (!given) settle();
    },
  };

  function settle(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // What runs is for older goals: with a large economy it would hold up the newer one for long.
      if (running.current && large) planConnection().stop();
      if (!newest.current.order) return;
      void solve({ order: newest.current.order, quick: false }, newest.current.key);
    }, settling);
  }

  async function solve(request: Request, wanted: string): Promise<void> {
    setBusy(true);
    running.current = true;
    try {
      const answer = await latest.current!.request(request);
      if (answer.kind === "superseded") return;
      const { result } = answer;
      if (result.levers) setShown({ planned: result, key: wanted, quick: request.quick });
      if (result.problems.length > 0) current.current.notify(result.problems);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        const reason = error instanceof Error ? error.message : String(error);
        current.current.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
      }
    }
    running.current = false;
    setBusy(false);
    setStep(undefined);
  }
}
