import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { ChartDefinitions, chartStyle, chartText } from "../chart/index.ts";
import type { About, Circuit } from "../measure/index.ts";
import { engineVersion } from "../core/version.ts";
import { formatDayInWords, type Language } from "../text/index.ts";
import { LoopsSection, SelfFinancedSection } from "./circuit-sections.tsx";
import { CalculationRows, SeriesRows } from "./calculation-rows.tsx";
import { ClaimsSection } from "./claims-section.tsx";
import { HowFound } from "./how-found.tsx";
import { MapSection } from "./map-section.tsx";
import { MeasureCards, resultLists } from "./measure-cards.tsx";
import { ProvenanceSection } from "./provenance-section.tsx";
import { FigureRows, SourceRows, TieRows } from "./row-sections.tsx";
import { pageStyle, stateStyle } from "./style.ts";
import {
  dayOf,
  type Page,
  preparePage,
  type Reading,
  readings,
  type Subject,
  vintagesOf,
} from "./subject.ts";

export interface ReportOptions {
  readonly language: Language;
  /** What the page shows first; by default the dossier's own vintage and everything announced. */
  readonly vintage?: string;
  readonly reading?: Reading;
  /** Address of the style sheet; without one it is written into the page. */
  readonly stylesheet?: string;
  /** Address of the same page in the other language, if there is one. */
  readonly otherLanguage?: string;
}

/** Shapes of a drawing have no content; closed at once they take half the room. */
const emptyShapes = /><\/(?:path|rect|circle|line|stop|use)>/g;

/** The style sheet of the page, for a server that sends it on its own. */
export function reportStyle(measurements: Subject["measurements"]): string {
  return chartStyle + pageStyle + stateStyle([...new Set(measurements.map(({ asOf }) => asOf))], readings);
}

/**
 * A dossier and its measurements as one HTML page: no script, no address that is fetched, readable offline. The reader
 * switches date and status by style sheet alone.
 */
export function renderReport(subject: Subject, options: ReportOptions): string {
  const page = preparePage(subject, options.language);
  const style = options.stylesheet === undefined ? reportStyle(subject.measurements) : undefined;
  const html = renderToString(<Document page={page} options={options} style={style} />);
  return `<!doctype html>\n${html.replace(emptyShapes, "/>")}\n`;
}

interface DocumentProps {
  readonly page: Page;
  readonly options: ReportOptions;
  readonly style: string | undefined;
}

