import type { JSX } from "preact";
import { Busy } from "../../parts/busy.tsx";
import { KeepBeside } from "../../parts/keep-beside.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useResults } from "../../parts/use-results.ts";
import { useSimulation } from "../../parts/use-simulation.ts";
import { useView } from "../../view.ts";
import { formatNumber } from "../../../text/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { appText } from "../../words.ts";
import { Assumptions } from "./assumptions.tsx";
import { Cautions } from "./cautions.tsx";
import { Contrasts } from "./contrasts.tsx";
import { FanFigure } from "./fan-figure.tsx";
import { Outcomes } from "./outcomes.tsx";
import { ScenarioChoice } from "./scenario-choice.tsx";
import { SimulatedMap } from "./simulated-map.tsx";
import { say } from "./words.ts";

/** Scenarios and assumptions on one side, what follows from them on the other. */
export function Simulate(): JSX.Element {
  const { state } = useView();
  const { language, model } = state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  if (!card) return <p class="quiet">{appText(language, "loading")}</p>;
  if (!card.parameters) return <ProblemList problems={card.problems} />;
  return <Simulation card={card} />;
}

function Simulation({ card }: { readonly card: ModelCard }): JSX.Element {
  const view = useView();
  const { language, model, scenarios, set, seed, runs } = view.state;
  const simulation = useSimulation({ model: { name: model }, scenarios, set, seed, runs });
  const { shown, busy, progress } = simulation;
  useResults(shown && { kind: "simulated", card, shown }, [shown, card]);
  return (
    <div class="simulate">
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
      </header>
      <ScenarioChoice card={card} />
      <div class="levers-and-graphs">
        <Assumptions card={card} onRelease={simulation.release} />
        <section class="graphs" aria-label={card.title[language]} aria-busy={busy}>
          <div class="run-state">
            {busy ? (
              <Busy progress={progress} stop={simulation.halt} />
            ) : (
              <p class="quiet" role="status">
                {shown &&
                  say(language, "runsShown", { runs: formatNumber(shown.runs, language), seed: shown.seed })}
              </p>
            )}
          </div>
          <ProblemList problems={simulation.problems} />
          {shown && <Outcomes {...{ card, shown }} />}
          <p class="onward">
            {card.guide.incidence && (
              <a href={view.href({ screen: "who-pays", part: "", evidence: "" })}>
                {say(language, "seeWhoPays")}
              </a>
            )}{" "}
            <a href={view.href({ screen: "model", part: "", evidence: "" })}>{say(language, "openModel")}</a>{" "}
            <KeepBeside />
          </p>
          <div class="graph-grid">
            {shown &&
              card.guide.graphs.map((graph) => {
                const found = shown.picture.graphs.find(({ id }) => id === graph.id);
                return found && <FanFigure key={graph.id} {...{ card, graph, found }} simulated={shown} />;
              })}
          </div>
        </section>
      </div>
      <SimulatedMap card={card} />
      <Contrasts card={card} />
      <Cautions card={card} />
    </div>
  );
}
