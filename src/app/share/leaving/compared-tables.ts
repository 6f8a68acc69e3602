import {
  numberColumn,
  type Table,
  type TableCell,
  type TableColumn,
  textColumn,
} from "../../../core/table.ts";
import { fanTable, outcomeTable } from "../../../simulate/index.ts";
import type { ComparedPart } from "../../screens/compare/compared-part.ts";
import type { Column } from "../../screens/compare/columns.ts";
import { pageOf } from "../../page.ts";
import { lookOf } from "../../state/look.ts";
import type { View } from "../../view.ts";
import { dossierAt } from "../../worker/measure-job.ts";
import type { LeavingTable } from "../leaving.ts";
import { hashOfPlan } from "../plan-picture.tsx";
import { say } from "../say.ts";
import { resultsTable } from "./measured.ts";
import { plannedTables } from "./planned.ts";
import { payersTable } from "./who-pays.ts";

/** A table of one column of a comparison. */
interface Stated {
  readonly column: Column;
  /** SHA-256 of the column's result. */
  readonly hash: string;
  readonly table: Table;
}

/** The numbers of a group of a comparison: those of all its columns under one another, with letter and hash of each. */
export function comparedTables(part: ComparedPart, view: View): readonly LeavingTable[] {
  const { language } = view.state;
  switch (part.kind) {
    case "measured":
      return [
        {
          name: "results",
          label: say(language, "resultsTable"),
          table: () =>
            stack(
              part.found.map(({ column, original, measured }) => {
                const state = { ...column.state, language };
                const page = pageOf(dossierAt(original, lookOf(state)), measured, state, view.href);
                return {
                  column,
                  hash: measured.hash,
                  table: resultsTable({ measured, page, original, state }),
                };
              }),
            ),
        },
      ];
    case "simulated": {
      const { card, ran, pairs, payers } = part;
      const { guide, name } = card;
      const each = (make: (place: number) => Table): Table =>
        stack(
          ran.map(({ column, simulated }, place) => ({ column, hash: simulated.hash, table: make(place) })),
        );
      const labelled = (label: Parameters<typeof say>[1]): string =>
        `${say(language, label)} (${card.title[language] || name})`;
      return [
        {
          name: `${name}-fans`,
          label: labelled("fansTable"),
          table: () => each((place) => fanTable(guide, ran[place].simulated.picture, language)),
        },
        ...(guide.outcomes.length > 0
          ? [
              {
                name: `${name}-outcomes`,
                label: labelled("outcomesTable"),
                table: () => each((place) => outcomeTable(guide, ran[place].simulated.picture, language)),
              },
            ]
          : []),
        ...(pairs.some(Boolean)
          ? [
              {
                name: `${name}-differences`,
                label: labelled("differencesTable"),
                table: () => each((place) => differencesTable(part, place, view)),
              },
            ]
          : []),
        ...(payers
          ? [
              {
                name: `${name}-who-pays`,
                label: labelled("payersTable"),
                table: () =>
                  stack(
                    payers.found.map(({ column, answer }) => ({
                      column,
                      hash: answer.hash,
                      table: payersTable({ guide: payers.guide, card, found: answer.found }, view),
                    })),
                  ),
              },
            ]
          : []),
      ];
    }
    case "planned": {
      const plans = part.found.flatMap(({ column, planned: { document } }) =>
        document
          ? [{ column, document, hash: hashOfPlan(document), tables: plannedTables(document, language) }]
          : [],
      );
      const economy = plans[0]?.document.economy;
      const kinds = new Map(plans.flatMap(({ tables }) => tables.map(({ name, label }) => [name, label])));
      return [...kinds].map(([name, label]) => ({
        name: `${economy.id}-${name}`,
        label: `${label} (${economy.title[language]})`,
        table: () =>
          stack(
            plans.flatMap(({ column, hash, tables }) => {
              const found = tables.find((one) => one.name === name);
              return found ? [{ column, hash, table: found.table() }] : [];
            }),
          ),
      }));
    }
  }
}

/** Tables under one another; a column that one of them lacks is empty there. */
function stack(all: readonly Stated[]): Table {
  const columns = new Map(all.flatMap(({ table }) => table.columns.map((column) => [column.name, column])));
  const cell = ({ type }: TableColumn): TableCell => (type === "DOUBLE" ? NaN : "");
  return {
    columns: [textColumn("state"), ...columns.values(), textColumn("result")],
    rows: all.flatMap(({ column, hash, table }) =>
      table.rows.map((row) => [
        column.letter,
        ...[...columns.values()].map((wanted) => {
          const place = table.columns.findIndex(({ name }) => name === wanted.name);
          return place < 0 ? cell(wanted) : row[place];
        }),
        hash,
      ]),
    ),
  };
}

/** How far the same runs are apart from the first column: in every graph where they are furthest, and in every question. */
function differencesTable(
  { card: { guide }, ran, pairs }: Extract<ComparedPart, { readonly kind: "simulated" }>,
  place: number,
  { state: { language } }: View,
): Table {
  const pair = pairs[place];
  const { dates } = ran[place].simulated.picture;
  const [first] = ran;
  return {
    columns: [
      ...["against", "shows", "name", "unit", "date"].map(textColumn),
      ...["median_difference", "higher", "lower", "only_here", "only_there"].map((name) =>
        numberColumn(name, name === "median_difference" ? "" : "share of the runs"),
      ),
    ],
    rows: pair
      ? [
          ...pair.graphs.map(({ id, period, median, higher, lower }) => {
            const graph = guide.graphs.find((one) => one.id === id);
            const words = [graph?.words[language] ?? "", graph?.unit[language] ?? ""];
            return [first.column.letter, id, ...words, dates[period], median, higher, lower, NaN, NaN];
          }),
          ...pair.outcomes.map(({ id, onlyHere, onlyThere }) => {
            const outcome = guide.outcomes.find((one) => one.id === id)?.words[language] ?? "";
            return [first.column.letter, id, outcome, "", "", NaN, NaN, NaN, onlyHere, onlyThere];
          }),
        ]
      : [],
  };
}
