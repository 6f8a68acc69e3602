import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { FanChart, placeFan } from "../../../chart/index.ts";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
import { formatNumber } from "../../../text/index.ts";
import { useNear } from "../../parts/use-near.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { FanTable } from "./fan-table.tsx";
import { fanSeriesOf, fanWords } from "./fan-words.ts";
import { Explanation } from "./explanation.tsx";
import { PredictFigure } from "./predict-figure.tsx";
import { say } from "./words.ts";

export interface FanFigureProps {
  readonly card: ModelCard;
  readonly graph: GuideGraph;
  readonly found: PictureGraph;
  readonly simulated: Simulated;
}

/**
 * One graph: the finding as its title, the fan, the guess, the table and the equation behind it. While a slider moves,
 * only graphs near the screen follow; the others take the next full ensemble, or what there is when they come near.
 */
export function FanFigure(props: FanFigureProps): JSX.Element {
  const { place, isNear } = useNear<HTMLElement>(true);
  const drawn = useRef(props);
  if (isNear || !props.simulated.isPreview) drawn.current = props;
  return (
    <figure class="graph" id={`graph-${props.graph.id}`} ref={place}>
      <FanContent {...drawn.current} />
    </figure>
  );
}

function FanContent({ card, graph, found, simulated }: FanFigureProps): JSX.Element {
  const { language } = useView().state;
  const { dates } = simulated.picture;
  const [isHidden, setHidden] = useState(false);
  const { words, title, description, median, low, high, date } = fanWords(
    card,
    graph,
    found,
    dates,
    language,
  );
  const series = fanSeriesOf(found, dates);
  // A slider redraws the page more than once before new runs are there; the picture is drawn once for each.
  const chart = useMemo(
    () => (
      <FanChart
        placed={placeFan(series, words)}
        id={`fan-${graph.id}`}
        yWords={words}
        {...{ title, description }}
      />
    ),
    [found, language],
  );
  return (
    <>
      <h3>
        {graph.words[language]}
        {!isHidden && (
          <>
            : <span class="number">{median}</span>{" "}
            <small>{say(language, "graphRange", { low, high, date })}</small>
          </>
        )}
      </h3>
      <PredictFigure what={graph.words[language]} {...{ series, words }} fan={found.fan} onHide={setHidden}>
        {chart}
      </PredictFigure>
      <figcaption>
        {say(language, "graphSource", {
          model: card.name,
          runs: formatNumber(simulated.runs, language),
          seed: simulated.seed,
          unit: graph.unit[language],
        })}
      </figcaption>
      {!isHidden && <FanTable {...{ graph, found, dates, words }} />}
      <Explanation graph={graph.id} />
    </>
  );
}
