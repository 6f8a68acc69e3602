import type { Problem, ProblemValues, Where } from "../core/problem.ts";
import { nearestName } from "../core/nearest-name.ts";
import { createProblem } from "../text/problem.ts";

/** One row of a table: cells by column, and where each of them stands. */
export interface Row {
  readonly line: number;
  readonly cell: (column: string) => string;
  readonly where: (column: string) => Where;
  /** What is known of a column that the table does not have; one object for all rows. */
  readonly absence: (column: string) => Absence | undefined;
}

/** A missing column is one problem of the table, not one of each row: whether it was told already. */
export interface Absence {
  readonly where: Where;
  told: boolean;
}

/** What of a table could not be read, so that nobody blames the rows that refer to it. */
export interface LostCells {
  /** True if the column should be there and is not: a required one, or an optional one that a row needs. */
  readonly misses: (column: string) => boolean;
  /** True if the column may have held the text in a row that could not be read. */
  readonly mayHold: (column: string, text: string) => boolean;
}

export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; a longer one is read as empty. */
  readonly cell: number;
  /** A table with more problems than that is no table; the rest is not read. */
  readonly problems: number;
}

export const tableLimits: TableLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 1_000_000,
  columns: 200,
  cell: 65_536,
  problems: 10_000,
};

/** The rows of a table that can be read, what is wrong with the others, and what they would have said. */
export interface TableReading {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly lost: LostCells;
}

/**
 * Reads a CSV table (RFC 4180; byte-order mark and CRLF accepted) with line and column of every cell. Stray and
 * unclosed quotes, missing, unknown and doubled columns and rows of the wrong length are problems; the sound rows
 * are returned all the same, so that every problem of a file is found at once.
 */
export function readTable(
  file: string,
  text: string,
  columns: { readonly required: readonly string[]; readonly optional: readonly string[] },
  limits: TableLimits = tableLimits,
): TableReading {
  const known = [...columns.required, ...columns.optional];
  const nothing = (...problems: readonly Problem[]): TableReading => ({
    rows: [],
    problems,
    lost: wholeTable,
  });
  if (text.length > limits.bytes) {
    const values = { size: text.length, limit: limits.bytes };
    return nothing(createProblem("table-too-large", { file, line: 0, column: 0 }, values));
  }
  const { cells, problems, unread } = splitCells(file, text, limits);
  const places = new Map<string, number>();
  const absences = new Map<string, Absence>();
  const table: Table = { file, text, cells, places, absences };
  if (cells.records.length === 0) {
    return nothing(...problems, createProblem("table-empty", { file, line: 1, column: 1 }));
  }
  const header = { first: cells.records[0].first, end: cells.records[1]?.first ?? cells.starts.length };
  const width = header.end - header.first;
  if (width === 1) {
    const found = otherDelimiter(textOf(table, header.first), columns.required, ",");
    const where = placeOf(table, header.first, cells.records[0].line, header.first);
    if (found) return nothing(createProblem("table-delimiter", where, { found, wanted: "," }));
  }
  const meant = new Set<string>();
  for (let cell = header.first; cell < header.end; cell++) {
    const name = textOf(table, cell).trim();
    const where = placeOf(table, cell, cells.records[0].line, header.first);
    if (!known.includes(name)) {
      const hint = nearestName(name, known);
      if (hint !== undefined) meant.add(hint);
      problems.push(createProblem("unknown-column", where, { column: name }, { hint }));
    } else if (places.has(name)) {
      problems.push(createProblem("doubled-column", where, { column: name }));
    } else places.set(name, cell - header.first);
  }
  for (const column of known.filter((name) => !places.has(name))) {
    const told = columns.required.includes(column) || meant.has(column);
    const where = { file, line: cells.records[0].line, column: 1 };
    absences.set(column, { told, where });
    // A column whose name is only misspelt is told already, with the name that is meant.
    if (told && !meant.has(column)) problems.push(createProblem("missing-column", where, { column }));
  }
  const rows: Row[] = [];
  for (let index = 1; index < cells.records.length && problems.length <= limits.problems; index++) {
    const { first, line } = cells.records[index];
    const end = cells.records[index + 1]?.first ?? cells.starts.length;
    if (end - first === width) {
      rows.push(new TableRow(table, first, line));
      continue;
    }
    const where = { ...placeOf(table, end - 1, line, first), line };
    problems.push(createProblem("wrong-cell-count", where, { found: end - first, wanted: width }));
    unread.push(Array.from({ length: end - first }, (_, cell) => textOf(table, first + cell)));
  }
  if (problems.length > limits.problems) {
    const values = { limit: limits.problems };
    problems.push(createProblem("too-many-problems", { file, line: 0, column: 0 }, values));
    return { rows, problems, lost: wholeTable };
  }
  return { rows, problems, lost: lostCells(absences, unread, places) };
}

