import type { JSX } from "preact";
import { readPeriod } from "../../../core/period.ts";
import {
  chartText,
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  loopMapShapes,
  placeLoopMap,
} from "../../../chart/index.ts";
import {
  createProblem,
  formatDayInWords,
  formatMoney,
  formatNumber,
  formatShare,
} from "../../../text/index.ts";
import { writeAddress } from "../../state/address.ts";
import { lookOf } from "../../state/look.ts";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { type NotePart, useNotePart } from "./compared-part.ts";
import type { Column } from "./columns.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { circuitRows, type MeasuredColumn, resultRows } from "./measured-rows.ts";
import { useAnswers } from "./use-answers.ts";
import { say } from "./words.ts";

const shownActors = 6;
const shownDoubts = 3;

/** Dossiers side by side, each at its day, degree of firmness and doubts: their loop maps, and the same measures. */
export function MeasuredGroup(props: {
  readonly columns: readonly Column[];
  readonly note: NotePart;
}): JSX.Element {
  const { columns, note } = props;
  const view = useView();
  const { language } = view.state;
  const byAddress = new Map(columns.map((column) => [column.address, column]));
  const { answers, busy } = useAnswers(
    columns.map(({ address }) => address),
    async (address): Promise<MeasuredColumn | undefined> => {
      const column = byAddress.get(address)!;
      const id = column.state.dossier;
      if (!view.library.some((one) => one.id === id)) {
        const known = view.library.map((one) => one.id).join(", ");
        view.notify([
          createProblem("no-such-dossier", { file: "", line: 0, column: 0 }, { name: id, known }),
        ]);
        return undefined;
      }
      const original = await view.openDossier(id);
      const measured = await view.run({ kind: "measure", dossier: original, look: lookOf(column.state) });
      if (!measured.measurement) view.notify(measured.problems);
      return measured.measurement && { column, original, measured };
    },
  );
  const found = columns.flatMap((column) => {
    const answer = answers.get(column.address);
    return answer ? [{ ...answer, column }] : [];
  });
  const isWhole = !busy && found.length > 0;
  useNotePart(note, isWhole ? { kind: "measured", found } : undefined, [isWhole, found.length]);
  const foundOf = ({ address }: Column): MeasuredColumn | undefined =>
    found.find(({ column }) => column.address === address);
  return (
    <section class="compared" aria-labelledby="compared-measured" aria-busy={busy}>
      <h2 id="compared-measured">{say(language, "measured")}</h2>
      {busy && <p class="quiet">{appText(language, "calculating")}</p>}
      <ColumnHeads
        columns={columns}
        titleOf={(column) => foundOf(column)?.original.title[language] ?? column.state.dossier}
        differencesOf={(column) => differencesOf(foundOf(column))}
      >
        {(column) => {
          const one = foundOf(column);
          return one && <MapOf found={one} />;
        }}
      </ColumnHeads>
      {found.length > 0 && (
        <ComparisonTable
          columns={found.map(({ column }) => column)}
          rows={[...circuitRows(found, language), ...resultRows(found, view)]}
          title={say(language, "measured")}
        />
      )}
    </section>
  );

  function differencesOf(one: MeasuredColumn | undefined): readonly string[] {
    if (!one) return [];
    const { column, original, measured } = one;
    const { state } = column;
    const { asOf, circuit } = measured.measurement;
    const doubts = Object.entries(state.doubts);
    return [
      appText(language, "asOf", {
        day: formatDayInWords(readPeriod(asOf)?.end ?? original.asOf, language),
      }),
      appText(language, circuit.status),
      ...(state.screen === "start" && state.paidShare < 1
        ? [say(language, "paidShare", { share: formatShare(state.paidShare, language) })]
        : []),
      ...(doubts.length > shownDoubts
        ? [say(language, "doubts", { count: doubts.length })]
        : doubts.map(([id, value]) =>
            say(language, "doubted", {
              id,
              value: formatNumber(value, language, Number.isInteger(value) ? 0 : 2),
            }),
          )),
    ];
  }
}

/** The loop map of a column, with its finding and source. */
function MapOf({ found }: { readonly found: MeasuredColumn }): JSX.Element {
  const { language, compare } = useView().state;
  const { column, original, measured } = found;
  const { circuit, asOf } = measured.measurement;
  const series = loopMapSeries(measured.ledger, circuit, { language, actors: shownActors });
  if (series.ribbons.length === 0) return <p>{chartText(language, "mapNoLoop")}</p>;
  const open = writeAddress({ ...column.state, language, screen: "circuit", compare });
  return (
    <figure>
      <h4>
        {say(language, "mapFinding", {
          share: formatShare(circuit.circulation.shareOfFlow, language),
          total: formatMoney(circuit.totalFlow, circuit.unit, language),
        })}
      </h4>
      <LoopMap
        placed={placeLoopMap(series, loopMapShapes.narrow)}
        language={language}
        id={`compare-${column.place}`}
        description={describeLoopMap(series, circuit, language)}
        linkOf={() => open}
      />
      <figcaption>
        {say(language, "mapSource", {
          dossier: original.title[language],
          day: formatDayInWords(readPeriod(asOf)?.end ?? original.asOf, language),
          status: appText(language, circuit.status),
        })}
      </figcaption>
    </figure>
  );
}
