import type { JSX } from "preact";
import { MarkedBar } from "../../../chart/index.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { planSeries } from "../../../plan/programme/plan-series.ts";
import { formatNumber } from "../../../text/index.ts";
import { useGivenPlan } from "../../screens/plan/given-plan.ts";
import { LeverSlider } from "../../screens/plan/plan-levers.tsx";
import { PlanAnswer } from "../../screens/plan/plan-result.tsx";
import { isUntouched, planOrderOf } from "../../screens/plan/plan-order-of.ts";
import { usePlan } from "../../screens/plan/use-plan.ts";
import { WaysOut } from "../../screens/plan/ways-out.tsx";
import { YearFigure } from "../../screens/plan/year-charts.tsx";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import type { LiveProps } from "./live-block.tsx";
import { say } from "./words.ts";

/**
 * A plan moved by one lever. `show`: `answer` in words, `week`, `emissions`, `hazard`, `compute` over the years, `values`
 * of the products.
 */
export function LivePlan({ chart }: LiveProps): JSX.Element {
  const { state } = useView();
  const { language, economy } = state;
  const given = useGivenPlan(economy);
  const ready = typeof given === "object" ? given : undefined;
  const plan = usePlan(
    given === "awaited" ? undefined : planOrderOf(state),
    isUntouched(state) ? ready : undefined,
    false,
  );
  const { planned, hold, release } = plan;
  const document = planned?.document;
  if (!planned || !document) return <p class="quiet">{appText(language, "loading")}</p>;
  const lever = planned.levers.find(({ id }) => id === chart.slider);
  const series = planSeries(document).filter(({ id }) => chart.show.includes(id));
  return (
    <div aria-busy={plan.busy || plan.stale} class="live-plan">
      {lever && <LeverSlider {...{ lever, document, hold, release }} levers={planned.levers} />}
      <div class={plan.stale ? "answer stale" : "answer"} role="status">
        {chart.show.includes("answer") && <PlanAnswer {...{ document, language }} />}
      </div>
      {document.status === "infeasible" && !plan.preview && <WaysOut document={document} />}
      <div class="graph-grid">
        {series.map((line) => (
          <YearFigure key={line.id} {...{ line, language }} years={document.years} />
        ))}
      </div>
      {chart.show.includes("values") && <Values document={document} />}
    </div>
  );
}

/** Labour values as bars, with the plan price as a mark: their distance is scarcity. */
function Values({ document }: { readonly document: PlanDocument }): JSX.Element {
  const { language } = useView().state;
  const { currency } = document.economy;
  const most = Math.max(...document.prices.flatMap(({ labourValue, planPrice }) => [labourValue, planPrice]));
  const hours = (value: number): string => formatNumber(value, language, 1);
  const title = say(language, "valuesTitle", { currency });
  return (
    <figure>
      <h3>{title}</h3>
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table class="level-table">
          <thead>
            <tr>
              <th scope="col">{say(language, "product")}</th>
              <th scope="col" class="bar-cell">
                <span class="unseen">{title}</span>
              </th>
              {(["labourValue", "planPrice"] as const).map((key) => (
                <th key={key} scope="col" class="r">
                  {say(language, key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {document.prices.map(({ id, name, labourValue, planPrice }) => (
              <tr key={id}>
                <th scope="row">{name[language]}</th>
                <td class="bar-cell">
                  <MarkedBar value={labourValue} mark={planPrice} most={most} />
                </td>
                <td class="r">{hours(labourValue)}</td>
                <td class="r">{hours(planPrice)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>{say(language, "valuesNote")}</figcaption>
    </figure>
  );
}
