import { useEffect, useState } from "preact/hooks";
import { sha256 } from "../../../core/hash.ts";
import { createProblem } from "../../../text/problem.ts";
import { useView } from "../../view.ts";
import type { ComparedRuns } from "../../worker/comparison-job.ts";
import { Stopped } from "../../worker/connection.ts";
import type { Simulated, SimulationOrder } from "../../worker/simulate-job.ts";
import type { Column } from "./columns.ts";

/** A column with what its runs found. */
export interface RanColumn {
  readonly column: Column;
  readonly simulated: Simulated;
}

export interface ComparedRunsView {
  readonly found: ComparedRuns | undefined;
  /** What is shown has only some of the runs. */
  readonly isPreview: boolean;
  readonly busy: boolean;
  readonly progress: number | undefined;
}

const previewRuns = 50;

/** Runs the orders of a comparison: a few members of each at once, then all. */
export function useComparedRuns(orders: readonly SimulationOrder[]): ComparedRunsView {
  const view = useView();
  const [shown, setShown] = useState<{ readonly found: ComparedRuns; readonly isPreview: boolean }>();
  const [work, setWork] = useState<Pick<ComparedRunsView, "busy" | "progress">>({
    ...idle,
    busy: orders.length > 0,
  });
  const key = JSON.stringify(orders);
  useEffect(() => {
    if (orders.length === 0) return undefined;
    let wanted = true;
    const run = async (list: readonly SimulationOrder[], isPreview: boolean): Promise<void> => {
      const progress = (share: number): void => {
        if (wanted && !isPreview) setWork({ busy: true, progress: share });
      };
      const found = await view.run({ kind: "compareRuns", orders: list }, { progress });
      if (!wanted || !found) return;
      setShown({ found, isPreview });
      if (!isPreview) view.noteRun(noteOf(found));
    };
    const all = async (): Promise<void> => {
      setWork({ busy: true, progress: undefined });
      try {
        if (orders.some(({ runs }) => runs > previewRuns)) {
          const few = (order: SimulationOrder): SimulationOrder => ({
            ...order,
            runs: Math.min(previewRuns, order.runs),
            isPreview: true,
          });
          await run(orders.map(few), true);
        }
        if (wanted) await run(orders, false);
      } catch (error) {
        if (!(error instanceof Stopped)) {
          const reason = error instanceof Error ? error.message : String(error);
          view.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
        }
      }
      if (wanted) setWork(idle);
    };
    void all();
    return () => {
      wanted = false;
      view.noteRun(undefined);
    };
  }, [key]);
  return { found: shown?.found, isPreview: shown?.isPreview ?? false, ...work };
}

const idle = { busy: false, progress: undefined } as const;

/** What the bar below says of all columns together. */
function noteOf({ columns }: ComparedRuns): Parameters<ReturnType<typeof useView>["noteRun"]>[0] {
  const ran = columns.flatMap((column) => (column.picture ? [column] : []));
  const [first] = ran;
  return (
    first && {
      hash: sha256(new TextEncoder().encode(ran.map(({ hash }) => hash).join("\n"))),
      residual: Math.max(...ran.map(({ residual }) => residual)),
      runs: ran.reduce((sum, { runs }) => sum + runs, 0),
      seed: first.seed,
      columns: ran.length,
    }
  );
}
