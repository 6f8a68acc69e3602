import type { JSX } from "preact";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { Busy } from "../../parts/busy.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { appText } from "../../words.ts";
import { say as simulateSay } from "../simulate/words.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { type NotePart, useNotePart } from "./compared-part.ts";
import type { Column } from "./columns.ts";
import { ComparisonFigure } from "./comparison-figure.tsx";
import { Rows } from "./comparison-table.tsx";
import { OutcomeTable, PairTable } from "./run-tables.tsx";
import { scenariosOf, simulatedDifferences, simulatedTitle } from "./simulated-words.ts";
import { type RanColumn, useComparedRuns } from "./use-compared-runs.ts";
import { useComparedPayers } from "./use-compared-payers.ts";
import { WhoPaysComparison } from "./who-pays-comparison.tsx";
import { say } from "./words.ts";

interface GroupProps {
  readonly columns: readonly Column[];
  readonly card: ModelCard;
  readonly note: NotePart;
}

/** Runs of one model side by side. */
export function SimulatedGroup(props: {
  readonly model: string;
  readonly columns: readonly Column[];
  readonly note: NotePart;
}): JSX.Element {
  const { model, columns, note } = props;
  const { language } = useView().state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  const heading = `compared-${model.replace(/\W/g, "-")}`;
  return (
    <section class="compared" aria-labelledby={heading}>
      <h2 id={heading}>
        {say(language, "simulated", {
          model: (card?.parameters && (card.title[language] || card.name)) ?? model,
        })}
      </h2>
      {!card && <p class="quiet">{appText(language, "loading")}</p>}
      {card && !card.parameters && (
        <>
          <ColumnHeads columns={columns} titleOf={() => model} differencesOf={() => []} />
          <ProblemList problems={card.problems} />
        </>
      )}
      {card?.parameters && <Runs {...{ columns, card, note }} />}
    </section>
  );
}

function Runs({ columns, card, note }: GroupProps): JSX.Element {
  const { language } = useView().state;
  const orders = columns.map((column) => ({
    model: { name: column.state.model },
    scenarios: scenariosOf(column, card),
    set: column.state.set,
    runs: column.state.runs,
    seed: column.state.seed,
  }));
  const { found, isPreview, busy, progress } = useComparedRuns(orders);
  const ran = columns.flatMap((column, place): readonly RanColumn[] => {
    const simulated = found?.columns[place];
    return simulated?.picture ? [{ column, simulated }] : [];
  });
  const [first] = ran;
  const payers = useComparedPayers(card, columns, ran.length > 0 && !isPreview);
  const isWhole = !busy && !isPreview && !payers.busy && ran.length > 0;
  useNotePart(
    note,
    isWhole ? { kind: "simulated", card, ran, pairs: pairsOf(), payers: payers.found } : undefined,
    [isWhole, found, payers.found?.found.length],
  );
  const problems = (found?.columns ?? []).flatMap((column) => (column.picture ? [] : column.problems));
  return (
    <div aria-busy={busy} class="compared-runs">
      <ColumnHeads
        columns={columns}
        titleOf={(column) => simulatedTitle(column, card, language)}
        differencesOf={(column) => simulatedDifferences(column, columns, card, language)}
      />
      <div class="run-state">
        {busy && <Busy progress={progress} />}
        {isPreview && first && (
          <p class="quiet">{say(language, "preview", { runs: first.simulated.runs })}</p>
        )}
      </div>
      <ProblemList problems={problems} />
      {first && found && (
        <>
          {ran.length > 1 && (
            <p>
              {say(language, found.arePaired ? "paired" : "unpaired", {
                seed: first.simulated.seed,
                runs: formatNumber(first.simulated.runs, language),
              })}
            </p>
          )}
          <OutcomeTable {...{ card, ran }} pairs={pairsOf()} />
          <Graphs {...{ card, ran, orders }} />
          <PairTable {...{ card, ran }} pairs={pairsOf()} />
          {payers.found && <WhoPaysComparison {...{ card }} payers={payers.found} />}
          <ProofTable ran={ran} />
        </>
      )}
    </div>
  );

  function pairsOf(): NonNullable<typeof found>["pairs"] {
    return (found?.pairs ?? []).filter((_, place) => found?.columns[place].picture);
  }
}

/** Every graph of the model, all columns on one scale. */
function Graphs(props: {
  readonly card: ModelCard;
  readonly ran: readonly RanColumn[];
  readonly orders: readonly { readonly scenarios: readonly string[]; readonly set: object }[];
}): JSX.Element {
  const { card, ran, orders } = props;
  const { language } = useView().state;
  // A column without changes is the baseline itself.
  const isThere = orders.some(
    ({ scenarios, set }) => scenarios.length === 0 && Object.keys(set).length === 0,
  );
  const [first] = ran;
  return (
    <div class="graph-grid">
      {card.guide.graphs.map(({ id, as, words: what, unit }) => {
        const graphs = ran.map(({ simulated }) => simulated.picture.graphs.find((graph) => graph.id === id));
        const lines = ran.flatMap(({ column, simulated }, place) => {
          const graph = graphs[place];
          return graph ? [{ column, dates: simulated.picture.dates, bands: graph.fan.bands }] : [];
        });
        if (lines.length === 0) return null;
        return (
          <ComparisonFigure
            key={id}
            id={`compare-${id}`}
            what={what[language]}
            lines={lines}
            baseline={isThere ? undefined : graphs[0]?.baseline}
            words={(value) => formatReading(value, as, language, card.guide.money)}
            period={simulateSay(language, "period")}
            whenOf={(date) => say(language, "inPeriod", { date })}
            source={say(language, isThere ? "fanSourceOwn" : "fanSource", {
              model: card.name,
              seed: first.simulated.seed,
              unit: unit[language] || "–",
            })}
          />
        );
      })}
    </div>
  );
}

/** What one needs to get the same again, and whether the money adds up. */
function ProofTable({ ran }: { readonly ran: readonly RanColumn[] }): JSX.Element {
  const { language } = useView().state;
  const row = (
    name: Parameters<typeof say>[1],
    of: (simulated: Simulated) => string,
  ): { readonly name: string; readonly cells: readonly string[] } => ({
    name: say(language, name),
    cells: ran.map(({ simulated }) => of(simulated)),
  });
  return (
    <>
      <h3>{say(language, "check")}</h3>
      <Rows
        columns={ran.map(({ column }) => column)}
        title={say(language, "check")}
        rows={[
          row("residual", ({ residual }) => residual.toExponential(0)),
          row("hash", ({ hash }) => hash.slice(0, 12) || "…"),
          row("seed", ({ seed }) => String(seed)),
          row("runs", ({ runs }) => formatNumber(runs, language)),
          row("failed", ({ failed }) => formatNumber(failed, language)),
        ]}
      />
    </>
  );
}
