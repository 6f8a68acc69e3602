import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { TradeOffChart } from "../../../chart/index.ts";
import type { TradeOffPoint } from "../../../plan/programme/trade-off.ts";
import { formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import type { PlanOrder } from "../../worker/plan-order.ts";
import { planConnection } from "./plan-connection.ts";
import { say } from "./say.ts";

/** The curve of free time, consumption and emissions around the present goals, computed when asked for. */
export function TradeOff({ order }: { readonly order: PlanOrder }): JSX.Element {
  const { language } = useView().state;
  const key = JSON.stringify(order);
  const [asked, setAsked] = useState("");
  const wanted = asked === key;
  const { result, busy, progress } = useJob(
    wanted ? { kind: "trade-off", order } : undefined,
    wanted ? key : "",
    planConnection(),
  );
  return (
    <section aria-labelledby="plan-trade-off" aria-busy={busy}>
      <h2 id="plan-trade-off">{say(language, "tradeOffHeading")}</h2>
      {wanted && result && result.length > 0 && <Curve {...{ language }} points={result} />}
      {wanted && busy ? (
        <p>
          <progress value={progress} max={1} aria-label={say(language, "solving")} />{" "}
          <button
            type="button"
            onClick={() => {
              planConnection().stop();
              setAsked("");
            }}
          >
            {appText(language, "stop")}
          </button>
        </p>
      ) : (
        !(wanted && result) && (
          <button type="button" onClick={() => setAsked(key)}>
            {say(language, "tradeOffStart")}
          </button>
        )
      )}
      <p class="quiet">{say(language, "tradeOffNote")}</p>
    </section>
  );
}

function Curve(props: {
  readonly points: readonly TradeOffPoint[];
  readonly language: Language;
}): JSX.Element {
  const { points, language } = props;
  const levels = [...new Set(points.map(({ level }) => level))];
  const shares = [...new Set(points.map(({ fulfilment }) => fulfilment))];
  const hours = (week: number): string =>
    say(language, "hours", { hours: formatNumber(week, language, Number.isInteger(week) ? 0 : 1) });
  const share = (value: number): string => formatShare(value, language);
  const at = (fulfilment: number, level: number): number | undefined => {
    const point = points.find((one) => one.fulfilment === fulfilment && one.level === level);
    return point?.status === "optimal" ? point.averageWeek : undefined;
  };
  const findings = levels.map((level) => {
    const week = at(1, level);
    return week === undefined
      ? say(language, "tradeOffFindingNone", { level: share(level) })
      : say(language, "tradeOffFinding", { level: share(level), week: hours(week) });
  });
  return (
    <figure class="trade-off">
      <figcaption>{findings.join(" ")}</figcaption>
      <TradeOffChart
        lines={levels.map((level) => ({
          name: say(language, "tradeOffLine", { level: share(level) }),
          points: shares.map((fulfilment) => ({ x: fulfilment, y: at(fulfilment, level) })),
        }))}
        title={say(language, "tradeOffHeading")}
        description={findings.join(" ")}
        id="trade-off"
        width={620}
        height={300}
        xWords={share}
        yWords={hours}
        xName={say(language, "tradeOffX")}
      />
      <details>
        <summary>{say(language, "tradeOffTable")}</summary>
        <NumberTable
          label={say(language, "tradeOffTable")}
          heads={[
            say(language, "tradeOffX"),
            ...levels.map((level) => say(language, "tradeOffLine", { level: share(level) })),
          ]}
          rows={shares.map((fulfilment) => [
            share(fulfilment),
            ...levels.map((level) => {
              const week = at(fulfilment, level);
              return week === undefined ? say(language, "none") : hours(week);
            }),
          ])}
        />
      </details>
    </figure>
  );
}
