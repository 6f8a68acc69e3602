import type { JSX } from "preact";
import { formatPeriodInWords } from "../text/index.ts";
import { SourceLinks, sourcesOf } from "./row-sections.tsx";
import type { Page } from "./subject.ts";

/**
 * What numbers computed from several figures and ties lead to: all of these, and their sources. It has to be rendered
 * after everything that cites.
 */
export function CalculationRows({ page }: { readonly page: Page }): JSX.Element {
  const sources = sourcesByRow(page);
  return (
    <>
      <h3>{page.say("calculationsTitle")}</h3>
      <ul class="sources">
        {page.citations.cited().map(({ id, evidence }) => (
          <li key={id} id={id}>
            {evidence.map((row) => (
              <>
                <a key={row} href={page.rowOf(row) ?? ""}>
                  {row}
                </a>{" "}
              </>
            ))}
            <br />
            {page.say("source")}:{" "}
            <SourceLinks
              page={page}
              sources={[...new Set(evidence.flatMap((row) => sources.get(row) ?? []))]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Sources of every figure, tie and series; a derived figure has those of the figures it is derived from. */
function sourcesByRow(page: Page): ReadonlyMap<string, readonly string[]> {
  const { figures, ties, series } = page.dossier;
  const found = new Map<string, readonly string[]>();
  for (const { id, sources } of [...series, ...figures]) found.set(id, sources);
  for (const { id, derivation } of figures) {
    const parts = derivation.match(/[A-Z]\d{3}[a-z]?/g) ?? [];
    if (found.get(id)?.length === 0)
      found.set(
        id,
        parts.flatMap((part) => found.get(part) ?? []),
      );
  }
  for (const tie of ties) found.set(tie.id, sourcesOf(tie, page));
  return found;
}

/** The series of the dossier, each with its span, last value and sources. */
export function SeriesRows({ page }: { readonly page: Page }): JSX.Element | undefined {
  const { series } = page.dossier;
  if (series.length === 0) return undefined;
  return (
    <ul class="sources">
      {series.map(({ id, title, days, sources }) => (
        <li key={id} id={`r-${id}`}>
          {title[page.language]} ({page.say("series")},{" "}
          {formatPeriodInWords({ start: days[0], end: days[days.length - 1] }, page.language)}):{" "}
          <SourceLinks page={page} sources={sources} />
        </li>
      ))}
    </ul>
  );
}
