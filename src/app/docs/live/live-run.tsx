import type { JSX } from "preact";
import type { GuideSlider } from "../../../simulate/index.ts";
import { Busy } from "../../parts/busy.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useSimulation } from "../../parts/use-simulation.ts";
import { FanFigure } from "../../screens/simulate/fan-figure.tsx";
import { Outcomes } from "../../screens/simulate/outcomes.tsx";
import { ParameterSlider } from "../../screens/simulate/parameter-slider.tsx";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { appText } from "../../words.ts";
import type { LiveChart } from "../live-chart.ts";
import type { LiveProps } from "./live-block.tsx";

/** Shows “in 62 of 100 runs” beside the graphs. */
const outcomes = "outcomes";

/** Graphs of an ensemble (`show`: their ids, and `outcomes`), moved by one parameter. */
export function LiveRun({ chart }: LiveProps): JSX.Element {
  const { language, model } = useView().state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  if (!card) return <p class="quiet">{appText(language, "loading")}</p>;
  return card.parameters ? <Run {...{ chart, card }} /> : <ProblemList problems={card.problems} />;
}

function Run({ chart, card }: { readonly chart: LiveChart; readonly card: ModelCard }): JSX.Element {
  const { language, model, scenarios, set, seed, runs } = useView().state;
  const { shown, problems, busy, progress, halt, release } = useSimulation(
    { model: { name: model }, scenarios, set, seed, runs },
    { isAside: true },
  );
  const slider = sliderOf(card, chart.slider);
  const graphs = card.guide.graphs.filter(({ id }) => chart.show.includes(id));
  return (
    <div aria-busy={busy || !shown} class="live-run">
      {slider && <ParameterSlider {...{ card, slider }} onRelease={release} />}
      <ProblemList problems={problems} />
      {shown && chart.show.includes(outcomes) && <Outcomes {...{ card, shown }} />}
      {!shown && <p class="quiet">{appText(language, "calculating")}</p>}
      {shown &&
        graphs.map((graph) => {
          const found = shown.picture.graphs.find(({ id }) => id === graph.id);
          return found && <FanFigure key={graph.id} {...{ card, graph, found }} simulated={shown} />;
        })}
      {busy && progress !== undefined && <Busy progress={progress} stop={halt} />}
    </div>
  );
}

/** The slider of the guide, or one for a parameter that the guide does not name. */
export function sliderOf(card: ModelCard, name: string): GuideSlider | undefined {
  const parameter = card.parameters.find((one) => one.name === name);
  return (
    card.guide.sliders.find((one) => one.name === name) ??
    (parameter && { name, as: "number", words: parameter.label })
  );
}
