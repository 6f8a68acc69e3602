import type { ComponentChildren, JSX } from "preact";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { planSeries, priceAnHour } from "../../../plan/programme/plan-series.ts";
import { formatNumber, type Language } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { say as pictureWords } from "../../share/picture-words.ts";
import { plainNumber } from "./lever-words.ts";
import { BindingTable, NeedTable, PriceList, ProductTable } from "./plan-tables.tsx";
import { say } from "./say.ts";
import { YearCharts, YearFigure } from "./year-charts.tsx";

interface Shown {
  readonly document: PlanDocument;
  readonly language: Language;
}

/** The answer in words: possible or not, what it comes to, and what an hour less would cost. */
export function PlanAnswer(shown: Shown): JSX.Element {
  return (
    <>
      <PlanVerdict {...shown} />
      <PlanFacts {...shown} />
    </>
  );
}

/** The answer with the first of its pictures beside the facts, so that both are seen at once. */
export function PictureAnswer({ document, language }: Shown): JSX.Element {
  const [first] = planSeries(document);
  return (
    <>
      <PlanVerdict {...{ document, language }} />
      <div class="answer-parts">
        {document.yearly && <YearFigure line={first} years={document.years} {...{ language }} />}
        <div>
          <PlanFacts {...{ document, language }} />
          <PlanSource {...{ document, language }} />
        </div>
      </div>
    </>
  );
}

/** Where the numbers of a plan come from. */
function PlanSource({ document: { economy, solver }, language }: Shown): JSX.Element {
  const values = { title: economy.title[language], name: economy.id, solver };
  return <p class="quiet">{pictureWords(language, "planSource", values)}</p>;
}

function PlanVerdict({ document, language }: Shown): JSX.Element {
  const isPossible = document.yearly !== undefined;
  return (
    <p class={isPossible ? "plan-verdict" : "plan-verdict impossible"}>
      {new PlanWords(document, language).headline()}
    </p>
  );
}

function PlanFacts({ document, language }: Shown): JSX.Element {
  const words = new PlanWords(document, language);
  const costs = priceAnHour(document);
  const [whole, ...alone] = costs;
  const percent = (share: number): string =>
    formatNumber(share, language, share < 10 ? 1 : 0) + (language === "de" ? " %" : "%");
  const cheapest = alone.filter((cost) => cost.percent < 100).slice(0, 6);
  return (
    <>
      {document.yearly && (
        <ul class="facts">
          {words.facts().map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {whole && (
        <p class="hour-cost">
          {say(language, "hourCost", { percent: percent(whole.percent) })}{" "}
          {cheapest.length > 0 &&
            say(language, "hourCostNeeds", {
              list: cheapest
                .map(({ need, percent: share }) =>
                  say(language, "hourCostNeed", {
                    percent: percent(share),
                    need: need?.name[language] ?? "",
                  }),
                )
                .join(", "),
            })}
        </p>
      )}
    </>
  );
}

/** All that follows the answer of a possible plan: years, needs, limits, prices. */
export function PlanDetails(props: Shown & { readonly children?: ComponentChildren }): JSX.Element {
  const { document, language } = props;
  return (
    <>
      <YearCharts {...{ document, language }} />
      <PlanSource {...{ document, language }} />
      <NeedTable {...{ document, language }} />
      <div class="side-by-side">
        <BindingTable {...{ document, language }} />
        <PriceList {...{ document, language }} />
      </div>
      <ProductTable {...{ document, language }} />
      {props.children}
    </>
  );
}

/** What the plan cannot know, what it assumes and how it was checked: beside every result. */
export function PlanDoubts({ document, language }: Shown): JSX.Element {
  const words = new PlanWords(document, language);
  const heading = say(language, "assumptionsHeading");
  return (
    <section class="doubts" aria-labelledby="plan-doubts">
      <h2 id="plan-doubts">{say(language, "doubtsHeading")}</h2>
      <ul>
        {words.reservations().map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{say(language, "checksHeading")}</h3>
      {words.checks().map((line) => (
        <p key={line}>{line}</p>
      ))}
      <details>
        <summary>{heading}</summary>
        <NumberTable
          label={heading}
          heads={(["assumption", "value", "range", "source"] as const).map((key) => say(language, key))}
          rows={document.parameters.map(({ name, value, low, high, unit, basis, note }) => [
            <>
              {note[language]} <code>{name}</code>
            </>,
            `${plainNumber(value, language)} ${unit[language]}`,
            `${plainNumber(low, language)} … ${plainNumber(high, language)}`,
            words.basis(basis),
          ])}
          words={[3]}
        />
      </details>
    </section>
  );
}
