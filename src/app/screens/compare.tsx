import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatDay, readPeriod } from "../../core/period.ts";
import type { Dossier } from "../../dossier/index.ts";
import {
  chartText,
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  loopMapShapes,
  placeLoopMap,
} from "../../chart/index.ts";
import { leadingResult, nameSubject, resultLists } from "../../report/index.ts";
import { compare as german } from "../../text/de/compare.ts";
import { compare as english } from "../../text/en/compare.ts";
import {
  createProblem,
  describeMethod,
  formatDayInWords,
  formatMoney,
  formatQuantity,
  formatShare,
} from "../../text/index.ts";
import { pageOf } from "../page.ts";
import { readAddress, writeAddress } from "../state/address.ts";
import { lookOf } from "../state/look.ts";
import { type AppState, defaults } from "../state/state.ts";
import { useView, type View } from "../view.ts";
import { appText, speaker } from "../words.ts";
import { dossierAt, type Measured } from "../worker/measure-job.ts";

const say = speaker(english, german);

interface Column {
  readonly address: string;
  readonly state: AppState;
  readonly original: Dossier;
  readonly measured: Measured;
}

/** Two to four states side by side: their pictures, and the same quantities in one table. */
export function Compare(): JSX.Element {
  const view = useView();
  const { language, compare } = view.state;
  const columns = useColumns(compare, view);
  return (
    <div class="compare">
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "intro")}</p>
      {compare.length === 0 && <p>{say(language, "none")}</p>}
      {compare.length < 2 && <Suggestions view={view} />}
      {columns.length > 0 && (
        <>
          <div class={`side-by-side of-${columns.length}`}>
            {columns.map((column) => (
              <ColumnHead key={column.address} column={column} view={view} />
            ))}
          </div>
          <Table columns={columns} view={view} />
        </>
      )}
    </div>
  );
}

/** The measurements of the compared states, as they come. */
function useColumns(addresses: readonly string[], view: View): readonly Column[] {
  const [columns, setColumns] = useState<readonly Column[]>([]);
  const key = addresses.join("|");
  useEffect(() => {
    let wanted = true;
    const measure = async (address: string): Promise<Column | undefined> => {
      const { state, problems } = readAddress(address);
      if (problems.length > 0) view.notify(problems);
      const original = await view.openDossier(state.dossier);
      const measured = await view.run({ kind: "measure", dossier: original, look: lookOf(state) });
      if (!measured.measurement) view.notify(measured.problems);
      return measured.measurement && { address, state, original, measured };
    };
    const all = async (): Promise<void> => {
      try {
        const found = await Promise.all(addresses.map(measure));
        if (wanted) setColumns(found.filter((column) => column !== undefined));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        view.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
      }
    };
    void all();
    return () => {
      wanted = false;
    };
  }, [key]);
  return columns.filter(({ address }) => addresses.includes(address));
}

