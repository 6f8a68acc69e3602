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

  wrong(column: string, code: Code, values: ProblemValues = {}, hint?: string): void {
    this.#problems.push(createProblem(code, this.row.where(column), values, { hint }));
  }

  warn(column: string, code: Code, values: ProblemValues = {}): void {
    this.#problems.push(createProblem(code, this.row.where(column), values, { severity: "warning" }));
  }

  text(column: string): string {
    return this.row.cell(column);
  }

  needed(column: string): string {
    const text = this.text(column);
    // A column that is missing is told once, with the header.
    if (text === "" && !this.row.lacks(column)) this.wrong(column, "empty-cell", { column });
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
      this.wrong(column, "decimal-comma", {
        column,
        value: text,
        wanted: text.replaceAll(".", "").replace(",", "."),
      });
    } else this.wrong(column, "not-a-number", { column, value: text });
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
    if (range.low > range.value || range.value > range.high) {
      this.wrong(value, "bounds-out-of-order", { low: range.low, value: range.value, high: range.high });
    }
    return range;
  }

  period(column: string): Period | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const period = readPeriod(text);
    if (!period) this.wrong(column, "bad-date", { column, value: text }, suggestDay(text));
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

/** German and American days, put in our order. */
function suggestDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!german) return undefined;
  const day = `${german[3]}-${german[2].padStart(2, "0")}-${german[1].padStart(2, "0")}`;
  return readPeriod(day) ? day : undefined;
}