function lostCells(
  absences: ReadonlyMap<string, Absence>,
  unread: readonly (readonly string[])[],
  places: ReadonlyMap<string, number>,
): LostCells {
  const cells = new Map<string, ReadonlySet<string>>();
  const cellsOf = (column: string): ReadonlySet<string> => {
    const place = places.get(column) ?? -1;
    const known = cells.get(column) ?? new Set(unread.flatMap((row) => row[place]?.trim() ?? []));
    cells.set(column, known);
    return known;
  };
  const misses = (column: string): boolean => absences.get(column)?.told ?? false;
  return { misses, mayHold: (column, text) => misses(column) || cellsOf(column).has(text) };
}

/** What is lost where a table is missing or cannot be read at all. */
export const wholeTable: LostCells = { misses: () => true, mayHold: () => true };

/** The sign that parts the columns of a head where another should, if it parts some that are known. */
export function otherDelimiter(
  head: string,
  known: readonly string[],
  wanted: "," | ";",
): string | undefined {
  const found = [",", ";", "\t", "|"].find(
    (sign) =>
      sign !== wanted && head.includes(sign) && head.split(sign).some((name) => known.includes(name.trim())),
  );
  return found === "\t" ? "Tab" : found;
}

/** Where the cells of a text begin and end; texts and places are made when they are asked for. */
interface Cells {
  /** Offset of each cell; a quoted one begins with its quotation mark. */
  readonly starts: readonly number[];
  /** Offset behind each cell's text: a line's end, a comma, or the quotation mark that closes it. */
  readonly ends: readonly number[];
  /** First cell and line of each record that is not empty. */
  readonly records: readonly { readonly first: number; readonly line: number }[];
}

interface Table {
  readonly file: string;
  readonly text: string;
  readonly cells: Cells;
  readonly places: ReadonlyMap<string, number>;
  readonly absences: ReadonlyMap<string, Absence>;
}

/** A class, because a million rows with closures of their own take seconds to make. */
class TableRow implements Row {
  readonly line: number;
  readonly #table: Table;
  readonly #first: number;

  constructor(table: Table, first: number, line: number) {
    this.#table = table;
    this.#first = first;
    this.line = line;
  }

