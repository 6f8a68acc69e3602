import type { FanSeries } from "../../../chart/index.ts";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
import { formatReading, type Language } from "../../../text/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

export interface FanWords {
  /** How a value of the graph is written. */
  readonly words: (value: number) => string;
  /** The finding: where the median ends, and half of the runs. */
  readonly title: string;
  readonly description: string;
  readonly median: string;
  readonly low: string;
  readonly high: string;
  /** The last period. */
  readonly date: string;
}

/** What is said of a graph of an ensemble. */
export function fanWords(
  { guide }: Pick<ModelCard, "guide">,
  graph: GuideGraph,
  found: PictureGraph,
  dates: readonly string[],
  language: Language,
): FanWords {
  const last = dates.length - 1;
  const words = (value: number): string => formatReading(value, graph.as, language, guide.money);
  const [lowest, low, median, high, highest] = found.fan.bands.map((band) => words(band[last]));
  const date = dates[last];
  const what = graph.words[language];
  return {
    words,
    title: say(language, "graphFinding", { what, median, low, high, date }),
    description: say(language, "graphDescription", {
      from: dates[0],
      to: date,
      first: words(found.fan.bands[2][0]),
      median,
      lowest,
      highest,
      baseline: words(found.baseline[last]),
    }),
    median,
    low,
    high,
    date,
  };
}

/** What is drawn of a graph. */
export function fanSeriesOf({ fan, samples, baseline }: PictureGraph, dates: readonly string[]): FanSeries {
  return { dates, bands: fan.bands, samples, baseline };
}
