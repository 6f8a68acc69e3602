import type { JSX } from "preact";
import { RangeMark, type Scale, scaleOf } from "../chart/index.ts";
import type { ResultLists, Result } from "../measure/index.ts";
import { describeMethod, formatQuantity } from "../text/index.ts";
import { leadingResult, nameSubject, stateFinding } from "./finding.tsx";
import { Assumptions, HowFound } from "./how-found.tsx";
import { Sourced } from "./links.tsx";
import { MeasureChart } from "./measure-chart.tsx";
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
] as const satisfies readonly (keyof ResultLists)[];

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
      {[...measures].map((measure) => (
        <Card
          key={measure}
          page={page}
          variants={sharedByVintage(states, ({ measurement }) =>
            measurement[list].filter((result) => result.measure === measure),
          ).filter(({ value }) => value.length > 0)}
        />
      ))}
    </div>
  );
}

/** One measure: what it says at each date, and once for all dates what speaks against it. */
function Card(props: {
  readonly page: Page;
  readonly variants: readonly { readonly classes: string; readonly value: readonly Result[] }[];
}): JSX.Element {
  const { page, variants } = props;
  const [{ value: results }] = variants;
  return (
    <article class={`card state ${variants.map(({ classes }) => classes).join(" ")}`}>
      <p class="kicker">{describeMethod(results[0].measure, page.language).name}</p>
      {variants.map(({ classes, value }) => (
        <div key={classes} class={`state ${classes}`}>
          <Findings page={page} all={value} />
        </div>
      ))}
      <HowFound page={page} about={results[0]} />
    </article>
  );
}

function Findings({ page, all }: { readonly page: Page; readonly all: readonly Result[] }): JSX.Element {
  const lead = leadingResult(page, all);
  const results = chooseRows(page, all, lead);
  const left = all.length - results.length;
  return (
    <>
      <h3>{stateFinding(page, lead)}</h3>
      <MeasureChart page={page} results={all} />
      <ul class="ranges">
        {results.map((result) => (
          <RangeRow key={result.id} page={page} result={result} all={results} />
        ))}
      </ul>
      {left > 0 && <Others page={page} all={all} shown={results} />}
      <Assumptions page={page} about={lead} />
    </>
  );
}

/** Results beyond the first few: behind a fold where there is room, else where to find them. */
function Others(props: {
  readonly page: Page;
  readonly all: readonly Result[];
  readonly shown: readonly Result[];
}): JSX.Element {
  const { page, all, shown } = props;
  const rest = all.filter((result) => !shown.includes(result));
  if (!page.showsAll) return <p class="quiet more">{page.say("moreResults", { count: rest.length })}</p>;
  return (
    <details>
      <summary>
        {page.say("othersHere", { count: rest.length })}{" "}
        <span class="unseen">{describeMethod(rest[0].measure, page.language).name}</span>
      </summary>
      <ul class="ranges">
        {rest.map((result) => (
          <RangeRow key={result.id} page={page} result={result} all={all} />
        ))}
      </ul>
    </details>
  );
}

/** At most `cardDefaults.rows` results: the leading one, then the others of its subject, then all others, in order. */
export function chooseRows(page: Page, results: readonly Result[], lead: Result): readonly Result[] {
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

/** The scale of a result's mark; lengths are comparable only in the same unit, and one alone says nothing. */
export function scaleFor({ unit, value }: Result, all: readonly Result[]): Scale | undefined {
  const alike = all.filter((other) => other.unit === unit).map((other) => other.value);
  return alike.length > 1 || value.low !== value.high ? scaleOf(alike) : undefined;
}

/** Which result of its subject it is: of what, when, and whether the article says so. */
export function aboutResult(page: Page, { of, period, origin }: Result): string {
  const about = [
    of && nameSubject(page, of),
    period && periodInWords(page, period),
    origin && page.say("articleSays"),
  ];
  return about.filter(Boolean).join(" · ");
}

function RangeRow(props: {
  readonly page: Page;
  readonly result: Result;
  readonly all: readonly Result[];
}): JSX.Element {
  const { page, result } = props;
  const { value } = result;
  const scale = scaleFor(result, props.all);
  const words = (amount: number): string => formatQuantity(amount, result.unit, page.language);
  return (
    <li>
      <span class="label">
        {nameSubject(page, result.subject)} <span class="quiet">{aboutResult(page, result)}</span>
      </span>
      <span class="value">
        <Sourced page={page} evidence={result.evidence}>
          {words(value.value)}
          {value.low !== value.high && (
            <small>
              {" "}
              ({words(value.low)} … {words(value.high)})
            </small>
          )}
        </Sourced>
      </span>
      {scale && <RangeMark range={value} scale={scale} />}
    </li>
  );
}
