import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { planSeries, type YearSeries } from "../../../plan/programme/plan-series.ts";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import { Busy } from "../../parts/busy.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useView } from "../../view.ts";
import type { PlanAnswer, Planned } from "../../worker/plan-order.ts";
import { fetchGivenPlan } from "../plan/given-plan.ts";
import { planConnection } from "../plan/plan-connection.ts";
import { isUntouched, planOrderOf } from "../plan/plan-order-of.ts";
import { titleOf, wordsOf } from "../plan/year-charts.tsx";
import { ColumnHeads } from "./column-heads.tsx";
import { type NotePart, useNotePart } from "./compared-part.ts";
import type { Column } from "./columns.ts";
import { type ComparedBands, ComparisonFigure } from "./comparison-figure.tsx";
import { ComparisonTable, Rows } from "./comparison-table.tsx";
import { plannedDifferences, plannedTitle } from "./planned-words.ts";
import { needRows, numberRows, proofRows, reasonRows } from "./planned-rows.ts";
import { useAnswers } from "./use-answers.ts";
import { say } from "./words.ts";

interface PlannedColumn {
  readonly column: Column;
  readonly document: PlanDocument;
}

/** Plans of one economy side by side. */
export function PlannedGroup(props: {
  readonly economy: string;
  readonly columns: readonly Column[];
  readonly note: NotePart;
}): JSX.Element {
  const { economy, columns, note } = props;
  const { language } = useView().state;
  const byAddress = new Map(columns.map((column) => [column.address, column]));
  const { answers, busy } = useAnswers([...byAddress.keys()], (address) => planOf(byAddress.get(address)!));
  useEffect(() => () => planConnection().stop(), []);
  const planned = columns.flatMap((column): readonly { column: Column; planned: Planned }[] => {
    const answer = answers.get(column.address);
    return answer?.levers ? [{ column, planned: answer }] : [];
  });
  const found = planned.flatMap(({ column, planned: { document } }): readonly PlannedColumn[] =>
    document ? [{ column, document }] : [],
  );
  const isWhole = !busy && found.length > 0;
  useNotePart(note, isWhole ? { kind: "planned", found: planned } : undefined, [isWhole, planned.length]);
  const levers = planned[0]?.planned.levers ?? [];
  const problems = [...answers.values()].flatMap((answer) => answer.problems);
  const title = found[0]?.document.economy.title[language] ?? economy;
  const heading = `compared-${economy}`;
  return (
    <section class="compared" aria-labelledby={heading} aria-busy={busy}>
      <h2 id={heading}>{say(language, "planned", { economy: title })}</h2>
      <ColumnHeads
        columns={columns}
        titleOf={(column) => plannedTitle(column, language)}
        differencesOf={(column) => plannedDifferences(column, columns, levers, language)}
      >
        {(column) => {
          const document = found.find((one) => one.column === column)?.document;
          if (document) return <p>{new PlanWords(document, language).headline()}</p>;
          return busy && <p class="quiet">{say(language, "waiting")}</p>;
        }}
      </ColumnHeads>
      {busy && <Busy stop={() => planConnection().stop()} />}
      <ProblemList problems={problems} />
      {found.length > 0 && <Plans found={found} />}
    </section>
  );
}

async function planOf({ state }: Column): Promise<PlanAnswer> {
  const given = isUntouched(state) ? await fetchGivenPlan(state.economy) : "none";
  if (given !== "none") return given;
  return planConnection().run({ kind: "plan", order: planOrderOf(state), quick: false });
}

function Plans({ found }: { readonly found: readonly PlannedColumn[] }): JSX.Element {
  const { language } = useView().state;
  const columns = found.map(({ column }) => column);
  const documents = found.map(({ document }) => document);
  const tables = { columns };
  return (
    <>
      <YearFigures found={found} />
      <h3>{say(language, "planNumbers")}</h3>
      <Rows {...tables} rows={numberRows(documents, language)} title={say(language, "planNumbers")} />
      <Rows {...tables} rows={reasonRows(documents, language)} title={say(language, "planVerdict")} isWords />
      {documents.some(({ yearly }) => yearly) && (
        <>
          <h3>{say(language, "planNeeds")}</h3>
          <ComparisonTable
            {...tables}
            rows={needRows(documents, language)}
            title={say(language, "planNeeds")}
          />
        </>
      )}
      <h3>{say(language, "check")}</h3>
      <Rows {...tables} rows={proofRows(documents, language)} title={say(language, "check")} />
    </>
  );
}

/** Working week, emissions, dangerous work and AI computers over the years; from today, where there is one. */
function YearFigures({ found }: { readonly found: readonly PlannedColumn[] }): JSX.Element {
  const { language } = useView().state;
  const all = found.map(({ column, document }) => ({ column, series: planSeries(document) }));
  const ids = [...new Set(all.flatMap(({ series }) => series.map(({ id }) => id)))];
  return (
    <div class="graph-grid">
      {ids.map((id) => {
        const own = all.flatMap(({ column, series }): readonly { column: Column; line: YearSeries }[] => {
          const line = series.find((one) => one.id === id);
          return line ? [{ column, line }] : [];
        });
        const [{ line: first }] = own;
        const { base } = first;
        const lines = own.map(({ column, line }) => linesOf(column, line));
        const longest = Math.max(...lines.map(({ dates }) => dates.length));
        return (
          <ComparisonFigure
            key={id}
            id={`compare-${id}`}
            what={titleOf(first, language)}
            lines={lines}
            baseline={base === undefined ? undefined : new Float64Array(longest).fill(base)}
            words={wordsOf(widest(own.map(({ line }) => line)), language)}
            period={say(language, "year")}
            whenOf={(date) => (/^\d/.test(date) ? say(language, "inYear", { year: date }) : date)}
            source={say(language, "yearSource", { economy: found[0].document.economy.title[language] })}
          />
        );
      })}
    </div>
  );

  function linesOf(column: Column, { base, values }: YearSeries): ComparedBands {
    const years = values.map((_, index) => String(index + 1));
    return base === undefined
      ? { column, dates: years, bands: [values] }
      : { column, dates: [say(language, "today"), ...years], bands: [[base, ...values]] };
  }
}

/** The line with the largest numbers: all are written as it is. */
function widest(lines: readonly YearSeries[]): YearSeries {
  return lines.reduce((a, b) => (Math.max(...b.values) > Math.max(...a.values) ? b : a));
}
