import type { JSX } from "preact";
import { Busy } from "../../parts/busy.tsx";
import { KeepBeside } from "../../parts/keep-beside.tsx";
import { LeadEnd } from "../../parts/lead.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useResults } from "../../parts/use-results.ts";
import { type SimulationView, useSimulation } from "../../parts/use-simulation.ts";
import { useView } from "../../view.ts";
import type { Guide } from "../../../simulate/index.ts";
import { formatNumber } from "../../../text/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { Assumptions } from "./assumptions.tsx";
import { Cautions } from "./cautions.tsx";
import { Contrasts } from "./contrasts.tsx";
import { FanFigure } from "./fan-figure.tsx";
import { FirstOutcome, Outcomes } from "./outcomes.tsx";
import { ScenarioChoice } from "./scenario-choice.tsx";
import { SimulateHead } from "./simulate-head.tsx";
import { SimulatedMap } from "./simulated-map.tsx";
import { say } from "./words.ts";

/** Scenarios and assumptions on one side, what follows from them on the other. */
export function Simulate(): JSX.Element {
  const { model, scenarios, set, seed, runs } = useView().state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  const simulation = useSimulation({ model: { name: model }, scenarios, set, seed, runs });
  const { shown } = simulation;
  const described = card?.parameters && card;
  useResults(shown && described && { kind: "simulated", card: described, shown }, [shown, described]);
  if (card && !card.parameters) return <ProblemList problems={card.problems} />;
  if (!described || (!shown && simulation.problems.length === 0)) return <Waiting />;
  return <Simulation card={described} {...{ simulation }} />;
}

function Simulation(props: { readonly card: ModelCard; readonly simulation: SimulationView }): JSX.Element {
  const { card, simulation } = props;
  const { shown, busy, progress } = simulation;
  const view = useView();
  const { language } = view.state;
  const graphs = inOrder(card.guide).flatMap((graph) => {
    const found = shown?.picture.graphs.find(({ id }) => id === graph.id);
    return shown && found ? [<FanFigure key={graph.id} {...{ card, graph, found }} simulated={shown} />] : [];
  });
  return (
    <div class="simulate">
      <SimulateHead />
      <ScenarioChoice card={card} />
      <div class="levers-and-graphs">
        <Assumptions card={card} onRelease={simulation.release} />
        <section class="graphs" aria-label={card.title[language]} aria-busy={busy}>
          {shown && <FirstOutcome {...{ card, shown }} />}
          <ProblemList problems={simulation.problems} />
          <div class="graph-grid">
            {graphs[0]}
            <div class="beside-first">
              <div class="run-state">
                {busy ? (
                  <Busy progress={progress} stop={simulation.halt} />
                ) : (
                  <p class="quiet" role="status">
                    {shown &&
                      say(language, "runsShown", {
                        runs: formatNumber(shown.runs, language),
                        seed: shown.seed,
                      })}
                  </p>
                )}
              </div>
              {shown && <Outcomes {...{ card, shown }} from={1} />}
              <p class="onward">
                {card.guide.incidence && (
                  <a href={view.href({ screen: "who-pays", part: "", evidence: "" })}>
                    {say(language, "seeWhoPays")}
                  </a>
                )}{" "}
                <a href={view.href({ screen: "model", part: "", evidence: "" })}>
                  {say(language, "openModel")}
                </a>{" "}
                <KeepBeside />
              </p>
            </div>
            {graphs.slice(1)}
          </div>
        </section>
      </div>
      <SimulatedMap card={card} />
      <Contrasts card={card} />
      <Cautions card={card} />
      <LeadEnd more={say(language, "leadMore")} />
    </div>
  );
}

/** Graphs as the guide lists them, that of the first screen before the others. */
function inOrder({ first, graphs }: Guide): Guide["graphs"] {
  return [...graphs].sort((a, b) => Number(b.id === first?.graph) - Number(a.id === first?.graph));
}
