import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { Tell } from "../data/use-dossiers.ts";
import { type Connection, Stopped } from "./connection.ts";
import { Latest } from "./latest.ts";
import type { Look, Measured } from "./measure-job.ts";

/** A dossier with what was looked at and what was found. */
export interface Opened {
  readonly original: Dossier;
  readonly look: Look;
  readonly measured: Measured;
}

/** The newest measurement of a dossier; that before it stays until it is there. */
export function useMeasured(
  dossier: Dossier | undefined,
  look: Look,
  connection: Connection,
  faults: { readonly tell: Tell; readonly notify: (problems: readonly Problem[]) => void },
): { readonly opened: Opened | undefined; readonly busy: boolean } {
  const [opened, setOpened] = useState<Opened>();
  const [busy, setBusy] = useState(true);
  const latest = useRef(
    new Latest((given: { readonly dossier: Dossier; readonly look: Look }) =>
      connection.run({ kind: "measure", ...given }),
    ),
  ).current;
  useEffect(() => {
    if (!dossier) return;
    const measure = async (): Promise<void> => {
      setBusy(true);
      try {
        const answer = await latest.request({ dossier, look });
        if (answer.kind === "superseded") return;
        const { result } = answer;
        if (result.measurement) setOpened({ original: dossier, look, measured: result });
        else faults.notify(result.problems);
      } catch (error) {
        if (!(error instanceof Stopped)) {
          faults.tell("worker-died", { reason: error instanceof Error ? error.message : String(error) });
        }
      }
      setBusy(false);
    };
    void measure();
  }, [dossier, JSON.stringify(look)]);
  return { opened, busy };
}
