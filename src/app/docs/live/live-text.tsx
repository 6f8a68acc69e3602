import type { JSX } from "preact";
import { FanChart, placeFan } from "../../../chart/index.ts";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
import { formatReading } from "../../../text/index.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useSimulation } from "../../parts/use-simulation.ts";
import { ParameterSlider } from "../../screens/simulate/parameter-slider.tsx";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { ModelRef } from "../../worker/opened-models.ts";
import { appText } from "../../words.ts";
import type { LiveChart } from "../live-chart.ts";
import type { LiveProps } from "./live-block.tsx";
import { sliderOf } from "./live-run.tsx";
import { say } from "./words.ts";

/** The model text above, run as it stands (`show`: variables), moved by one parameter. */
export function LiveText({ chart, above }: LiveProps): JSX.Element {
  const { language, model: name } = useView().state;
  const { result } = useJob({ kind: "source", name }, name);
  const file = result?.source?.file;
  const model: ModelRef | undefined = file === undefined ? undefined : { name, edits: { [file]: above } };
  const { result: card } = useJob(model && { kind: "describe", model }, `${file} ${above}`);
  if (result && !result.source) return <ProblemList problems={result.problems} />;
  if (!model || !card) return <p class="quiet">{appText(language, "loading")}</p>;
  return card.parameters ? <Run {...{ chart, card, model }} /> : <ProblemList problems={card.problems} />;
}

function Run(props: {
  readonly chart: LiveChart;
  readonly card: ModelCard;
  readonly model: ModelRef;
}): JSX.Element {
  const { chart, card, model } = props;
  const { language, scenarios, set, seed } = useView().state;
  const { shown, problems, release } = useSimulation(
    { model, scenarios, set, seed, runs: 1 },
    { isAside: true },
  );
  const slider = sliderOf(card, chart.slider);
  const graphs = card.guide.graphs.filter(({ id }) => chart.show.includes(id));
  return (
    <div aria-busy={!shown} class="live-run">
      {slider && <ParameterSlider {...{ card, slider }} onRelease={release} />}
      <ProblemList problems={problems} />
      {!shown && <p class="quiet">{appText(language, "calculating")}</p>}
      <div class="graph-grid">
        {shown &&
          graphs.map((graph) => {
            const found = shown.picture.graphs.find(({ id }) => id === graph.id);
            const { dates } = shown.picture;
            return found && <Figure key={graph.id} {...{ card, graph, found, dates }} />;
          })}
      </div>
    </div>
  );
}

function Figure(props: {
  readonly card: ModelCard;
  readonly graph: GuideGraph;
  readonly found: PictureGraph;
  readonly dates: readonly string[];
}): JSX.Element {
  const { card, graph, found, dates } = props;
  const { language, set } = useView().state;
  const words = (value: number): string => formatReading(value, graph.as, language, card.guide.money);
  const [, , median] = found.fan.bands;
  const last = dates.length - 1;
  const first = median.findIndex((value) => !Number.isNaN(value));
  const finding = say(language, Object.keys(set).length > 0 ? "textFindingMoved" : "textFinding", {
    what: graph.words[language],
    value: words(median[last]),
    before: words(found.baseline[last]),
    date: dates[last],
  });
  return (
    <figure class="graph">
      <h3>{finding}</h3>
      <FanChart
        placed={placeFan({ dates, bands: [median], samples: [], baseline: found.baseline }, words)}
        id={`live-${graph.id}`}
        title={finding}
        description={say(language, "textDescription", {
          from: words(median[first]),
          start: dates[first],
          to: words(median[last]),
          end: dates[last],
        })}
        yWords={words}
      />
      <figcaption>{say(language, "textSource", { unit: graph.unit[language] || "–" })}</figcaption>
    </figure>
  );
}
