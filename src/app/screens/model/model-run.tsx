import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FanChart, placeFan } from "../../../chart/index.ts";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { Busy } from "../../parts/busy.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { TableBehind } from "../../parts/table-behind.tsx";
import { useSimulation } from "../../parts/use-simulation.ts";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { ModelRef } from "../../worker/opened-models.ts";
import type { Simulated, SimulationOrder } from "../../worker/simulate-job.ts";
import { say } from "./words.ts";

const compared = 50;

/** Runs the text as it stands and draws it against the original. */
export function ModelRun(props: {
  readonly card: ModelCard;
  readonly model: ModelRef;
  readonly isChanged: boolean;
  /** Told of the run of this very text; of none if the text has changed since. */
  readonly onRan: (shown: Simulated | undefined) => void;
}): JSX.Element {
  const { card, model, isChanged } = props;
  const { language, scenarios, set, seed } = useView().state;
  const [wanted, setWanted] = useState<ModelRef>();
  const isDrawn = card.parameters.some((parameter) => parameter.isDrawn);
  const runs = isDrawn ? compared : 1;
  const common = { scenarios, set, seed, runs };
  const order: SimulationOrder | undefined = wanted && { model: wanted, ...common };
  const simulation = useSimulation(order);
  const original = { model: { name: model.name }, ...common };
  const isStale = JSON.stringify(wanted) !== JSON.stringify(model);
  const { shown } = simulation;
  useEffect(() => props.onRan(isStale ? undefined : shown), [shown, isStale]);
  const { result: before } = useJob(
    shown && isChanged ? { kind: "simulate", order: original } : undefined,
    JSON.stringify([original, shown?.hash, isChanged]),
  );
  return (
    <section class="model-run">
      <p>
        <button type="button" class="main" onClick={() => setWanted(model)}>
          {say(language, wanted && isStale ? "runAgain" : "runIt")}
        </button>{" "}
        {simulation.busy && <Busy progress={simulation.progress} stop={simulation.halt} />}
        {isChanged && before?.picture && <span class="quiet">{say(language, "compareOriginal")}</span>}
      </p>
      <ProblemList problems={[...simulation.problems, ...(shown?.problems ?? [])]} />
      <div class="graph-grid">
        {shown &&
          card.guide.graphs.map((graph) => {
            const found = shown.picture.graphs.find(({ id }) => id === graph.id);
            if (!found) return null;
            const old = before?.picture?.graphs.find(({ id }) => id === graph.id);
            const baseline = old?.fan.bands[(old.fan.bands.length - 1) / 2];
            const { dates } = shown.picture;
            const words = (value: number): string =>
              formatReading(value, graph.as, language, card.guide.money);
            const median = found.fan.bands[(found.fan.bands.length - 1) / 2];
            const last = dates.length - 1;
            // What no equation gives at the start has no value there.
            const first = Math.max(
              0,
              dates.findIndex((_, at) => Number.isFinite(median[at])),
            );
            const title = say(language, "runFinding", {
              what: graph.words[language],
              from: dates[first],
              first: words(median[first]),
              to: dates[last],
              last: words(median[last]),
            });
            const lines = [median, ...(baseline ? [baseline] : [])];
            return (
              <figure key={graph.id} class="graph">
                <h2>{title}</h2>
                <FanChart
                  placed={placeFan(
                    {
                      dates,
                      bands: runs > 1 ? found.fan.bands : [median],
                      samples: runs > 1 ? found.samples : [],
                      ...(baseline && { baseline }),
                    },
                    words,
                  )}
                  id={`run-${graph.id}`}
                  title={title}
                  description={title}
                  yWords={words}
                />
                <figcaption>
                  {say(language, "textGraphSource", {
                    model: card.name,
                    runs: formatNumber(shown.runs, language),
                    seed: shown.seed,
                    unit: graph.unit[language] || "–",
                  })}
                </figcaption>
                <TableBehind
                  label={graph.words[language]}
                  heads={[
                    say(language, "runPeriod"),
                    say(language, runs > 1 ? "runMedian" : "runValue"),
                    ...(baseline ? [say(language, "runOriginal")] : []),
                  ]}
                  rows={() => dates.map((date, at) => [date, ...lines.map((line) => words(line[at]))])}
                />
              </figure>
            );
          })}
      </div>
    </section>
  );
}
