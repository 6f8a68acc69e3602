import type { JSX } from "preact";
import {
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  loopMapShapes,
  type LoopMapSeries,
  type MapRibbon,
  placeLoopMap,
  chartText,
  definitionsOf,
} from "../chart/index.ts";
import { formatShare } from "../text/index.ts";
import { Sourced, SourcedSentence } from "./links.tsx";
import { type Page, periodInWords, type State } from "./subject.ts";

/** How many actors the two drawings show; a telephone has room for fewer. */
export const mapDefaults = { wide: 10, narrow: 7 } as const;

/** The first screen of a state: one finding in a sentence, the loop map, the largest loop step by step. */
export function MapSection({ page, state }: { readonly page: Page; readonly state: State }): JSX.Element {
  const { circuit } = state.measurement;
  const { language } = page;
  const seriesOf = (actors: number): LoopMapSeries =>
    loopMapSeries(state.ledger, circuit, { language, actors });
  const series = seriesOf(mapDefaults.wide);
  const id = idOf(state);
  const linkOf = (target: { readonly ribbon: string } | { readonly actor: string }): string => {
    const ties =
      "actor" in target
        ? circuit.about.circulation.evidence
        : series.ribbons.filter((ribbon) => ribbon.id === target.ribbon).flatMap((ribbon) => ribbon.ties);
    return page.citations.cite(ties) ?? `#${id}-list`;
  };
  return (
    <div class={`state ${state.name}`}>
      <Lead page={page} state={state} />
      {series.ribbons.length > 0 && (
        <figure class="map">
          {(["wide", "narrow"] as const).map((shape) => {
            const drawn = shape === "wide" ? series : seriesOf(mapDefaults.narrow);
            return (
              <div key={shape} class={shape}>
                <LoopMap
                  {...{ language, linkOf }}
                  description={describeLoopMap(drawn, circuit, language)}
                  placed={placeLoopMap(drawn, loopMapShapes[shape])}
                  id={`${id}-${shape}`}
                  definitions={shape === "wide" ? definitionsOf.map : definitionsOf.upright}
                />
                <p class="quiet more">
                  <Hidden series={drawn} page={page} />
                </p>
              </div>
            );
          })}
          <figcaption>
            <Steps page={page} series={series} />
            <p class="quiet note">
              {page.say("mapNote", { window: periodInWords(page, circuit.window) })} {page.say("source")}:{" "}
              {page.say("mapSource")}.
            </p>
          </figcaption>
          <RibbonTable page={page} series={series} id={id} />
        </figure>
      )}
    </div>
  );
}

/** Prefix of the ids of a state. */
function idOf({ vintage, reading }: State): string {
  return `m${vintage}-${reading}`;
}

/** The finding of a state in one or two sentences. */
export function Lead({ page, state }: { readonly page: Page; readonly state: State }): JSX.Element {
  const { circuit } = state.measurement;
  const money = (amount: number): string => page.money(amount, circuit.unit);
  if (circuit.totalFlow === 0) return <p class="lead">{page.say("leadNothing")}</p>;
  const own = circuit.selfFinanced.find(({ actor }) => actor === page.dossier.focus);
  const financed = own !== undefined && own.outlays > 0;
  const all = page.aboutOf?.("circulation") ?? circuit.about.circulation.evidence;
  const ownEvidence = own && (page.aboutOf?.(`own.${own.actor}`) ?? own.evidence);
  return (
    <p class="lead">
      <SourcedSentence
        page={page}
        sentence={page.say(financed ? "lead" : "leadNoOutlays")}
        words={{
          window: periodInWords(page, circuit.window),
          focus: page.nameOf(page.dossier.focus),
        }}
        numbers={{
          share: [formatShare(circuit.circulation.shareOfFlow, page.language), all],
          total: [money(circuit.totalFlow), all],
          ...(own &&
            ownEvidence && {
              outlays: [money(own.outlays), ownEvidence],
              certain: [money(own.certain), ownEvidence],
              proportional: [money(own.proportional), ownEvidence],
              possible: [money(own.possible), ownEvidence],
            }),
        }}
      />
    </p>
  );
}

interface SeriesProps {
  readonly page: Page;
  readonly series: LoopMapSeries;
  readonly id: string;
}

function Steps({ page, series }: Omit<SeriesProps, "id">): JSX.Element | undefined {
  if (series.mainLoop.length === 0) return undefined;
  const verbs = { buy: "stepBuy", own: "stepOwn", lend: "stepLend" } as const;
  return (
    <>
      <h2 class="small">{page.say("mapSteps")}</h2>
      <ol class="steps-list">
        {series.mainLoop.map(({ ribbon: key }) => {
          const ribbon = series.ribbons.find((candidate) => candidate.id === key);
          if (!ribbon) return undefined;
          return (
            <li key={key}>
              <SourcedSentence
                page={page}
                sentence={page.say("step")}
                words={{
                  from: page.nameOf(ribbon.from),
                  kind: page.say(verbs[ribbon.kind]),
                  to: page.nameOf(ribbon.to),
                  status: chartText(page.language, ribbon.status),
                }}
                numbers={{ amount: [page.money(ribbon.amount, series.unit), ribbon.ties] }}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Hidden({ series, page }: Pick<SeriesProps, "series" | "page">): JSX.Element | undefined {
  if (series.hidden.length === 0) return undefined;
  const first = series.hidden
    .slice(0, 6)
    .map(({ name }) => name)
    .join(", ");
  const rest = series.hidden.length - 6;
  const names = rest > 0 ? chartText(page.language, "hiddenMore", { names: first, count: rest }) : first;
  return <>{chartText(page.language, "hiddenActors", { names })}</>;
}

function RibbonTable({ page, series, id }: SeriesProps): JSX.Element {
  const word = (key: Parameters<typeof chartText>[1]): string => chartText(page.language, key);
  const columns = ["from", "to", "kind", "status", "amount", "ofItCertain", "ofItExpected"] as const;
  const order = [...series.ribbons].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  return (
    <details id={`${id}-list`}>
      <summary>{word("tableBehind")}</summary>
      <div class="scroll" tabIndex={0} role="group" aria-label={word("tableBehind")}>
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" class={index > 3 ? "r" : undefined}>
                  {word(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((ribbon) => (
              <RibbonRow key={ribbon.id} {...{ page, series, ribbon }} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function RibbonRow({
  page,
  series,
  ribbon,
}: Omit<SeriesProps, "id"> & { readonly ribbon: MapRibbon }): JSX.Element {
  const amounts = [ribbon.amount, ribbon.certain, ribbon.expected];
  return (
    <tr>
      <td>{page.nameOf(ribbon.from)}</td>
      <td>{page.nameOf(ribbon.to)}</td>
      <td>{chartText(page.language, ribbon.kind)}</td>
      <td>{chartText(page.language, ribbon.status)}</td>
      {amounts.map((amount, index) => (
        <td key={index} class="r">
          <Sourced page={page} evidence={ribbon.ties}>
            {page.money(amount, series.unit)}
          </Sourced>
        </td>
      ))}
    </tr>
  );
}
