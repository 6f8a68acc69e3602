import { sha256 } from "../../../core/hash.ts";
import { numberColumn, type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import { matrixWords } from "../../../text/matrix.ts";
import type { Language } from "../../../text/index.ts";
import type { ScreenResults } from "../../results.ts";
import type { Book } from "../../worker/books-job.ts";
import type { PreparedModel } from "../../worker/opened-models.ts";
import { commandLine } from "../command.ts";
import type { Leave, Leaving, LeavingDocument } from "../leaving.ts";
import { say } from "../say.ts";
import { simulateCommand, simulatedPictures, simulatedTables } from "./simulated.ts";
import { dayInWords } from "../today.ts";

type Found = Extract<ScreenResults, { readonly kind: "model" }>;

/** What leaves a model: its text in one file, its three matrices, and the call that prints them. */
export function modelLeaving({ view, address, today }: Leave, found: Found): Leaving {
  const { card, source, edits, read, ran } = found;
  const { books = [], period } = read ?? {};
  const { language, model, text, scenarios, set } = view.state;
  const own = wholeText(source, edits);
  const isChanged = Object.keys(edits).length > 0;
  const isLinked = Object.keys(edits).every((file) => file === source.file) && edits[source.file] === text;
  const stem = `kreislauf-${model}${isChanged ? "-own" : ""}`;
  const files: readonly LeavingDocument[] = [
    {
      file: `${model}.kl`,
      label: say(language, "modelDocument"),
      type: "text/plain;charset=utf-8",
      text: () => own,
    },
    ...(source.guide
      ? [
          {
            file: `${model}.guide.yaml`,
            label: say(language, "guideDocument"),
            type: "application/yaml",
            text: () => `${JSON.stringify(source.guide, null, 2)}\n`,
          },
        ]
      : []),
  ];
  const hash = sha256(new TextEncoder().encode(own));
  const call = isChanged ? `./${model}.kl` : model;
  const matrix = ["matrix", call, ...(period === undefined ? [] : ["--period", String(period)])];
  const title = card?.title[language] || source.name;
  const date = period === undefined ? undefined : card?.dates[period];
  const run = ran?.hash ? ran : undefined;
  // Pictures of a changed text must not pass for those of the model that everybody has.
  const state = {
    ...view.state,
    ...(isChanged && { model: say(language, "changedText", { model, hash: hash.slice(0, 12) }) }),
  };
  return {
    title,
    stem,
    source: say(language, "modelLine", {
      model: title,
      source: card?.source ?? source.file,
      period: date ?? say(language, "inSymbols"),
      day: dayInWords(today, language),
      version: engineVersion,
      hash: hash.slice(0, 12),
      address,
    }),
    hash,
    date: today,
    pictures: card && run ? simulatedPictures(card, run, state, { address, today }) : [],
    tables: [
      ...books
        .filter(({ rows }) => rows.length > 0)
        .map((book) => ({
          name: date === undefined ? book.kind : `${book.kind}-${date}`,
          label: matrixWords[language][book.kind],
          table: () => bookTable(book, language),
        })),
      ...(card && run ? simulatedTables(card, run, state) : []),
    ],
    documents: files,
    command: [
      card ? commandLine([...matrix, "--format", "csv", "--lang", language]) : commandLine(["check", call]),
      ...(run ? [simulateCommand(call, { scenarios, set, runs: run.runs, seed: run.seed })] : []),
    ].join("\n"),
    commandNotes: [
      ...(isChanged ? [say(language, "saveFirst", { files: files.map(({ file }) => file).join(", ") })] : []),
      ...(run ? [say(language, "commandHash", { hash: run.hash.slice(0, 12) })] : []),
    ],
    canEmbed: !isChanged || isLinked,
    linkNotes: isChanged ? [say(language, isLinked ? "linkedModel" : "ownModel")] : [],
    method: say(language, isChanged ? "methodChangedModel" : "methodModel", {
      version: engineVersion,
      model,
    }),
  };
}

/** The text of a model with what it includes in its place, so that one file is the whole model. */
export function wholeText(source: PreparedModel, edits: Readonly<Record<string, string>>): string {
  const textOf = (file: string): string =>
    edits[file] ?? (file === source.file ? source.text : source.files[file]);
  const open = (file: string): string =>
    textOf(file).replace(/^[ \t]*include[ \t]+"([^"]+)"[^\n]*$/gm, (line, name: string) =>
      Object.hasOwn(source.files, name) || Object.hasOwn(edits, name) ? open(name) : line,
    );
  return open(source.file);
}

/** A matrix as the command line writes it: symbols, or values with their sums. */
function bookTable({ columns, headings, rows }: Book, language: Language): Table {
  const { sum } = matrixWords[language];
  const heads = columns.map((column, place) => headings[place][language] || column);
  const titleOf = ({ name, label }: Book["rows"][number]): string =>
    label[language] === "" ? name : `${name}: ${label[language]}`;
  if (rows.some(({ values }) => values === undefined)) {
    return {
      columns: [textColumn("row"), ...heads.map(textColumn), textColumn(sum)],
      rows: rows.map((row) => [titleOf(row), ...row.cells, row.isClosed ? "0" : ""]),
    };
  }
  const valuesOf = rows.map(({ values }) => Array.from(values ?? []));
  const size = valuesOf
    .flat()
    .reduce((most, value) => most + (Number.isFinite(value) ? Math.abs(value) : 0), 0);
  const add = (values: readonly number[]): number => {
    const all = values.reduce((total, value) => total + value, 0);
    // What is left of rounding is zero.
    return Math.abs(all) <= 1e-12 * size ? 0 : all;
  };
  return {
    columns: [textColumn("row"), ...heads.map((head) => numberColumn(head)), numberColumn(sum)],
    rows: [
      ...rows.map((row, index) => [
        titleOf(row),
        ...row.cells.map((cell, column) => (cell === "" ? NaN : valuesOf[index][column])),
        add(valuesOf[index]),
      ]),
      [
        sum,
        ...columns.map((_, column) => add(valuesOf.map((values) => values[column]))),
        add(valuesOf.flat()),
      ],
    ],
  };
}
