import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { GuideIncidence, WhoPays } from "../../../simulate/index.ts";
import { modelSource } from "../../share/picture-words.ts";
import { KeepBeside } from "../../parts/keep-beside.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useResults } from "../../parts/use-results.ts";
import { LeadEnd } from "../../parts/lead.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysOrder } from "../../worker/who-pays-job.ts";
import { appText } from "../../words.ts";
import { Cautions } from "./cautions.tsx";
import { keyOf, policyName, whoPaysOrderOf } from "./policy.ts";
import { jobsInWords, payerCharts, type PayerChartsProps } from "./payer-charts.tsx";
import { say } from "./words.ts";
import { WhoPaysHead } from "./who-pays-head.tsx";
import { WhoPaysTable } from "./who-pays-table.tsx";

/** Before and after for each group of households, each sector and the state, under a policy. */
export function WhoPaysScreen(): JSX.Element {
  const { state } = useView();
  const { language, model } = state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  if (!card) return <Waiting />;
  if (!card.parameters) return <ProblemList problems={card.problems} />;
  if (!card.guide.incidence) return <p>{say(language, "nothing")}</p>;
  return <Comparison card={card} guide={card.guide.incidence} />;
}

function Comparison(props: { readonly card: ModelCard; readonly guide: GuideIncidence }): JSX.Element {
  const { card, guide } = props;
  const view = useView();
  const { language, seed } = view.state;
  const { policies } = card.guide;
  const order = whoPaysOrderOf(view.state, card.guide);
  const { scenarios: shown } = order;
  const { result, busy } = useOrder(order);
  const { result: first } = useOrder({ ...order, scenarios: policies[0].scenarios });
  const { result: reach, progress } = useJob(
    result?.found && { kind: "whoPaysRanges", order },
    result?.found ? JSON.stringify(order) : "",
  );
  const isReach = JSON.stringify(reach?.order) === JSON.stringify(order);
  const ranges = isReach ? reach?.ranges : undefined;
  useEffect(() => {
    if (!result?.found) return;
    view.noteRun({ hash: result.hash, residual: result.residual, runs: 1, seed });
  }, [result]);
  useEffect(() => () => view.noteRun(undefined), []);
  useResults(
    !busy && result?.found ? { kind: "who-pays", card, guide, ...result, before: first?.found } : undefined,
    [busy, result, first, card],
  );
  const labelOf = (names: readonly string[]): string => policyName(card, names, language);
  if (!result && view.still) return <Waiting />;
  return (
    <div class="who-pays">
      <WhoPaysHead {...{ card, guide, order }} />
      {result && <ProblemList problems={result.problems.filter(({ severity }) => severity === "error")} />}
      {!result && <p class="quiet">{appText(language, busy ? "calculating" : "loading")}</p>}
      {result?.found && (
        <>
          <Jobs found={result.found} />
          <Groups
            {...{ card, guide }}
            found={result.found}
            ranges={ranges}
            before={keyOf(shown) === keyOf(policies[0].scenarios) ? undefined : first?.found}
          />
          <p class="quiet">
            {say(language, "whoPaysNote", { against: labelOf(guide.against) })}{" "}
            {keyOf(shown) !== keyOf(policies[0].scenarios) &&
              say(language, "beforeMark", { policy: policies[0].words[language] })}{" "}
            {ranges
              ? say(language, "reachMark", { runs: reach?.members ?? 0 })
              : say(language, "reachComing", { share: Math.round(100 * (progress ?? 0)) })}{" "}
            {modelSource(card, language, { model: view.state.model, runs: 1, wanted: 1, seed }).join(" ")}
          </p>
          <WhoPaysTable {...{ card, guide, ranges }} found={result.found} />
          <p class="onward">
            <KeepBeside />
          </p>
        </>
      )}
      {/* What stands below comes with it, so that nothing is pushed down. */}
      {result && <Cautions card={card} />}
      <LeadEnd more={say(language, "whoPaysLeadMore")} />
    </div>
  );
}

function useOrder(order: WhoPaysOrder): ReturnType<typeof useJob<"whoPays">> {
  return useJob({ kind: "whoPays", order }, JSON.stringify(order));
}

/** What is counted besides money: years of work. */
export function Jobs({ found }: { readonly found: WhoPays }): JSX.Element {
  const { language } = useView().state;
  return (
    <>
      {jobsInWords(found, language).map((line) => (
        <p key={line} class="big-finding" role="status">
          {line}
        </p>
      ))}
    </>
  );
}

function Groups(props: Omit<PayerChartsProps, "language">): JSX.Element {
  const { language } = useView().state;
  return (
    <div class="graph-grid">
      {payerCharts({ ...props, language }).map(({ id, title, sum, chart }) => (
        <figure key={id} class="graph">
          <h2>{title}</h2>
          {chart}
          <figcaption>{sum}</figcaption>
        </figure>
      ))}
    </div>
  );
}