function ColumnHead({ column, view }: { readonly column: Column; readonly view: View }): JSX.Element {
  const { address, state, original, measured } = column;
  const { language, compare } = view.state;
  const { circuit, asOf } = measured.measurement;
  const series = loopMapSeries(measured.ledger, circuit, { language, actors: 6 });
  const doubts = Object.keys(state.doubts).length;
  const day = readPeriod(asOf)?.end ?? original.asOf;
  return (
    <section>
      <h2>
        <a href={writeAddress({ ...state, language, compare })}>{original.title[language]}</a>
      </h2>
      <p class="quiet">
        {appText(language, "asOf", { day: formatDayInWords(day, language) })} ·{" "}
        {appText(language, circuit.status)}
        {doubts > 0 && ` · ${say(language, "doubts", { count: doubts })}`}{" "}
        <a href={view.href({ compare: compare.filter((other) => other !== address) })}>
          {say(language, "remove")}
        </a>
      </p>
      {series.ribbons.length > 0 ? (
        <LoopMap
          placed={placeLoopMap(series, loopMapShapes.narrow)}
          language={language}
          id={`compare-${compare.indexOf(address)}`}
          description={describeLoopMap(series, circuit, language)}
          linkOf={() => writeAddress({ ...state, language, screen: "circuit", compare })}
        />
      ) : (
        <p>{chartText(language, "mapNoLoop")}</p>
      )}
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly cells: readonly string[];
}

function Table({ columns, view }: { readonly columns: readonly Column[]; readonly view: View }): JSX.Element {
  const { language } = view.state;
  const rows = [...circuitRows(columns, language), ...resultRows(columns, view)];
  const same = rows.filter(({ cells }) => cells.length > 1 && new Set(cells).size === 1);
  return (
    <>
      <Rows columns={columns} rows={rows.filter((row) => !same.includes(row))} language={language} />
      {same.length > 0 && (
        <details>
          <summary>{say(language, "same", { count: same.length })}</summary>
          <Rows columns={columns} rows={same} language={language} />
        </details>
      )}
    </>
  );
}

function Rows(props: {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly language: "de" | "en";
}): JSX.Element {
  const { columns, rows, language } = props;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={say(language, "title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(language, "quantity")}</th>
            {columns.map(({ address, measured, original }) => (
              <th key={address} scope="col">
                {original.id}, {measured.measurement.asOf},{" "}
                {appText(language, measured.measurement.circuit.status)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function circuitRows(columns: readonly Column[], language: "de" | "en"): readonly Row[] {
  const row = (name: string, of: (column: Column) => string): Row => ({ name, cells: columns.map(of) });
  const focus = (column: Column): string => {
    const { measurement } = column.measured;
    const own = measurement.circuit.selfFinanced.find(({ actor }) => actor === column.original.focus);
    if (!own) return "–";
    const amounts = [own.certain, own.proportional, own.possible];
    return amounts.map((amount) => formatMoney(amount, measurement.circuit.unit, language)).join(" · ");
  };
  const focusName = [
    ...new Set(
      columns.map(
        ({ original }) =>
          original.actors.find(({ id }) => id === original.focus)?.name[language] ?? original.focus,
      ),
    ),
  ].join(" / ");
  const circuitOf = (column: Column): Measured["measurement"]["circuit"] =>
    column.measured.measurement.circuit;
  return [
    row(say(language, "total"), (column) =>
      formatMoney(circuitOf(column).totalFlow, circuitOf(column).unit, language),
    ),
    row(say(language, "circulation"), (column) =>
      formatMoney(circuitOf(column).circulation.value, circuitOf(column).unit, language),
    ),
    row(say(language, "share"), (column) => formatShare(circuitOf(column).circulation.shareOfFlow, language)),
    row(
      say(language, "loops"),
      (column) => `${circuitOf(column).loops.length}${circuitOf(column).loopsComplete ? "" : "+"}`,
    ),
    row(say(language, "selfFinanced", { actor: focusName }), focus),
  ];
}

/** The leading result of every measure that at least one of the states has. */
function resultRows(columns: readonly Column[], view: View): readonly Row[] {
  const { language } = view.state;
  const pages = columns.map(({ original, measured, state }) =>
    pageOf(dossierAt(original, lookOf(state)), measured, { ...state, language }, view.href),
  );
  return resultLists.flatMap((list) => {
    const measures = new Set(
      columns.flatMap(({ measured }) => measured.measurement[list].map(({ measure }) => measure)),
    );
    return [...measures].map((measure): Row => ({
      name: describeMethod(measure, language).name,
      cells: columns.map(({ measured }, index) => {
        const results = measured.measurement[list].filter((result) => result.measure === measure);
        if (results.length === 0) return "–";
        const lead = leadingResult(pages[index], results);
        const value = formatQuantity(lead.value.value, lead.unit, language);
        return `${value} (${nameSubject(pages[index], lead.subject)}, ${lead.period})`;
      }),
    }));
  });
}

/** Comparisons to begin with. */
function Suggestions({ view }: { readonly view: View }): JSX.Element {
  const { state, original, library } = view;
  const { language } = state;
  const at = (patch: Partial<AppState>): string =>
    writeAddress({ ...defaults, language, screen: "circuit", dossier: state.dossier, ...patch });
  const sets = [
    ["byStatus", (["announced", "contracted", "paid"] as const).map((reading) => at({ reading }))],
    ["byDate", original.vintages.slice(-4).map((day) => at({ asOf: formatDay(day) }))],
    ["byBubble", library.slice(0, 4).map(({ id }) => at({ dossier: id }))],
  ] as const;
  return (
    <>
      <h2>{say(language, "suggestions")}</h2>
      <ul>
        {sets
          .filter(([, addresses]) => addresses.length > 1)
          .map(([key, addresses]) => (
            <li key={key}>
              <a href={view.href({ compare: addresses })}>{say(language, key)}</a>
            </li>
          ))}
      </ul>
    </>
  );
}
