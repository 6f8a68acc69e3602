import { useEffect, useRef } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import { leavingOf, resultHash } from "../share/leaving.ts";
import { fingerprint } from "../state/fingerprint.ts";
import { useView } from "../view.ts";

/** Tells whoever opens a fixed link if what it shows is no longer what was fixed. */
export function FixedLink(): null {
  const view = useView();
  const { state, measured, busy, results } = view;
  const isTold = useRef(false);
  useEffect(() => {
    if (busy || isTold.current) return;
    const hash = resultHash(leavingOf({ view, address: "", today: "" }), measured);
    if (hash === "") return;
    const now = fingerprint(state, hash);
    if (now === state.fixed) return;
    isTold.current = true;
    const values = { fixed: state.fixed, now };
    view.notify([createProblem("fixed-changed", { file: "", line: 0, column: 0 }, values)]);
  }, [results.value, measured.hash, busy, state.fixed]);
  return null;
}
