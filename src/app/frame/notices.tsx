import type { JSX } from "preact";
import { describeProblem } from "../../text/index.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** What went wrong, in plain words; it stays until it is closed. */
export function Notices(): JSX.Element | null {
  const { notices, state } = useView();
  if (notices.length === 0) return null;
  return (
    <section class="notices" role="alert" aria-label={appText(state.language, "notices")}>
      <ul>
        {notices.slice(0, 5).map((problem, index) => (
          <li key={index}>{describeProblem(problem, state.language)}</li>
        ))}
      </ul>
      <button type="button" data-do="dismiss">
        {appText(state.language, "close")}
      </button>
    </section>
  );
}
