import type { Bilingual } from "../text/language.ts";
import { showExpression } from "./show-expression.ts";
import type { ExpressionSyntax, Notes, Statement } from "./syntax.ts";
import type { Workshop } from "./workshop.ts";

/** Name, money and time of a model. */
export interface Calendar {
  readonly name: string;
  readonly notes: Notes;
  readonly source: string;
  readonly length: "year" | "quarter" | "month" | "day";
  /** Date of period 0, counted in periods since the year 0; undefined if the model has no dates. */
  readonly start: number | undefined;
  readonly periods: number;
  readonly money: string;
  /** What the money of the model is called. */
  readonly moneyLabel: Bilingual;
}

const usualPeriods = 60;
const mostPeriods = 10_000;
const perYear = { year: 1, quarter: 4, month: 12, day: 365 } as const;

/** Reads `model`, `source`, `period` and `unit`, and teaches the workshop its dates. */
export function readCalendar(statements: readonly Statement[], workshop: Workshop): Calendar {
  const only = <Kind extends Statement["kind"]>(
    kind: Kind,
  ): Extract<Statement, { kind: Kind }> | undefined => {
    const found = statements.filter((each) => each.kind === kind) as Extract<Statement, { kind: Kind }>[];
    for (const again of found.slice(1)) {
      workshop.report("said-once", again.where, { word: kind, line: found[0].where.line });
    }
    return found[0];
  };
  const model = only("model");
  const period = only("period");
  const money = statements.find((each) => each.kind === "unit" && isMoneyName(each.name));
  const length = (period?.length ?? "year") as Calendar["length"];
  const dateNumber = (syntax: ExpressionSyntax | undefined): number | undefined => {
    if (!syntax) return undefined;
    if (syntax.kind === "date") return countPeriods(syntax.text, length);
    if (syntax.kind === "number" && length === "year") return syntax.value;
    workshop.report("date-unfit", syntax.where, { length });
    return undefined;
  };
  const start = dateNumber(period?.from);
  const end = dateNumber(period?.to);
  let periods: number = usualPeriods;
  if (start !== undefined && end !== undefined) periods = end - start;
  const count = period?.count;
  if (count) periods = countOf(count);
  if (!Number.isInteger(periods) || periods < 1 || periods > mostPeriods) {
    workshop.report("model-periods", period?.where ?? { file: "", line: 0, column: 0 }, {
      count: count ? showExpression(count) : periods,
      limit: mostPeriods,
    });
    periods = usualPeriods;
  }
  if (start !== undefined) {
    workshop.dateOf = (text) => {
      const date = countPeriods(text, length);
      return date === undefined ? undefined : date - start;
    };
    // Years are numbers, so only a model of years takes a number for a date.
    if (length === "year") workshop.yearOf = (year) => year - start;
  }
  const [moneyName, notes] = money?.kind === "unit" ? [money.name, money.notes] : ["$", undefined];
  return {
    name: model?.name ?? "model",
    notes: model?.notes ?? { en: undefined, de: undefined, unit: undefined, source: undefined },
    source: statements.flatMap((each) => (each.kind === "source" ? [each.text] : [])).join("; "),
    length,
    start,
    periods,
    money: moneyName,
    moneyLabel: { en: notes?.en ?? notes?.de ?? moneyName, de: notes?.de ?? notes?.en ?? moneyName },
  };
}

/** A currency sign or three capitals. */
export function isMoneyName(name: string): boolean {
  return /^[$€£¥]$|^[A-Z]{3}$/.test(name);
}

/** Periods since the year 0 of `2027Q1` or `2027M01`. */
/** A number of periods as written; what is no number is none. */
function countOf(syntax: ExpressionSyntax): number {
  if (syntax.kind === "number") return syntax.value;
  return syntax.kind === "unary" && syntax.operator === "-" ? -countOf(syntax.of) : NaN;
}

function countPeriods(text: string, length: Calendar["length"]): number | undefined {
  const match = /^(\d{4})(?:([QM])(\d+))$/.exec(text);
  if (!match) return undefined;
  const part = Number(match[3]) - 1;
  if (match[2] === "Q" && length === "quarter") return Number(match[1]) * 4 + part;
  if (match[2] === "M" && length === "month") return Number(match[1]) * 12 + part;
  return undefined;
}

/** `2027Q1` of a period, or its number if the model has no dates. */
export function nameOfPeriod(calendar: Pick<Calendar, "start" | "length">, period: number): string {
  const { start, length } = calendar;
  if (start === undefined || length === "day") return String(period);
  const count = start + period;
  const each = perYear[length];
  const year = Math.floor(count / each);
  const part = count - year * each + 1;
  if (length === "year") return String(year);
  return length === "quarter" ? `${year}Q${part}` : `${year}M${String(part).padStart(2, "0")}`;
}
