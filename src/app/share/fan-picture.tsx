import { FanChart, fanSize, placeFan } from "../../chart/index.ts";
import type { GuideGraph, PictureGraph } from "../../simulate/index.ts";
import { formatNumber, type Language } from "../../text/index.ts";
import { fanSeriesOf, fanWords } from "../screens/simulate/fan-words.ts";
import { say as simulateWords } from "../screens/simulate/words.ts";
import type { AppState } from "../state/state.ts";
import type { ModelCard } from "../worker/model-card.ts";
import type { Simulated } from "../worker/simulate-job.ts";
import type { PictureContent, PictureDrawing, PictureOptions } from "./picture-content.ts";
import { assumptionsInWords, madeBy, modelSource, say } from "./picture-words.ts";

const alone = { ...fanSize, width: 760, height: 420 } as const;

/**
 * All graphs of a simulation under its first answer, or the one graph that the state's part names; undefined if there is
 * none of that name.
 */
export function fanPicture(
  card: ModelCard,
  simulated: Simulated,
  state: AppState,
  { day, prefix = "fan" }: PictureOptions = {},
): PictureContent | undefined {
  const { language, part, scenarios, set } = state;
  const { picture } = simulated;
  const drawn = card.guide.graphs.flatMap((graph) => {
    const found = picture.graphs.find(({ id }) => id === graph.id);
    // Without a change there is no gap to what would be without it.
    const isEmpty = graph.against === "baseline" && scenarios.length === 0 && Object.keys(set).length === 0;
    const isWanted = part === "" ? !isEmpty : part === graph.id;
    return found && isWanted ? [{ graph, found }] : [];
  });
  if (drawn.length === 0) return undefined;
  const size = drawn.length === 1 ? alone : fanSize;
  const drawings = drawn.map(({ graph, found }) => fanDrawing(graph, found, size));
  const answers = outcomesInWords(card, simulated, language);
  const [finding, ...others] = part === "" ? answers : [];
  const [only] = drawings;
  const isOne = drawings.length === 1;
  return {
    title: finding ?? (isOne ? only.title : card.title[language]),
    lead: [...others, ...assumptionsInWords(card, state)],
    drawings: isOne && finding === undefined ? [{ ...only, title: "" }] : drawings,
    source: [
      say(language, simulated.runs > 1 ? "fanKey" : "lineKey"),
      ...(finding === undefined ? [] : [simulateWords(language, "rangesOnly")]),
      ...(simulated.failed > 0 ? [simulateWords(language, "failed", { count: simulated.failed })] : []),
      [
        ...modelSource(card, language, {
          model: state.model,
          runs: simulated.runs,
          wanted: state.runs,
          seed: simulated.seed,
        }),
        ...madeBy(language, simulated.hash, day),
      ].join(" "),
    ],
  };

  function fanDrawing(graph: GuideGraph, found: PictureGraph, shape: typeof fanSize): PictureDrawing {
    const { dates } = picture;
    const said = fanWords(card, graph, found, dates, language);
    const { words, description } = said;
    const columns = [...found.fan.bands, found.baseline];
    const isFan = simulated.runs > 1;
    const title = isFan
      ? said.title
      : say(language, "lineFinding", { what: graph.words[language], value: said.median, date: said.date });
    const series = fanSeriesOf(found, dates);
    const [, , median] = found.fan.bands;
    return {
      id: graph.id,
      title,
      note: graph.unit[language],
      width: shape.width,
      height: shape.height,
      chart: (
        <FanChart
          placed={placeFan(isFan ? series : { ...series, bands: [median], samples: [] }, words, shape)}
          id={`${prefix}-${graph.id}`}
          yWords={words}
          {...{ title, description }}
        />
      ),
      table: {
        head: (["period", "lowest", "low", "median", "high", "highest", "baseline"] as const).map((key) =>
          simulateWords(language, key),
        ),
        rows: dates.map((date, period) => [date, ...columns.map((column) => words(column[period]))]),
      },
    };
  }
}

/** “In 62 of 100 runs …”: the answer of the first screen before the others. */
export function outcomesInWords(
  { guide }: ModelCard,
  { picture }: Simulated,
  language: Language,
): readonly string[] {
  const first = guide.first?.outcome;
  const sorted = [...guide.outcomes].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return sorted.flatMap(({ id, words }) => {
    const found = picture.outcomes.find((one) => one.id === id)?.frequency;
    const share = found && formatNumber(found.share * 100, language);
    return found ? [simulateWords(language, "outcome", { share: share!, what: words[language] })] : [];
  });
}