  cell(column: string): string {
    const place = this.#table.places.get(column);
    return place === undefined ? "" : textOf(this.#table, this.#first + place).trim();
  }

  where(column: string): Where {
    const place = this.#table.places.get(column);
    if (place === undefined) return { file: this.#table.file, line: this.line, column: 1 };
    return placeOf(this.#table, this.#first + place, this.line, this.#first);
  }

  absence(column: string): Absence | undefined {
    return this.#table.absences.get(column);
  }
}

function textOf({ text, cells }: Table, cell: number): string {
  const [start, end] = [cells.starts[cell], cells.ends[cell]];
  if (text.charCodeAt(start) !== quoteMark || start === end) return text.slice(start, end).replace(/\r$/, "");
  const inside = text.slice(start + 1, end);
  return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
}

/** Line and column of a cell, found from the first cell of its record, whose line is known. */
function placeOf({ file, text, cells }: Table, cell: number, line: number, first: number): Where {
  const start = cells.starts[cell];
  let lines = line;
  for (
    let at = text.indexOf("\n", cells.starts[first]);
    at >= 0 && at < start;
    at = text.indexOf("\n", at + 1)
  ) {
    lines++;
  }
  return { file, line: lines, column: columnOf(text, start) };
}

function columnOf(text: string, offset: number): number {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const mark = lineStart === 0 && text.startsWith("\ufeff") ? 1 : 0;
  return offset - lineStart - mark + 1;
}

const lineFeed = 10;
const carriageReturn = 13;
const quoteMark = 34;
const comma = 44;

/** One pass over the characters; only what is wrong costs more than a comparison. */
function splitCells(
  file: string,
  text: string,
  limits: TableLimits,
): { readonly cells: Cells; readonly problems: Problem[]; readonly unread: (readonly string[])[] } {
  const problems: Problem[] = [];
  const unread: string[][] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const records: { first: number; line: number }[] = [];
  const { length } = text;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let [line, lineStart] = [1, at];
  let nul = text.indexOf("\u0000");
  const tell = (
    code:
      | "stray-quote"
      | "unclosed-quote"
      | "control-character"
      | "too-many-columns"
      | "too-many-rows"
      | "cell-too-long",
    column: number,
    values: ProblemValues = {},
  ): void => {
    problems.push(createProblem(code, { file, line, column }, values));
  };
  while (at < length && problems.length <= limits.problems) {
    if (text.charCodeAt(at) === lineFeed) {
      line++;
      lineStart = ++at;
      continue;
    }
    const record = { first: starts.length, line };
    let closed = true;
    for (;;) {
      const start = at;
      const column = start - lineStart + 1;
      let end: number;
      if (text.charCodeAt(at) === quoteMark) {
        end = closingQuote(text, at);
        if (end < 0 || closesElsewhere(text, start, end)) {
          tell("unclosed-quote", column);
          closed = false;
          break;
        }
        for (let feed = text.indexOf("\n", start); feed >= 0 && feed < end;) {
          line++;
          lineStart = feed + 1;
          feed = text.indexOf("\n", lineStart);
        }
        at = end + 1;
        const behind = at;
        while (at < length && !endsCell(text.charCodeAt(at))) at++;
        if (at > behind && text.slice(behind, at) !== "\r") tell("stray-quote", end - lineStart + 1);
      } else {
        let quote = -1;
        for (; at < length; at++) {
          const code = text.charCodeAt(at);
          if (endsCell(code)) break;
          if (code === quoteMark && quote < 0) quote = at;
        }
        end = at;
        if (quote >= 0) tell("stray-quote", quote - lineStart + 1);
      }
      if (end - start > limits.cell) {
        tell("cell-too-long", column, { limit: limits.cell });
        end = start;
      }
      if (nul >= 0 && nul < end) {
        tell("control-character", column);
        nul = text.indexOf("\u0000", end);
      }
      if (starts.length - record.first < limits.columns) {
        starts.push(start);
        ends.push(end);
      } else {
        tell("too-many-columns", column, { limit: limits.columns });
        at = lineEndFrom(text, at);
      }
      if (at >= length || text.charCodeAt(at) === lineFeed) break;
      at++;
    }
    if (!closed) {
      // The quote opened by mistake: go on behind this line, so that later problems are still found.
      unread.push(
        starts.slice(record.first).map((start, cell) => text.slice(start, ends[record.first + cell])),
      );
      starts.length = ends.length = record.first;
      at = lineEndFrom(text, at);
      continue;
    }
    const blank =
      starts.length - record.first === 1 &&
      text.slice(starts[record.first], ends[record.first]).trim() === "";
    if (blank) starts.length = ends.length = record.first;
    else if (records.push(record) > limits.rows) {
      tell("too-many-rows", 1, { limit: limits.rows });
      break;
    }
  }
  return { cells: { starts, ends, records }, problems, unread };
}

function endsCell(code: number): boolean {
  return code === comma || code === lineFeed;
}

/** The quotation mark that closes the one at `opening`; doubled ones stand for one. −1 if there is none. */
function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== quoteMark) continue;
    if (text.charCodeAt(at + 1) !== quoteMark) return at;
    at++;
  }
  return -1;
}

/** True if the quotation mark lines below is not the end of a cell but belongs to another one. */
function closesElsewhere(text: string, opening: number, closing: number): boolean {
  const next = text.charCodeAt(closing + 1);
  if (Number.isNaN(next) || endsCell(next) || next === carriageReturn) return false;
  const feed = text.indexOf("\n", opening);
  return feed >= 0 && feed < closing;
}

function lineEndFrom(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}
