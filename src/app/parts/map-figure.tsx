import type { ComponentChildren, JSX } from "preact";
import {
  chartText,
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  type LoopMapSeries,
  loopMapShapes,
  placeLoopMap,
} from "../../chart/index.ts";
import { mapDefaults } from "../../report/index.ts";
import { start as german } from "../../text/de/start.ts";
import { start as english } from "../../text/en/start.ts";
import { formatMoney, formatShare } from "../../text/index.ts";
import { type View, useView } from "../view.ts";
import { speaker } from "../words.ts";

const say = speaker(english, german);

/** The series of the loop map of what is shown. */
export function seriesOf(view: View, actors?: number): LoopMapSeries {
  const { measured, state } = view;
  return loopMapSeries(measured.ledger, measured.measurement.circuit, {
    language: state.language,
    ...(actors !== undefined && { actors }),
  });
}

/** What a map shows first: how much of what firms pay each other can go round at most. */
export function mapFinding({ measured, state }: Pick<View, "measured" | "state">): string {
  const { circuit } = measured.measurement;
  return say(state.language, "mapFinding", {
    share: formatShare(circuit.circulation.shareOfFlow, state.language),
    total: formatMoney(circuit.totalFlow, circuit.unit, state.language),
  });
}

/** The loop map, wide and upright for narrow pages, with links that open the evidence of each payment. */
export function MapFigure(props: {
  readonly series: LoopMapSeries;
  readonly id: string;
  /** Ribbons to bring out. */
  readonly lit?: ReadonlySet<string> | undefined;
  /** What the map shows, in one sentence. */
  readonly finding?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const view = useView();
  const { series, lit } = props;
  const { language } = view.state;
  const { circuit } = view.measured.measurement;
  const { narrow } = mapDefaults;
  const drawn = { wide: series, narrow: series.actors.length > narrow ? seriesOf(view, narrow) : series };
  const ribbons = new Map(
    [...drawn.narrow.ribbons, ...series.ribbons].map((ribbon) => [ribbon.id, ribbon] as const),
  );
  const linkOf = (target: { readonly ribbon: string } | { readonly actor: string }): string => {
    if ("actor" in target) {
      const own = series.ribbons.filter(({ from, to }) => from === target.actor || to === target.actor);
      return view.href({ screen: "circuit", part: target.actor, evidence: tiesOf(own) });
    }
    const ribbon = ribbons.get(target.ribbon);
    return view.href({ screen: "circuit", part: target.ribbon, evidence: tiesOf(ribbon ? [ribbon] : []) });
  };
  const description = describeLoopMap(series, circuit, language);
  return (
    <figure class="map" aria-label={chartText(language, "mapTitle")}>
      {props.finding && <h2 class="map-finding">{props.finding}</h2>}
      {(["wide", "narrow"] as const).map((shape) => (
        <div key={shape} class={shape}>
          <LoopMap
            {...{ language, description, linkOf }}
            placed={placeLoopMap(drawn[shape], loopMapShapes[shape])}
            id={`${props.id}-${shape}`}
            {...(lit && { lit })}
          />
        </div>
      ))}
      {props.children && <figcaption>{props.children}</figcaption>}
    </figure>
  );
}

function tiesOf(ribbons: LoopMapSeries["ribbons"]): string {
  return [...new Set(ribbons.flatMap(({ ties }) => ties))].slice(0, 30).join(",");
}
