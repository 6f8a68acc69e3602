import { nearestName } from "../core/nearest-name.ts";
import { type Period, readPeriod } from "../core/period.ts";
import type { Problem, ProblemValues } from "../core/problem.ts";
import type { Range } from "../ledger/ledger.ts";
import { createProblem } from "../text/problem.ts";
import type { Row } from "./table.ts";

type Code = Parameters<typeof createProblem>[0];

/** Reads typed cells of one row and collects what is wrong with them, each at its place. */
export class Cells {
  readonly row: Row;
  readonly #problems: Problem[];

  constructor(row: Row, problems: Problem[]) {
    this.row = row;
    this.#problems = problems;
  }

  /** In a table without the column only its absence is told, once. */
  wrong(column: string, code: Code, values: ProblemValues = {}, hint?: string): void {
    const absence = this.row.absence(column);
    if (!absence) this.#problems.push(createProblem(code, this.row.where(column), values, { hint }));
    else if (!absence.told) {
      absence.told = true;
      this.#problems.push(createProblem("missing-column", absence.where, { column }));
    }
  }

  warn(column: string, code: Code, values: ProblemValues = {}): void {
    this.#problems.push(createProblem(code, this.row.where(column), values, { severity: "warning" }));
  }

  text(column: string): string {
    return this.row.cell(column);
  }

  needed(column: string): string {
    const text = this.text(column);
    if (text === "") this.wrong(column, "empty-cell", { column });
    return text;
  }

  id(): string {
    const id = this.needed("id");
    if (id !== "" && !/^[A-Za-z0-9][\w-]{0,63}$/.test(id)) this.wrong("id", "bad-id", { id });
    return id;
  }

  list(column: string): readonly string[] {
    return this.text(column)
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean);
  }

  choice<Choice extends string>(column: string, known: readonly Choice[]): Choice | undefined {
    const text = this.text(column);
    const found = known.find((choice) => choice === text);
    if (found === undefined) {
      const wanted = known.filter(Boolean).join(", ");
      this.wrong(
        column,
        "bad-choice",
        { column, value: text, wanted },
        nearestName(text, known.filter(Boolean)),
      );
    }
    return found;
  }

  number(column: string): number | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text);
    const german = /^-?\d{1,3}(?:\.\d{3})*,\d+$|^-?\d+,\d+$/.test(text);
    if (german) {
      const plain = text.replaceAll(".", "").replace(",", ".");
      // A comma before three digits may part thousands as well.
      const wanted = /^-?\d{1,3},\d{3}$/.test(text) ? `${plain} / ${text.replace(",", "")}` : plain;
      this.wrong(column, "decimal-comma", { column, value: text, wanted });
    } else this.wrong(column, "not-a-number", { column, value: text }, bareNumber(text));
    return undefined;
  }

  /** A value with bounds; without bounds all three are equal. */
  range(value: string, low = "low", high = "high"): Range | undefined {
    const bounds = { low: this.number(low), high: this.number(high) };
    const centre = this.number(value);
    if (centre === undefined) {
      if (this.text(value) === "" && (bounds.low !== undefined || bounds.high !== undefined)) {
        this.wrong(value, "bounds-without-value", { column: value });
      }
      return undefined;
    }
    const range = { value: centre, low: bounds.low ?? centre, high: bounds.high ?? centre };
    if (range.low > range.high && bounds.low !== undefined && bounds.high !== undefined) {
      this.wrong(low, "bounds-crossed", { low: range.low, high: range.high });
    } else if (range.low > range.value || range.value > range.high) {
      this.wrong(value, "bounds-out-of-order", { low: range.low, value: range.value, high: range.high });
    }
    return range;
  }

  period(column: string): Period | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const period = readPeriod(text);
    if (!period) this.wrong(column, "bad-date", { column, value: text }, suggestPeriod(text));
    return period;
  }

  /** A share of a whole, written with a percent sign; above 100 % is impossible. */
  share(column: string): number | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const match = /^(\d+(?:\.\d+)?) ?%$/.exec(text);
    if (!match) {
      this.wrong(column, "bad-share", { column, value: text });
      return undefined;
    }
    const percent = Number(match[1]);
    if (percent > 100) this.wrong(column, "share-above-100", { column, value: text });
    return percent / 100;
  }
}

/** A number without signs that people add: blanks and marks between thousands, a currency, a percent sign. */
function bareNumber(text: string): string | undefined {
  const bare = text
    .replace(/[\s'’_$€£%~≈+]/g, "")
    .replace(
      /^(-?\d{1,3})((?:,\d{3})+)(?=\.|$)/,
      (_, first: string, rest: string) => first + rest.replaceAll(",", ""),
    );
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? bare : undefined;
}

/** Days, months and quarters as people write them, put in our order; nothing where it could be two days. */
function suggestPeriod(text: string): string | undefined {
  const [from, until, ...more] = text.split("/");
  if (more.length === 0 && until !== undefined && readPeriod(from) && readPeriod(until))
    return `${until}/${from}`;
  const number = (part: string): string => part.padStart(2, "0");
  const shapes: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
    [
      /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/,
      ([, day, month, year]) => `${year}-${number(month)}-${number(day)}`,
    ],
    [
      /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/,
      ([, year, month, day]) => `${year}-${number(month)}-${number(day)}`,
    ],
    [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ([, one, other, year]) => dayOf(Number(one), Number(other), year)],
    [/^(\d{1,2})[./](\d{4})$/, ([, month, year]) => `${year}-${number(month)}`],
    [/^([QH])(\d)[\s/-]?(\d{4})$/i, ([, letter, part, year]) => `${year}-${letter.toUpperCase()}${part}`],
    [/^(\d{4})[\s/]?([QH])(\d)$/i, ([, year, letter, part]) => `${year}-${letter.toUpperCase()}${part}`],
  ];
  for (const [shape, write] of shapes) {
    const parts = shape.exec(text);
    const found = parts && write(parts);
    if (found && readPeriod(found)) return found;
  }
  return undefined;
}

/** `10/21/2025` is one day, `3/4/2025` may be two. */
function dayOf(one: number, other: number, year: string): string {
  const [month, day] = one > 12 ? [other, one] : [one, other];
  const isClear = day > 12 || one === other;
  return isClear ? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : "";
}
