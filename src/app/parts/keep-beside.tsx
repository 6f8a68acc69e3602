import type { JSX } from "preact";
import { isKept, keepBeside } from "../state/kept-states.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** Keeps what is shown for the comparison without leaving it, and leads to what is kept. */
export function KeepBeside(): JSX.Element {
  const view = useView();
  const { state } = view;
  const { language, compare } = state;
  const kept = isKept(state);
  return (
    <span class="keep-beside">
      <button type="button" disabled={kept} onClick={() => view.change({ compare: keepBeside(state) })}>
        {appText(language, kept ? "kept" : "keep")}
      </button>
      {compare.length > 0 && (
        <>
          {" "}
          <a href={view.href({ screen: "compare", part: "", evidence: "" })}>
            {appText(language, "compareKept", { count: compare.length })}
          </a>
        </>
      )}
    </span>
  );
}