function Document({ page, options, style }: DocumentProps): JSX.Element {
  const { dossier, language } = page;
  const title = dossier.title[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={dossier.summary[language]} />
        <title>{`${title} – Kreislauf`}</title>
        <link rel="icon" href="data:," />
        {style === undefined ? (
          <link rel="stylesheet" href={options.stylesheet} />
        ) : (
          <style dangerouslySetInnerHTML={{ __html: style }} />
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {page.say("skip")}
        </a>
        <header>
          <p class="brand">Kreislauf</p>
          {options.otherLanguage && (
            <a
              href={options.otherLanguage}
              hreflang={language === "de" ? "en" : "de"}
              lang={language === "de" ? "en" : "de"}
            >
              {page.say("otherLanguage")}
            </a>
          )}
        </header>
        <Contents page={page} />
        <ChartDefinitions language={language} />
        <main id="content">
          <h1>{title}</h1>
          <Switches page={page} options={options} />
          <section id="map" aria-label={chartText(language, "mapTitle")}>
            {page.states.map((state) => (
              <MapSection key={state.name} page={page} state={state} />
            ))}
            <p class="quiet">{page.say("switchHint")}</p>
            <p>
              {dossier.summary[language]} <a href="#sources">{page.say("sources")}</a>
            </p>
          </section>
          <Section id="loops" title={page.say("loops")}>
            {page.states.map((state) => (
              <LoopsSection key={state.name} page={page} state={state} />
            ))}
            <Objections page={page} aboutOf={({ about }) => about.loops} />
          </Section>
          <Section id="self-financed" title={page.say("selfFinanced")}>
            {page.states.map((state) => (
              <SelfFinancedSection key={state.name} page={page} state={state} />
            ))}
            <Objections page={page} aboutOf={({ selfFinanced }) => selfFinanced[0]} />
          </Section>
          <Section id="provenance" title={page.say("provenance")}>
            {page.states.map((state) => (
              <ProvenanceSection key={state.name} page={page} state={state} />
            ))}
            <Objections page={page} aboutOf={({ about }) => about.provenance} />
          </Section>
          {listsOf(page).map((list) => (
            <Section key={list} id={list} title={page.say(list)}>
              <MeasureCards page={page} list={list} />
            </Section>
          ))}
          {dossier.claims.length > 0 && (
            <Section id="claims" title={page.say("claims")}>
              <ClaimsSection page={page} />
            </Section>
          )}
          <Section id="ties" title={page.say("ties")}>
            <TieRows page={page} />
          </Section>
          <Section id="figures" title={page.say("figures")}>
            <FigureRows page={page} />
          </Section>
          <Section id="calculations" title={page.say("calculations")}>
            <CalculationRows page={page} />
          </Section>
          <Section id="sources" title={page.say("sources")}>
            <SeriesRows page={page} />
            <SourceRows page={page} />
          </Section>
        </main>
        <footer>
          {page.say("madeWith", {
            version: engineVersion,
            dossier: dossier.id,
            day: page.states[0]?.vintage ?? "",
          })}
        </footer>
      </body>
    </html>
  );
}

/** What speaks against a measure of the circuit; it is the same at all dates and statuses. */
function Objections(props: {
  readonly page: Page;
  readonly aboutOf: (circuit: Circuit) => About | undefined;
}): JSX.Element | undefined {
  const about = props.page.states
    .map(({ measurement }) => props.aboutOf(measurement.circuit))
    .find((found) => found !== undefined);
  return about && <HowFound page={props.page} about={about} />;
}

function listsOf(page: Page): readonly (typeof resultLists)[number][] {
  return resultLists.filter((list) => page.states.some(({ measurement }) => measurement[list].length > 0));
}

function Contents({ page }: { readonly page: Page }): JSX.Element {
  const claims = page.dossier.claims.length > 0 ? (["claims"] as const) : [];
  const places = [
    "loops",
    ["self-financed", "selfFinanced"],
    "provenance",
    ...listsOf(page),
    ...claims,
    "ties",
    "figures",
    "calculations",
    "sources",
  ] as const;
  return (
    <nav aria-label={page.say("contents")}>
      <ul>
        {places.map((place) => {
          const [id, word] = typeof place === "string" ? [place, place] : place;
          return (
            <li key={id}>
              <a href={`#${id}`}>{page.say(word)}</a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Radio buttons for date and status; the style sheet shows what fits to them. */
function Switches({ page, options }: { readonly page: Page; readonly options: ReportOptions }): JSX.Element {
  const days = vintagesOf(page).map(({ vintage }) => vintage);
  const known = readings.filter((reading) => page.states.some((state) => state.reading === reading));
  const firstDay =
    days.find((day) => day === options.vintage) ??
    days.find((day) => dayOf(day) === page.dossier.asOf) ??
    days[0];
  const firstReading = known.find((reading) => reading === options.reading) ?? known[0];
  return (
    <form class="switches">
      <fieldset>
        <legend>{page.say("vintage")}</legend>
        {days.map((day) => (
          <label key={day}>
            <input type="radio" name="vintage" id={`k${day}`} value={day} checked={day === firstDay} />{" "}
            {formatDayInWords(dayOf(day), page.language)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{page.say("status")}</legend>
        {known.map((reading) => (
          <label key={reading}>
            <input
              type="radio"
              name="status"
              id={reading}
              value={reading}
              checked={reading === firstReading}
            />{" "}
            {page.say(reading)}
          </label>
        ))}
      </fieldset>
    </form>
  );
}

function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}
