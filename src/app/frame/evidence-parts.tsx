import type { JSX } from "preact";
import { SourceTitle, nameSubject } from "../../report/index.ts";
import { describeMethod, formatPeriodInWords } from "../../text/index.ts";
import { hangingOn } from "../state/hanging-on.ts";
import { useView } from "../view.ts";
import { sayEvidence } from "./evidence-words.ts";

/** Facts in two columns; what is empty is left out. */
export function Facts(props: {
  readonly rows: readonly (readonly [string, string | undefined])[];
}): JSX.Element {
  return (
    <dl>
      {props.rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Sources with publisher, title, date and address. */
export function SourceList({ ids }: { readonly ids: readonly string[] }): JSX.Element {
  const { original, state } = useView();
  const { language } = state;
  const sources = original.sources.filter(({ id }) => ids.includes(id));
  return (
    <>
      <h4>{sayEvidence(language, "sources")}</h4>
      {sources.length === 0 && <p class="quiet">{sayEvidence(language, "noSource")}</p>}
      <ul class="source-list">
        {sources.map((source) => (
          <li key={source.id}>
            {source.publisher}: <SourceTitle source={source} />
            {source.date && `, ${formatPeriodInWords(source.date, language)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

const most = 8;

/** What is computed from a figure or tie: figures, ties, results and statements. */
export function HangingOn({ id }: { readonly id: string }): JSX.Element {
  const view = useView();
  const { original, measured, state, page } = view;
  const { language } = state;
  const { rows, results, claims } = hangingOn(original, measured.measurement, id);
  const nothing = rows.length + results.length + claims.length === 0;
  return (
    <>
      <h4>{sayEvidence(language, "hangs")}</h4>
      {nothing && <p class="quiet">{sayEvidence(language, "hangsNothing")}</p>}
      <ul>
        {rows.slice(0, most).map((row) => (
          <li key={row}>
            <a href={view.href({ evidence: row })}>{row}</a>
          </li>
        ))}
        {results.slice(0, most).map(({ list, result }) => (
          <li key={result.id}>
            <a href={view.href({ screen: "measure", part: list })}>
              {describeMethod(result.measure, language).name}: {nameSubject(page, result.subject)}
            </a>
          </li>
        ))}
        {claims.length > 0 && (
          <li>
            <a href={view.href({ screen: "measure", part: "claims" })}>
              {sayEvidence(language, "hangsClaims", { list: claims.join(", ") })}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
