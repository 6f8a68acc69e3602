import type { Problem, Where } from "../core/problem.ts";
import { nearestName } from "../core/nearest-name.ts";
import { createProblem } from "../text/problem.ts";

/** One row of a table: cells by column, and where each of them stands. */
export interface Row {
  readonly line: number;
  readonly cell: (column: string) => string;
  readonly where: (column: string) => Where;
}

export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
}

export const tableLimits: TableLimits = { bytes: 20 * 1024 * 1024, rows: 1_000_000, columns: 200 };

interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
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
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (text.length > limits.bytes) {
    const values = { size: text.length, limit: limits.bytes };
    return { rows: [], problems: [createProblem("table-too-large", { file, line: 0, column: 0 }, values)] };
  }
  const records = splitRecords(file, text, problems, limits);
  const header = records.shift();
  if (!header) {
    return { rows: [], problems: [...problems, createProblem("table-empty", { file, line: 1, column: 1 })] };
  }
  const known = [...columns.required, ...columns.optional];
  const places = new Map<string, number>();
  header.forEach((cell, index) => {
    const name = cell.text.trim();
    const where = { file, line: cell.line, column: cell.column };
    if (!known.includes(name)) {
      problems.push(
        createProblem("unknown-column", where, { column: name }, { hint: nearestName(name, known) }),
      );
    } else if (places.has(name)) {
      problems.push(createProblem("doubled-column", where, { column: name }));
    } else places.set(name, index);
  });
  for (const column of columns.required) {
    if (!places.has(column)) {
      problems.push(
        createProblem("missing-column", { file, line: header[0]?.line ?? 1, column: 1 }, { column }),
      );
    }
  }
  const rows: Row[] = [];
  for (const record of records) {
    const line = record[0].line;
    if (record.length !== header.length) {
      const values = { found: record.length, wanted: header.length };
      problems.push(createProblem("wrong-cell-count", { file, line, column: record.at(-1)!.column }, values));
      continue;
    }
    const at = (column: string): Cell | undefined => {
      const place = places.get(column);
      return place === undefined ? undefined : record[place];
    };
    rows.push({
      line,
      cell: (column) => at(column)?.text.trim() ?? "",
      where: (column) => ({ file, line: at(column)?.line ?? line, column: at(column)?.column ?? 1 }),
    });
  }
  return { rows, problems };
}

const lineFeed = 10;
const quoteMark = 34;

function splitRecords(file: string, text: string, problems: Problem[], limits: TableLimits): Cell[][] {
  const records: Cell[][] = [];
  let position = text.startsWith("\ufeff") ? 1 : 0;
  let lineStart = position;
  let line = 1;
  let record: Cell[] = [];
  const endRecord = (): boolean => {
    const empty = record.length === 1 && record[0].text.trim() === "";
    if (!empty) records.push(record);
    record = [];
    return records.length <= limits.rows;
  };
  while (position <= text.length) {
    if (record.length === 0 && text.charCodeAt(position) === lineFeed) {
      line++;
      lineStart = ++position;
      continue;
    }
    const start: { line: number; column: number } = { line, column: position - lineStart + 1 };
    let value: string;
    if (text[position] === '"') {
      let end = position + 1;
      let closed = false;
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (code === lineFeed) {
          line++;
          lineStart = end + 1;
        } else if (code === quoteMark) {
          if (text.charCodeAt(end + 1) !== quoteMark) {
            closed = true;
            break;
          }
          end++;
        }
      }
      if (!closed) {
        problems.push(createProblem("unclosed-quote", { file, ...start }));
        // The quote opened by mistake: go on behind this line, so that later problems are still found.
        line = start.line;
        const lineEnd = text.indexOf("\n", position);
        if (lineEnd < 0) return records;
        position = lineEnd + 1;
        lineStart = position;
        line++;
        record = [];
        continue;
      }
      value = text.slice(position + 1, end).replaceAll('""', '"');
      position = end + 1;
      const rest = cellEnd(text, position);
      if (text.slice(position, rest).replace("\r", "") !== "") {
        problems.push(createProblem("stray-quote", { file, line, column: end - lineStart + 1 }));
      }
      position = rest;
    } else {
      const end = cellEnd(text, position);
      value = text.slice(position, end).replace(/\r$/, "");
      const quote = value.indexOf('"');
      if (quote >= 0) {
        problems.push(createProblem("stray-quote", { file, line, column: start.column + quote }));
      }
      position = end;
    }
    if (value.includes("\u0000")) problems.push(createProblem("control-character", { file, ...start }));
    if (record.length < limits.columns) record.push({ text: value, ...start });
    else if (record.length === limits.columns) {
      problems.push(createProblem("too-many-columns", { file, ...start }, { limit: limits.columns }));
      position = lineEndFrom(text, position);
    }
    if (position >= text.length) {
      endRecord();
      break;
    }
    if (text[position] === "\n") {
      if (!endRecord()) {
        problems.push(createProblem("too-many-rows", { file, line, column: 1 }, { limit: limits.rows }));
        break;
      }
      line++;
      lineStart = position + 1;
    }
    position++;
  }
  return records;
}

/** Only the current line is searched, so that a table without commas does not cost its square. */
function cellEnd(text: string, from: number): number {
  const newline = lineEndFrom(text, from);
  const comma = text.slice(from, newline).indexOf(",");
  return comma < 0 ? newline : from + comma;
}

function lineEndFrom(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}
