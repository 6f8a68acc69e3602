import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  type LoopMapSeries,
  loopMapShapes,
  placeLoopMap,
} from "../../../chart/index.ts";
import { mapDefaults } from "../../../report/index.ts";
import { formatMoney, formatShare } from "../../../text/index.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { Slider } from "../../parts/slider.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { MapYear, SimulatedMapAnswer } from "../../worker/simulated-map-job.ts";
import { appText } from "../../words.ts";
import { MapPayments, MapYears } from "./simulated-map-tables.tsx";
import { say } from "./words.ts";

/** The loop map of the simulated economy, a year at a time; it is measured when it is first opened. */
export function SimulatedMap({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const view = useView();
  const { language, model, scenarios, set, seed, mapYear } = view.state;
  const [isOpen, setOpen] = useState(mapYear > 0);
  const order = { model: { name: model }, scenarios, set, seed };
  const { result, busy } = useJob(
    isOpen ? { kind: "simulatedMap", order } : undefined,
    isOpen ? JSON.stringify(order) : "",
  );
  const turn = (open: boolean): void => {
    setOpen(open);
    if (!open && mapYear > 0) view.change({ mapYear: 0 });
  };
  if (!card.guide.circuit) return null;
  return (
    <details class="simulated-map" open={isOpen} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>{say(language, "mapOverTime")}</summary>
      {busy && (
        <p class="quiet" role="status">
          {appText(language, "calculating")}
        </p>
      )}
      {result && <ProblemList problems={result.problems.filter(({ severity }) => severity === "error")} />}
      {result?.years && result.years.length > 0 && (
        <Years {...{ card, busy }} answer={result} years={result.years} focus={card.guide.circuit.focus} />
      )}
    </details>
  );
}

function Years(props: {
  readonly card: ModelCard;
  readonly answer: SimulatedMapAnswer;
  readonly years: readonly MapYear[];
  readonly focus: string;
  readonly busy: boolean;
}): JSX.Element {
  const { card, answer, years, focus } = props;
  const view = useView();
  const { language, mapYear } = view.state;
  const [first] = years;
  const shown = years.find(({ year }) => year === String(mapYear)) ?? first;
  const seriesOf = (actors: number): LoopMapSeries =>
    loopMapSeries(shown.ledger, shown.circuit, { language, actors });
  const drawn = { wide: seriesOf(mapDefaults.wide), narrow: seriesOf(mapDefaults.narrow) };
  const labelOf = (name: string): string =>
    card.scenarios.find((one) => one.name === name)?.label[language] ?? name;
  const { scenarios, set } = answer.order;
  return (
    <section aria-label={say(language, "mapOverTime")} aria-busy={props.busy}>
      <h2>{findingOf(shown, first)}</h2>
      <p role="status">{ownOf(shown, first)}</p>
      <Slider
        label={say(language, "mapOverTimeYear")}
        value={Number(shown.year)}
        low={Number(first.year)}
        high={Number(years.at(-1)?.year)}
        step={1}
        words={shown.year}
        ends={[first.year, years.at(-1)?.year ?? ""]}
        onMove={(year, options) => view.change({ mapYear: year }, options)}
      />
      <figure class="map">
        {(["wide", "narrow"] as const).map((shape) => (
          <div key={shape} class={shape}>
            <LoopMap
              language={language}
              description={describeLoopMap(drawn[shape], shown.circuit, language)}
              placed={placeLoopMap(drawn[shape], loopMapShapes[shape])}
              id={`simulated-${shape}`}
              linkOf={() => "#simulated-payments"}
            />
          </div>
        ))}
        <figcaption class="quiet">
          {say(language, "mapOverTimeSource", {
            model: card.name,
            scenario: scenarios.map(labelOf).join(" + ") || say(language, "baseline"),
            changed: Object.keys(set).length,
          })}
        </figcaption>
      </figure>
      <MapPayments year={shown.year} series={drawn.wide} id="simulated-payments" />
      <MapYears {...{ years, focus }} />
    </section>
  );

  function findingOf({ year, circuit }: MapYear, start: MapYear): string {
    if (circuit.totalFlow === 0) return say(language, "mapOverTimeNothing", { year });
    return say(language, year === start.year ? "mapOverTimeFirst" : "mapOverTimeFinding", {
      year,
      share: formatShare(circuit.circulation.shareOfFlow, language),
      total: formatMoney(circuit.totalFlow, circuit.unit, language),
      first: start.year,
      firstShare: formatShare(start.circuit.circulation.shareOfFlow, language),
    });
  }

  function ownOf(now: MapYear, start: MapYear): string {
    const [own, before] = [partsOf(now), partsOf(start)];
    const { name } = now.ledger.actors.find(({ id }) => id === focus) ?? {};
    const values = { focus: name?.[language] ?? focus, year: now.year, first: start.year };
    const compared = before && now.year !== start.year;
    return [
      say(language, own ? "mapOverTimeOwn" : "mapOverTimeNone", { ...values, ...own }),
      ...(compared ? [say(language, "mapOverTimeOwnFirst", { ...values, ...before })] : []),
    ].join(" ");
  }

  function partsOf({ circuit }: MapYear): Readonly<Record<string, string>> | undefined {
    const own = circuit.selfFinanced.find(({ actor }) => actor === focus);
    if (!own || own.outlays === 0) return undefined;
    const { outlays, certain, proportional, possible } = own;
    const words = (amount: number): string => formatMoney(amount, circuit.unit, language);
    return {
      outlays: words(outlays),
      certain: words(certain),
      proportional: words(proportional),
      possible: words(possible),
    };
  }
}
