import type { JSX } from "preact";
import type { About } from "../measure/index.ts";
import { citePaper, describeMethod, describeObjection } from "../text/index.ts";
import { periodInWords, type Page } from "./subject.ts";

/** What would speak against a result, and behind “How?” its method, paper and options. */
export function HowFound(props: {
  readonly page: Page;
  readonly about: About;
  readonly id: string;
}): JSX.Element {
  const { page, about } = props;
  const { language } = page;
  const options = Object.entries(about.inputs);
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
        {options.length > 0 && (
          <p>
            {page.say("assumptions")}:{" "}
            {options
              .map(([name, value]) => `${name} = ${periodInWords(String(value), language)}`)
              .join(" · ")}
          </p>
        )}
      </details>
    </>
  );
}
