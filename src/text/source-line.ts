import type { Problem } from "../core/problem.ts";
import type { Language } from "./language.ts";
import { formatProblem } from "./problem.ts";

const widest = 100;

/**
 * A problem with the line it stands in and a caret below its place. Long lines are cut around the place; control
 * and format characters are shown as �.
 */
export function formatProblemWithSource(
  problem: Problem,
  text: string | undefined,
  language: Language,
): string {
  const head = formatProblem(problem, language);
  const { line, column } = problem.where;
  const source = line > 0 && text !== undefined ? lineOf(text, line) : undefined;
  if (source === undefined) return head;
  const from = column > widest - 20 ? column - 1 - widest / 2 : 0;
  const shown = source
    .slice(from, from + widest)
    .replaceAll("\t", " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "�");
  const left = from > 0 ? "…" : "";
  const right = source.length > from + widest ? "…" : "";
  const margin = `${line} | `;
  const caret = " ".repeat(margin.length + left.length + column - 1 - from);
  return `${head}\n${margin}${left}${shown}${right}\n${caret}^`;
}

function lineOf(text: string, line: number): string | undefined {
  const end = /\r\n|\r|\n/g;
  let start = 0;
  for (let number = 1; ; number++) {
    const found = end.exec(text);
    if (number === line) return text.slice(start, found?.index);
    if (found === null) return undefined;
    start = end.lastIndex;
  }
}
