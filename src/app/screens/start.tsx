import type { JSX } from "preact";
import { readPeriod } from "../../core/period.ts";
import { formatDayInWords, formatMoney, formatShare } from "../../text/index.ts";
import { start as german } from "../../text/de/start.ts";
import { start as english } from "../../text/en/start.ts";
import { MapFigure, mapFinding, seriesOf } from "../parts/map-figure.tsx";
import { RibbonTable } from "../parts/ribbon-table.tsx";
import { Slider } from "../parts/slider.tsx";
import { useView } from "../view.ts";
import { speaker } from "../words.ts";
import { ShareResponse } from "./share-response.tsx";
import { StartFanPlace } from "./start-fan-place.tsx";

const say = speaker(english, german);
const firms = 8;

/** One question, one picture, one slider, three doors. */
export function Start(): JSX.Element {
  const view = useView();
  const { state, measured, page } = view;
  const { language, paidShare } = state;
  const { circuit } = measured.measurement;
  const focus = page.dossier.focus;
  const own = circuit.selfFinanced.find(({ actor }) => actor === focus);
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  const share = formatShare(paidShare, language);
  const series = seriesOf(view, firms);
  return (
    <div class="start">
      <header class="question">
        <h1>{say(language, "question")}</h1>
        <p class="lead">{say(language, "answer")}</p>
      </header>
      <div class="picture">
        <div>
          <MapFigure series={series} id="start-map" finding={mapFinding(view)}>
            {say(language, "mapSource", {
              dossier: page.dossier.title[language],
              day: formatDayInWords(
                readPeriod(measured.measurement.asOf)?.end ?? page.dossier.asOf,
                language,
              ),
            })}
          </MapFigure>
          <RibbonTable series={series} />
        </div>
        <section class="lever" aria-label={say(language, "slider")}>
          <Slider
            label={say(language, "slider")}
            value={Math.round(paidShare * 100)}
            low={0}
            high={100}
            step={1}
            words={share}
            ends={[say(language, "none"), say(language, "all")]}
            onMove={(percent, options) => view.change({ paidShare: percent / 100 }, options)}
          />
          <p class="finding" role="status">
            {say(language, "finding", {
              share,
              actor: page.nameOf(focus),
              certain: money(own?.certain ?? 0),
              expected: money(own?.proportional ?? 0),
              possible: money(own?.possible ?? 0),
            })}
          </p>
          <ShareResponse />
        </section>
      </div>
      <StartFanPlace />
      <nav class="doors" aria-label={say(language, "doors")}>
        <Door href={view.href({ screen: "circuit" })} title={say(language, "story")}>
          {say(language, "storyText")}
        </Door>
        <Door href={view.href({ screen: "measure" })} title={say(language, "bench")}>
          {say(language, "benchText")}
        </Door>
        <Door href={view.href({ screen: "data" })} title={say(language, "own")}>
          {say(language, "ownText")}
        </Door>
      </nav>
    </div>
  );
}

function Door(props: {
  readonly href: string;
  readonly title: string;
  readonly children: string;
}): JSX.Element {
  return (
    <a class="door" href={props.href}>
      <strong>{props.title}</strong>
      <span>{props.children}</span>
    </a>
  );
}
