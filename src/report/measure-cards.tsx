import type { JSX } from "preact";
import { RangeMark, scaleOf } from "../chart/index.ts";
import type { Measurement, Result } from "../measure/index.ts";
import { describeMethod, formatQuantity } from "../text/index.ts";
import { leadingResult, nameSubject, stateFinding } from "./finding.ts";
import { HowFound } from "./how-found.tsx";
import { EvidenceList, Sourced } from "./links.tsx";
import { type Page, periodInWords, sharedByVintage, vintagesOf } from "./subject.ts";

/** Lists of results of a measurement, in the order of the page. */
export const resultLists = [
  "concentration",
  "marketShares",
  "valuation",
  "requiredRevenue",
  "growth",
  "realisation",
  "chipLife",
  "leverage",
  "losses",
  "footprint",
] as const satisfies readonly (keyof Measurement)[];

export type ResultList = (typeof resultLists)[number];

/** How many results a card shows before the rest goes behind a fold. */
export const cardDefaults = { rows: 6 } as const;

/** The cards of one list: one a measure, shared by all dates at which it is the same. */
export function MeasureCards({
  page,
  list,
}: {
  readonly page: Page;
  readonly list: ResultList;
}): JSX.Element {
  const states = vintagesOf(page);
  const measures = new Set(
    states.flatMap(({ measurement }) => measurement[list].map(({ measure }) => measure)),
  );
  return (
    <div class="cards">
      {[...measures].flatMap((measure) =>
        sharedByVintage(states, (state) =>
          state.measurement[list].filter((result) => result.measure === measure),
        )
          .filter(({ value }) => value.length > 0)
          .map(({ classes, value }) => (
            <Card
              key={classes}
              {...{ page, classes }}
              id={`${classes.split(" ")[0]}-${list}-${measure}`}
              results={value}
            />
          )),
      )}
    </div>
  );
}

function Card(props: {
  readonly page: Page;
  readonly id: string;
  readonly classes: string;
  readonly results: readonly Result[];
}): JSX.Element {
  const { page, id } = props;
  const lead = leadingResult(page, props.results);
  const results = chooseRows(page, props.results, lead);
  const left = props.results.length - results.length;
  return (
    <article class={`card state ${props.classes}`}>
      <p class="kicker">{describeMethod(lead.measure, page.language).name}</p>
      <h3>{stateFinding(page, lead)}</h3>
      <ul class="ranges">
        {results.map((result, index) => (
          <RangeRow key={result.id} page={page} list={`${id}-${index}`} result={result} all={results} />
        ))}
      </ul>
      {left > 0 && <Others page={page} id={id} all={props.results} shown={results} />}
      <HowFound page={page} about={lead} id={`${id}-how`} />
    </article>
  );
}

/** Results beyond the first few: behind a fold where there is room, else where to find them. */
function Others(props: {
  readonly page: Page;
  readonly id: string;
  readonly all: readonly Result[];
  readonly shown: readonly Result[];
}): JSX.Element {
  const { page, all, shown } = props;
  const rest = all.filter((result) => !shown.includes(result));
  if (!page.rowsOf) return <p class="quiet">{page.say("moreResults", { count: rest.length })}</p>;
  return (
    <details>
      <summary>
        {page.say("othersHere", { count: rest.length })}{" "}
        <span class="unseen">{describeMethod(rest[0].measure, page.language).name}</span>
      </summary>
      <ul class="ranges">
        {rest.map((result, index) => (
          <RangeRow key={result.id} page={page} list={`${props.id}-o${index}`} result={result} all={all} />
        ))}
      </ul>
    </details>
  );
}

/** At most `cardDefaults.rows` results: the leading one, then the others of its subject, then all others, in order. */
function chooseRows(page: Page, results: readonly Result[], lead: Result): readonly Result[] {
  if (results.length <= cardDefaults.rows) return results;
  const rank = (result: Result): number =>
    result === lead ? 0 : result.subject === lead.subject || result.subject === page.dossier.focus ? 1 : 2;
  const chosen = new Set(
    results
      .map((result, index) => ({ result, index }))
      .sort((a, b) => rank(a.result) - rank(b.result) || a.index - b.index)
      .slice(0, cardDefaults.rows)
      .map(({ result }) => result),
  );
  return results.filter((result) => chosen.has(result));
}

function RangeRow(props: {
  readonly page: Page;
  readonly list: string;
  readonly result: Result;
  readonly all: readonly Result[];
}): JSX.Element {
  const { page, list, result, all } = props;
  const { value } = result;
  // Lengths are comparable only in the same unit, and one alone says nothing.
  const alike = all.filter(({ unit }) => unit === result.unit).map((other) => other.value);
  const words = (amount: number): string => formatQuantity(amount, result.unit, page.language);
  const about = [
    result.of && nameSubject(page, result.of),
    result.period && periodInWords(result.period, page.language),
  ];
  return (
    <li>
      <span class="label">
        {nameSubject(page, result.subject)} <span class="quiet">{about.filter(Boolean).join(" · ")}</span>
      </span>
      <span class="value">
        <Sourced page={page} evidence={result.evidence} list={list}>
          {words(value.value)}
          {value.low !== value.high && (
            <small>
              {" "}
              ({words(value.low)} … {words(value.high)})
            </small>
          )}
        </Sourced>
      </span>
      {(alike.length > 1 || value.low !== value.high) && <RangeMark range={value} scale={scaleOf(alike)} />}
      <EvidenceList page={page} evidence={result.evidence} id={list} />
    </li>
  );
}
