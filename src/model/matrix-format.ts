import { fill } from "../text/sentence.ts";
import type { Language } from "../text/language.ts";
import { matrixWords } from "../text/matrix.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";

/** Forms in which a matrix can be written. */
export const matrixFormats = ["text", "csv", "html"] as const;
export type MatrixFormat = (typeof matrixFormats)[number];

export interface MatrixFormatOptions {
  readonly format: MatrixFormat;
  readonly language: Language;
  /** Values of the cells; without them the symbols are shown. */
  readonly values?: readonly Float64Array[] | undefined;
  /** Name of the period of the values. */
  readonly period?: string | undefined;
}

/** A matrix as a table for people or programs; with values, rows and columns are summed. */
export function formatMatrix(matrix: Matrix, options: MatrixFormatOptions): string {
  const words = matrixWords[options.language];
  const title =
    options.period === undefined
      ? words[matrix.kind]
      : fill(words.inPeriod, { title: words[matrix.kind], period: options.period });
  const table = options.values ? valueTable(matrix, options.values, options) : symbolTable(matrix, options);
  switch (options.format) {
    case "text":
      return `${title}\n${alignTable(table)}\n`;
    case "csv":
      return table.map((row) => row.map(quoteCsv).join(",")).join("\r\n") + "\r\n";
    case "html":
      return htmlTable(title, table, options.values !== undefined);
  }
}

type Table = readonly (readonly string[])[];

function symbolTable(matrix: Matrix, options: MatrixFormatOptions): Table {
  const sum = matrixWords[options.language].sum;
  return [
    ["", ...headingsOf(matrix, options.language), sum],
    ...matrix.rows.map((row) => [
      rowTitle(row, options.language),
      ...row.cells.map((cell) => cell?.text ?? ""),
      row.isClosed ? "0" : "",
    ]),
  ];
}

function valueTable(matrix: Matrix, values: readonly Float64Array[], options: MatrixFormatOptions): Table {
  const { sum } = matrixWords[options.language];
  const show = options.format === "csv" ? String : rounded;
  const turnover = values.flatMap((row) => [...row].filter((value) => Number.isFinite(value)).map(Math.abs));
  const noise = 1e-12 * turnover.reduce((most, value) => Math.max(most, value), 0);
  const total = (cells: Iterable<number>): string => {
    let result = 0;
    for (const cell of cells) result += cell;
    return show(Math.abs(result) <= noise ? 0 : result);
  };
  const rows = matrix.rows.map((row, index) => [
    rowTitle(row, options.language),
    ...row.cells.map((cell, column) => (cell ? show(values[index][column]) : "")),
    total(values[index]),
  ]);
  const sums = matrix.columns.map((_, column) => total(values.map((row) => row[column])));
  return [
    ["", ...headingsOf(matrix, options.language), sum],
    ...rows,
    [sum, ...sums, total(values.flatMap((row) => [...row]))],
  ];
}

function headingsOf({ columns, headings }: Matrix, language: Language): readonly string[] {
  return columns.map((column, index) => headings[index][language] || column);
}

function rowTitle({ name, label }: MatrixRow, language: Language): string {
  return label[language] === "" ? name : `${name}: ${label[language]}`;
}

/** Six significant digits. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return String(Number(value.toPrecision(6)));
}

function alignTable(table: Table): string {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** RFC 4180; a cell that a spreadsheet would take for a formula is kept text by a leading apostrophe. */
function quoteCsv(cell: string): string {
  const isNumber = cell !== "" && Number.isFinite(Number(cell));
  const safe = !isNumber && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function htmlTable(title: string, [head, ...rows]: Table, endsWithSum: boolean): string {
  const cells = (row: readonly string[], tag: "td" | "th"): string =>
    row
      .map((cell, column) =>
        column === 0 && tag === "td"
          ? `<th scope="row">${escapeHtml(cell)}</th>`
          : `<${tag}>${escapeHtml(cell)}</${tag}>`,
      )
      .join("");
  return [
    `<table class="matrix">`,
    `<caption>${escapeHtml(title)}</caption>`,
    `<thead><tr>${cells(head, "th")}</tr></thead>`,
    `<tbody>`,
    ...rows.map((row, index) =>
      endsWithSum && index === rows.length - 1
        ? `<tr class="sum">${cells(row, "td")}</tr>`
        : `<tr>${cells(row, "td")}</tr>`,
    ),
    `</tbody>`,
    `</table>\n`,
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
