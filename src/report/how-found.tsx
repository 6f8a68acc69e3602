import type { JSX } from "preact";
import type { About } from "../measure/index.ts";
import { citePaper, describeMethod, describeObjection, describeOption } from "../text/index.ts";
import { nameSubject } from "./finding.tsx";
import { Sourced } from "./links.tsx";
import type { Page } from "./subject.ts";

/** What would speak against a measure, and behind “How?” its method and paper: once for all its results. */
export function HowFound({ page, about }: { readonly page: Page; readonly about: About }): JSX.Element {
  const { language } = page;
  return (
    <>
      <div class="against">
        <b>{page.say("against")}</b>
        <ul>
          {about.against.map((key) => (
            <li key={key}>{describeObjection(key, language)}</li>
          ))}
        </ul>
      </div>
      <details>
        <summary>
          {page.say("how")} <span class="unseen">{describeMethod(about.method, language).name}</span>
        </summary>
        <p>{describeMethod(about.method, language).how}</p>
        <p>
          {page.say("paper")}: <cite>{citePaper(about.paper, language)}</cite>
        </p>
      </details>
    </>
  );
}

/** The options with which a result was computed, as used. */
export function Assumptions({
  page,
  about,
}: {
  readonly page: Page;
  readonly about: About;
}): JSX.Element | undefined {
  const options = Object.entries(about.inputs);
  if (options.length === 0) return undefined;
  return (
    <p class="quiet">
      {page.say("assumptions")}:{" "}
      <Sourced page={page} evidence={about.evidence}>
        {options
          .map(([name, value]) => describeOption(name, value, page.language, (id) => nameSubject(page, id)))
          .join(" · ")}
      </Sourced>
    </p>
  );
}
