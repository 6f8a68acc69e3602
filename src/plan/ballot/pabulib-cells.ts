import type { Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";

export interface PabulibCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const limits = { characters: 20 * 1024 * 1024, rows: 1_000_000, columns: 200 } as const;

/** Splits a `.pb` file into records of cells; semicolons part cells, quotes may enclose them, empty lines end nothing. */
export function splitPabulib(
  file: string,
  text: string,
): { readonly records: readonly (readonly PabulibCell[])[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (text.length > limits.characters) {
    const values = { size: text.length, limit: limits.characters };
    return {
      records: [],
      problems: [createProblem("table-too-large", { file, line: 0, column: 0 }, values)],
    };
  }
  const records: PabulibCell[][] = [];
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (records.length >= limits.rows) {
      problems.push(
        createProblem("too-many-rows", { file, line: index + 1, column: 1 }, { limit: limits.rows }),
      );
      break;
    }
    const cells = splitLine(file, line, index + 1, problems);
    if (cells.length > 0) records.push(cells);
  }
  return { records, problems };
}

function splitLine(file: string, line: string, number: number, problems: Problem[]): PabulibCell[] {
  const cells: PabulibCell[] = [];
  let position = 0;
  while (position <= line.length) {
    const where = { file, line: number, column: position + 1 };
    if (cells.length >= limits.columns) {
      problems.push(createProblem("too-many-columns", where, { limit: limits.columns }));
      break;
    }
    let text: string;
    if (line[position] === '"') {
      const closing = closingQuote(line, position + 1);
      if (closing < 0) {
        problems.push(createProblem("unclosed-quote", where));
        break;
      }
      text = line.slice(position + 1, closing).replaceAll('""', '"');
      const next = line.indexOf(";", closing);
      const end = next < 0 ? line.length : next;
      if (line.slice(closing + 1, end).trim() !== "") {
        problems.push(createProblem("stray-quote", { file, line: number, column: closing + 1 }));
      }
      position = end;
    } else {
      const next = line.indexOf(";", position);
      const end = next < 0 ? line.length : next;
      text = line.slice(position, end);
      position = end;
    }
    if (text.includes("\u0000")) problems.push(createProblem("control-character", where));
    cells.push({ text: text.trim(), line: number, column: where.column });
    position++;
  }
  return cells;
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}
