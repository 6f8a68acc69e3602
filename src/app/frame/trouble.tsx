import type { JSX } from "preact";
import type { Problem } from "../../core/problem.ts";
import { describeProblem, type Language } from "../../text/index.ts";
import { appText } from "../words.ts";

/** What went wrong before the app could take over the page; the page as it was sent stays below. */
export function Trouble(props: {
  readonly language: Language;
  readonly problems: readonly Problem[];
}): JSX.Element | null {
  const { language, problems } = props;
  if (problems.length === 0) return null;
  return (
    <section class="notices" role="alert" aria-label={appText(language, "notices")}>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>{describeProblem(problem, language)}</li>
        ))}
      </ul>
      <button type="button" onClick={() => location.reload()}>
        {appText(language, "again")}
      </button>
    </section>
  );
}
