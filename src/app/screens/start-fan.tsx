import type { JSX } from "preact";
import { FanChart, placeFan } from "../../chart/index.ts";
import { formatNumber } from "../../text/index.ts";
import { useJob } from "../parts/use-job.ts";
import { useSimulation } from "../parts/use-simulation.ts";
import { useView } from "../view.ts";
import type { ModelCard } from "../worker/model-card.ts";
import { FanTable } from "./simulate/fan-table.tsx";
import { fanSeriesOf, fanWords } from "./simulate/fan-words.ts";
import { ParameterSlider } from "./simulate/parameter-slider.tsx";
import { say } from "./simulate/words.ts";

const runs = 200;

/** One graph of the model on the first screen, moved by one slider. */
export function StartFan(): JSX.Element | null {
  const { state } = useView();
  const { result } = useJob({ kind: "describe", model: { name: state.model } }, state.model);
  return result?.parameters && result.guide.first ? <Fan card={result} /> : null;
}

function Fan({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const view = useView();
  const { language, model, set, seed } = view.state;
  const { first, graphs, sliders, outcomes } = card.guide;
  const { shown, release } = useSimulation(
    { model: { name: model }, scenarios: [], set, seed, runs },
    { isAside: true },
  );
  const graph = graphs.find(({ id }) => id === first?.graph);
  const slider = sliders.find(({ name }) => name === first?.slider);
  const outcome = outcomes.find(({ id }) => id === first?.outcome);
  const found = shown?.picture.graphs.find(({ id }) => id === graph?.id);
  const often = shown?.picture.outcomes.find(({ id }) => id === outcome?.id)?.frequency;
  if (!graph || !slider || !shown || !found) return null;
  const { dates } = shown.picture;
  const said = fanWords(card, graph, found, dates, language);
  const { words } = said;
  const percent = (share: number): string => formatNumber(share * 100, language);
  return (
    <section class="levers-and-graphs" aria-label={say(language, "startTurn")}>
      <div>
        <h2>{say(language, "startTurn")}</h2>
        <p>{say(language, "startTurnText")}</p>
        <ParameterSlider {...{ card, slider }} onRelease={release} />
        {often && outcome && (
          <p class="finding" role="status">
            {say(language, "outcome", { share: percent(often.share), what: outcome.words[language] })}{" "}
            <span class="quiet">
              {say(language, "outcomeError", {
                low: percent(often.interval[0]),
                high: percent(often.interval[1]),
              })}{" "}
              {say(language, "rangesOnly")}
            </span>
          </p>
        )}
        <p>
          <a href={view.href({ screen: "simulate", evidence: "" })}>{say(language, "startOpen")}</a>
        </p>
      </div>
      <figure class="graph">
        <h3>{said.title}</h3>
        <FanChart
          placed={placeFan(fanSeriesOf(found, dates), words, wide)}
          id="start-fan"
          title={said.title}
          description={said.description}
          yWords={words}
        />
        <figcaption>
          {say(language, "graphSource", {
            model: card.name,
            runs: formatNumber(shown.runs, language),
            seed: shown.seed,
            unit: graph.unit[language],
          })}
        </figcaption>
        <FanTable {...{ graph, found, dates, words }} />
      </figure>
    </section>
  );
}

const wide = { width: 760, height: 300, right: 12, top: 10, bottom: 24 };
