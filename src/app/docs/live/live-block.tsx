import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { lazy, type Lazy } from "../../parts/lazy.tsx";
import { useNear } from "../../parts/use-near.ts";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import type { LiveChart, LiveKind } from "../live-chart.ts";
import { LocalView } from "./local-view.tsx";
import { say } from "./words.ts";

/** What a kind of live chart is given. */
export interface LiveProps {
  readonly chart: LiveChart;
  /** The model text above the block. */
  readonly above: string;
}

const parts: Readonly<Record<LiveKind, Lazy<LiveProps>>> = {
  map: lazy(async () => (await import("./live-map.tsx")).LiveMap),
  run: lazy(async () => (await import("./live-run.tsx")).LiveRun),
  text: lazy(async () => (await import("./live-text.tsx")).LiveText),
  plan: lazy(async () => (await import("./live-plan.tsx")).LivePlan),
  ballot: lazy(async () => (await import("./live-ballot.tsx")).LiveBallot),
};

/** A chart in a document: fetched and computed when it comes near the page, with the way to its screen. */
export function LiveBlock({ chart, above }: LiveProps): JSX.Element {
  const { language } = useView().state;
  const { place, isNear } = useNear<HTMLElement>(false);
  // What was fetched stays.
  const wasNear = useRef(false);
  wasNear.current ||= isNear;
  const { Part } = parts[chart.kind];
  const waiting = <p class="quiet">{appText(language, "loading")}</p>;
  return (
    <LocalView start={chart.state}>
      <section class={`live-chart live-${chart.kind}`} aria-label={say(language, "try")} ref={place}>
        <p class="kicker">{say(language, "try")}</p>
        {wasNear.current ? <Part {...{ chart, above, waiting }} /> : waiting}
        <ScreenLink chart={chart} above={above} />
      </section>
    </LocalView>
  );
}

/** The way to the screen with what was moved here; a model takes its text along. */
function ScreenLink({ chart, above }: LiveProps): JSX.Element {
  const view = useView();
  return (
    <p class="onward">
      <a href={view.href(chart.kind === "text" ? { text: above } : {})}>{say(view.state.language, "open")}</a>
    </p>
  );
}
