import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDay } from "../../../core/period.ts";
import type { Dossier } from "../../../dossier/index.ts";
import { latestFigures } from "../../../measure/known-figure.ts";
import { type Comparison, investmentBundle } from "../../../plan/programme/comparison.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { planSeries } from "../../../plan/programme/plan-series.ts";
import { formatMoney, formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { PlanOrder } from "../../worker/plan-order.ts";
import { planConnection } from "./plan-connection.ts";
import { say, sayBeside } from "./say.ts";
import { SideBySideTable } from "./side-by-side.tsx";

/** The figure of the dossier that says what the largest investors put into the boom in a year. */
const investment = { subject: "Google+Meta+Microsoft+Amazon", measure: "capex" } as const;
const real = "us-2023";
const shownNeeds = 8;
/** The first whole year of the boom model. */
const usualYear = 2026;

/** The same resources twice: what the boom takes in a year, and what the plan and the same hours could do. */
export function Boom(props: { readonly order: PlanOrder; readonly document: PlanDocument }): JSX.Element {
  const { order, document } = props;
  const view = useView();
  const { language } = view.state;
  const [asked, setAsked] = useState(false);
  const [year, setYear] = useState(usualYear);
  const figure = investmentOf(view.dossier, document.economy.currency);
  const bundle = figure && investmentBundle(figure.id, figure.amount);
  const { result } = useJob(
    asked && bundle ? { kind: "compare-resources", order, bundle } : undefined,
    asked ? JSON.stringify([order, bundle]) : "",
    planConnection(),
  );
  const beside = useJob(
    asked ? { kind: "beside-boom", order, document, year } : undefined,
    asked ? JSON.stringify([order, document.workingWeek, year]) : "",
    planConnection(),
  ).result;
  return (
    <section aria-labelledby="plan-boom">
      <h2 id="plan-boom">{say(language, "boomHeading")}</h2>
      {document.economy.id !== real && (
        <p>
          {say(language, "boomElsewhere")}{" "}
          <a href={view.href({ economy: real, goals: {} })}>{say(language, "economyReal")}</a>
        </p>
      )}
      {!asked && (
        <button type="button" onClick={() => setAsked(true)}>
          {say(language, "boomStart")}
        </button>
      )}
      {beside && !beside.side && <ProblemList problems={beside.problems} />}
      {beside?.side && (
        <>
          {!beside.side.refused && (
            <>
              <p>{sayBeside(language, "resourcesLead")}</p>
              <label>
                {sayBeside(language, "yearOfBoom")}{" "}
                <select value={year} onChange={({ currentTarget }) => setYear(Number(currentTarget.value))}>
                  {beside.years.map((known) => (
                    <option key={known} value={known}>
                      {known}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
          <SideBySideTable side={beside.side} language={language} />
        </>
      )}
      {result && figure && <Instead {...{ figure, result, document }} />}
      <ComputeInPlan {...{ document, language }} />
    </section>
  );
}

/** What the investment that a dossier knows is in hours, and what those would make instead. */
function Instead(props: {
  readonly figure: Investment;
  readonly result: Comparison;
  readonly document: PlanDocument;
}): JSX.Element {
  const { figure, result, document } = props;
  const view = useView();
  const { language } = view.state;
  const instead = [...result.instead].sort((a, b) => b.share - a.share).slice(0, shownNeeds);
  return (
    <>
      <p>
        {say(language, "boomLead", {
          actors: figure.actors,
          year: figure.year,
          amount: formatMoney(figure.amount, document.economy.currency, language),
          hours: formatNumber(result.embodiedHours, language),
          minutes: say(language, "minutes", { minutes: formatNumber(result.minutesAWeek, language) }),
        })}{" "}
        <a href={view.href({ evidence: figure.id })}>{figure.id}</a>
      </p>
      <p>{say(language, "boomInstead")}</p>
      <ul class="price-list">
        {instead.map(({ need, share }) => (
          <li key={need}>
            {document.needs.find(({ id }) => id === need)?.name[language]}:{" "}
            {say(language, "boomMore", { share: formatShare(share, language) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function ComputeInPlan(props: {
  readonly document: PlanDocument;
  readonly language: Language;
}): JSX.Element | null {
  const { document, language } = props;
  const compute = planSeries(document).find(({ id }) => id === "compute");
  if (!compute || !document.yearly) return null;
  return (
    <p>
      {say(language, "boomCompute", {
        gigawatts: formatNumber(Math.max(...compute.values), language, 1),
        hours: formatNumber(document.yearly.hoursSaved[document.years - 1], language),
      })}
    </p>
  );
}

interface Investment {
  readonly id: string;
  readonly actors: string;
  readonly year: number;
  readonly amount: number;
}

/** What a dossier knows of the investment of the largest, if it is in the currency of the accounts. */
function investmentOf(dossier: Dossier, currency: string): Investment | undefined {
  const { subject, measure } = investment;
  const known = latestFigures(dossier, [measure], { yearly: true, subject }).get(subject);
  if (!known || known.figure.currency !== currency || !known.figure.period) return undefined;
  return {
    id: known.figure.id,
    actors: subject.replaceAll("+", ", "),
    year: Number(formatDay(known.figure.period.start).slice(0, 4)),
    amount: known.range.value,
  };
}
