import type { Problem, ProblemValues, Severity, Where } from "../core/problem.ts";
import { problems as german } from "./de/problems.ts";
import { yamlWords as germanNames } from "./de/yaml-words.ts";
import { problems as english, type ProblemCode } from "./en/problems.ts";
import { yamlWords as englishNames } from "./en/yaml-words.ts";
import type { Language } from "./language.ts";
import { formatNumber } from "./number.ts";
import { fill } from "./sentence.ts";

const catalogue: Record<Language, Record<ProblemCode, string>> = { de: german, en: english };
const nearest: Record<Language, string> = { de: " Gemeint: „{name}“?", en: " Did you mean “{name}”?" };
const or: Record<Language, string> = { de: " oder ", en: " or " };
/** What the sign ⏎ stands for in the values of a problem. */
const lineEnd: Record<Language, string> = { de: "das Zeilenende", en: "the end of the line" };
const names: Record<Language, Readonly<Record<string, string>>> = { de: germanNames, en: englishNames };
/** Problems that say by a word of `yamlWords` what is wrong or would be right. */
const wordCodes: ReadonlySet<string> = new Set(["yaml-syntax", "wrong-type", "wrong-value"]);
const longestValue = 120;

/** Makes a problem; the code must have a sentence in every language. */
export function createProblem(
  code: ProblemCode,
  where: Where,
  values: ProblemValues = {},
  options: { readonly severity?: Severity; readonly hint?: string | undefined } = {},
): Problem {
  const problem = { code, severity: options.severity ?? "error", where, values } as const;
  return options.hint === undefined ? problem : { ...problem, hint: options.hint };
}

/** One sentence (or two, with the nearest name) about a problem. Control characters of the input are shown as �. */
export function describeProblem(problem: Problem, language: Language): string {
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([name, value]) => [
      name,
      inWords(name, value, problem.code, language),
    ]),
  );
  const sentence = catalogue[language][problem.code as ProblemCode] ?? problem.code;
  const hint = problem.hint === undefined ? "" : fill(nearest[language], { name: printable(problem.hint) });
  return fill(sentence, values) + hint;
}

/** `path:line:column: error[code] sentence`, the form editors and CI logs recognise. */
export function formatProblem(problem: Problem, language: Language): string {
  const { file, line, column } = problem.where;
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  const kind = { de: { error: "Fehler", warning: "Warnung" }, en: { error: "error", warning: "warning" } };
  return `${place}: ${kind[language][problem.severity]}[${problem.code}] ${describeProblem(problem, language)}`;
}

/**
 * A value as a sentence has it: amounts and sizes in groups of three digits, other numbers as they were written, codes
 * of the YAML parser and of schemas by their names.
 */
function inWords(name: string, value: string | number, code: string, language: Language): string {
  if (typeof value === "number") {
    return Number.isInteger(value) && Math.abs(value) >= 1e5 ? formatNumber(value, language) : String(value);
  }
  if (value === "⏎") return lineEnd[language];
  const isWords = wordCodes.has(code) && (name === "wanted" || name === "reason" || value === "null");
  return isWords ? wordsOf(value, language) : printable(value);
}

/** `number | object; week-hours`: words of `yamlWords`, one or the other, and what is counted. */
function wordsOf(value: string, language: Language): string {
  return value
    .split(/( \| |; )/)
    .map((word) => {
      if (word === " | ") return or[language];
      return Object.hasOwn(names[language], word) ? names[language][word] : printable(word);
    })
    .join("");
}

/** Control and format characters (bidirectional overrides, NUL, byte-order mark) must not reach a terminal. */
function printable(value: string): string {
  const text = value.replace(/[\p{Cc}\p{Cf}]/gu, "�");
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
