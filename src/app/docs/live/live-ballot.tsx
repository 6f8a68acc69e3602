import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { DotPlot } from "../../../chart/index.ts";
import { medianLevels } from "../../../plan/ballot/levels.ts";
import { formatNumber } from "../../../text/index.ts";
import { Slider } from "../../parts/slider.tsx";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

const week = { goal: "week", unit: "h", low: 15, high: 45, today: 35 } as const;
/** Wishes of six others; with one's own they are odd in number. */
const others = [22, 26, 29, 31, 36, 40] as const;

/** A vote on the working week: the median, and what one's own wish does to it. */
export function LiveBallot(): JSX.Element {
  const { language } = useView().state;
  const [wish, setWish] = useState(20);
  const [result] = medianLevels([week], [[...others, wish]]).value ?? [];
  const hours = (value: number): string => say(language, "hours", { hours: formatNumber(value, language) });
  const level = result?.level ?? NaN;
  const dot = (
    value: number,
    hollow: boolean,
  ): Parameters<typeof DotPlot>[0]["rows"][number]["dots"][number] => ({
    range: { low: value, value, high: value },
    words: hours(value),
    hollow,
  });
  const title = say(language, "ballotTitle");
  return (
    <figure>
      <Slider
        label={say(language, "wish")}
        value={wish}
        low={week.low}
        high={week.high}
        step={1}
        words={hours(wish)}
        onMove={setWish}
      />
      <div role="status">
        <h3>{say(language, "median", { level: hours(level) })}</h3>
      </div>
      <DotPlot
        title={title}
        rows={[
          {
            name: say(language, "wishesRow"),
            dots: [...others.map((value) => dot(value, false)), dot(wish, true)],
          },
          { name: say(language, "medianRow"), dots: [dot(level, wish === level)] },
        ]}
      />
      <p>{wish === level ? say(language, "middle") : say(language, "moved", { wish: hours(wish) })}</p>
      <figcaption>
        {say(language, "wishes", { list: others.map(hours).join(", ") })} {say(language, "ballotSource")}
      </figcaption>
    </figure>
  );
}
