import type { JSX } from "preact";
import { formatDay, readPeriod } from "../../core/period.ts";
import type { Loop } from "../../measure/index.ts";
import { Lead, LoopsSection, periodInWords, SelfFinancedSection } from "../../report/index.ts";
import type { LoopMapSeries } from "../../chart/index.ts";
import { formatMoney, formatDayInWords } from "../../text/index.ts";
import { circuit as german } from "../../text/de/circuit.ts";
import { circuit as english } from "../../text/en/circuit.ts";
import { RibbonTable } from "../parts/ribbon-table.tsx";
import { Choice } from "../parts/choice.tsx";
import { MapFigure, seriesOf } from "../parts/map-figure.tsx";
import { Slider } from "../parts/slider.tsx";
import type { Reading } from "../state/state.ts";
import { type View, useView } from "../view.ts";
import { appText, speaker } from "../words.ts";

const say = speaker(english, german);
const readings: readonly Reading[] = ["announced", "contracted", "paid"];
const listed = 8;

/** The loop map with the list of its loops, replayed by date, at three degrees of firmness. */
export function Circuit(): JSX.Element {
  const view = useView();
  const { state, page } = view;
  const { language } = state;
  const { circuit } = view.measured.measurement;
  const chosen = circuit.loops.find((loop) => nameOf(loop) === state.part);
  const series = withSteps(seriesOf(view), chosen);
  const lit = litBy(series, chosen, state.part);
  return (
    <div class="circuit">
      <h1>{say(language, "title")}</h1>
      <Lead page={page} state={page.states[0]} />
      <div class="controls">
        <Choice
          label={appText(language, "reading")}
          value={state.reading}
          options={readings.map((value) => ({ value, label: appText(language, value) }))}
          hrefOf={(reading) => view.href({ reading, evidence: "" })}
        />
        <Replay view={view} />
      </div>
      <div class="map-and-loops">
        {series.ribbons.length > 0 ? (
          <MapFigure series={series} id="map" lit={lit}>
            <p class="quiet">{page.say("mapNote", { window: periodInWords(page, circuit.window) })}</p>
          </MapFigure>
        ) : (
          <p>{say(language, "nothing")}</p>
        )}
        <Loops view={view} chosen={chosen} />
      </div>
      <RibbonTable series={series} />
      <details>
        <summary>{say(language, "more")}</summary>
        <LoopsSection page={page} state={page.states[0]} />
      </details>
      <h2>{say(language, "own")}</h2>
      <SelfFinancedSection page={page} state={page.states[0]} />
    </div>
  );
}

/** A slider over the days on which deals became known. */
function Replay({ view }: { readonly view: View }): JSX.Element {
  const { state, original } = view;
  const { language } = state;
  const days = [...new Set([...original.ties.map(({ date }) => date.end), original.asOf])]
    .filter((day) => day <= Math.max(original.asOf, ...original.vintages))
    .sort((a, b) => a - b);
  const shown = readPeriod(state.asOf)?.end ?? original.asOf;
  const at = Math.max(
    0,
    days.findLastIndex((day) => day <= shown),
  );
  const known = original.ties.filter(({ date }) => date.end <= days[at]).length;
  return (
    <Slider
      label={say(language, "replay")}
      value={at}
      low={0}
      high={days.length - 1}
      step={1}
      words={say(language, "replayWords", { day: formatDayInWords(days[at], language), count: known })}
      onMove={(index, options) =>
        view.change({ asOf: formatDay(days[index]), evidence: "", part: "" }, options)
      }
    />
  );
}

function Loops({ view, chosen }: { readonly view: View; readonly chosen: Loop | undefined }): JSX.Element {
  const { state, page } = view;
  const { language } = state;
  const { circuit } = view.measured.measurement;
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  return (
    <section class="loops" aria-labelledby="loops-title">
      <h2 id="loops-title">{say(language, "loops")}</h2>
      <p class="quiet">{say(language, "loopHint")}</p>
      <ol>
        {circuit.loops.slice(0, listed).map((loop) => (
          <li key={nameOf(loop)}>
            <a
              href={view.href({ part: nameOf(loop), evidence: flowsOf(loop) })}
              aria-current={loop === chosen ? "true" : undefined}
            >
              <strong>{[...loop.actors, loop.actors[0]].map(page.nameOf).join(" → ")}</strong>
              <span class="quiet">
                {say(language, "perLoop", {
                  expected: money(loop.expected),
                  certain: money(loop.certain),
                  possible: money(loop.possible),
                })}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {state.part !== "" && (
        <p>
          <a href={view.href({ part: "", evidence: "" })}>{say(language, "clear")}</a>
        </p>
      )}
    </section>
  );
}

/** The name of a loop in the address. */
function nameOf(loop: Loop): string {
  return loop.actors.join("-");
}

function flowsOf(loop: Loop): string {
  return [...new Set(loop.legs.flatMap(({ flows }) => flows))].join(",");
}

/** The series with the steps of a chosen loop numbered; by the widest ribbon of each leg. */
function withSteps(series: LoopMapSeries, loop: Loop | undefined): LoopMapSeries {
  if (!loop) return series;
  const mainLoop = loop.legs.flatMap(({ from, to }) => {
    const legs = series.ribbons.filter((ribbon) => ribbon.from === from && ribbon.to === to);
    const [widest] = [...legs].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
    return widest ? [{ from, to, ribbon: widest.id }] : [];
  });
  return { ...series, mainLoop };
}

/** Ribbons that a chosen loop, ribbon or actor brings out. */
function litBy(series: LoopMapSeries, loop: Loop | undefined, part: string): ReadonlySet<string> | undefined {
  if (part === "") return undefined;
  const lit = series.ribbons.filter(
    ({ id, from, to }) =>
      id === part ||
      from === part ||
      to === part ||
      loop?.legs.some((leg) => leg.from === from && leg.to === to),
  );
  return lit.length > 0 ? new Set(lit.map(({ id }) => id)) : undefined;
}
