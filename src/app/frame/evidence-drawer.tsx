import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { FigureEvidence } from "./figure-evidence.tsx";
import { aboutOf, ComputedEvidence, EvidenceRows } from "./computed-evidence.tsx";
import { sayEvidence } from "./evidence-words.ts";
import { TieEvidence } from "./tie-evidence.tsx";

/** Where a number comes from: one figure or tie in full, or all that a result is computed from. */
export function EvidenceDrawer(): JSX.Element {
  const view = useView();
  const { state, original, measured } = view;
  const { language } = state;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who opens evidence goes on reading there; a page that arrives with it open begins at its top.
    if (document.documentElement.dataset["ready"] !== undefined) title.current?.focus();
  }, [state.evidence]);
  const ids = state.evidence.split(",");
  const find = (id: string): JSX.Element => {
    const figure = original.figures.find((one) => one.id === id);
    if (figure) return <FigureEvidence figure={figure} />;
    const computed = aboutOf(measured.measurement, id);
    if (computed) return <ComputedEvidence about={computed} />;
    const tie = original.ties.find((one) => one.id === id);
    if (tie) return <TieEvidence tie={tie} />;
    return <p>{sayEvidence(language, "unknown", { id })}</p>;
  };
  return (
    <aside class="drawer" aria-labelledby="drawer-title" id="evidence">
      <div class="drawer-head">
        <h2 id="drawer-title" tabIndex={-1} ref={title}>
          {ids.length === 1
            ? sayEvidence(language, "title")
            : sayEvidence(language, "several", { count: ids.length })}
        </h2>
        <a class="close" href={view.href({ evidence: "" })} aria-label={appText(language, "close")}>
          ×
        </a>
      </div>
      {ids.length === 1 ? find(ids[0]) : <EvidenceRows ids={ids} />}
    </aside>
  );
}
