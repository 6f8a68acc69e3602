import type { JSX } from "preact";
import { RangeMark, scaleOf } from "../chart/index.ts";
import type { Measurement, Result } from "../measure/index.ts";
import { describeMethod, formatQuantity } from "../text/index.ts";
import { leadingResult, stateFinding } from "./finding.ts";
import { HowFound } from "./how-found.tsx";
import { EvidenceList, Sourced } from "./links.tsx";
import { type Page, periodInWords, type State } from "./subject.ts";

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
export const cardDefaults = { rows: 7 } as const;

/** The cards of one list: one a measure. */
export function MeasureCards(props: {
  readonly page: Page;
  readonly state: State;
  readonly list: ResultList;
}): JSX.Element {
  const { page, state, list } = props;
  const results = state.measurement[list];
  const measures = [...new Set(results.map(({ measure }) => measure))];
  return (
    <div class={`state k${state.vintage} cards`}>
      {measures.map((measure) => (
        <Card
          key={measure}
          page={page}
          id={`k${state.vintage}-${list}-${measure}`}
          results={results.filter((result) => result.measure === measure)}
        />
      ))}
    </div>
  );
}

function Card(props: {
  readonly page: Page;
  readonly id: string;
  readonly results: readonly Result[];
}): JSX.Element {
  const { page, id, results } = props;
  const lead = leadingResult(page, results);
  const [first, rest] = [results.slice(0, cardDefaults.rows), results.slice(cardDefaults.rows)];
  return (
    <article class="card">
      <p class="kicker">{describeMethod(lead.measure, page.language).name}</p>
      <h4>{stateFinding(page, lead)}</h4>
      <Ranges page={page} id={id} results={first} all={results} offset={0} />
      {rest.length > 0 && (
        <details>
          <summary>
            + {rest.length} <span class="unseen">{describeMethod(lead.measure, page.language).name}</span>
          </summary>
          <Ranges page={page} id={id} results={rest} all={results} offset={first.length} />
        </details>
      )}
      <HowFound page={page} about={lead} id={`${id}-how`} />
    </article>
  );
}

function Ranges(props: {
  readonly page: Page;
  readonly id: string;
  readonly results: readonly Result[];
  readonly all: readonly Result[];
  readonly offset: number;
}): JSX.Element {
  const { page, id, results, all, offset } = props;
  return (
    <ul class="ranges">
      {results.map((result, index) => {
        const { value } = result;
        // Ranges are comparable only in the same unit.
        const scale = scaleOf(all.filter(({ unit }) => unit === result.unit).map((other) => other.value));
        const list = `${id}-${offset + index}`;
        const words = (amount: number): string => formatQuantity(amount, result.unit, page.language);
        const about = [result.of && page.nameOf(result.of), periodInWords(result.period, page.language)];
        return (
          <li key={result.id}>
            <span class="label">
              {page.nameOf(result.subject)} <span class="quiet">{about.filter(Boolean).join(" · ")}</span>
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
            <RangeMark range={value} scale={scale} />
            <EvidenceList page={page} evidence={result.evidence} id={list} />
          </li>
        );
      })}
    </ul>
  );
}
