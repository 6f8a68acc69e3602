import type { Problem } from "../core/problem.ts";
import { findUnit } from "../core/unit.ts";
import { tables } from "./columns.ts";
import { inputsOf } from "./derived-days.ts";
import type { Figure } from "./dossier.ts";
import { evaluateFormula } from "./formula.ts";
import { readFigures } from "./read-figures.ts";
import { checkDerivations, checkLinks, suits } from "./references.ts";
import { readTable, type Row } from "./table.ts";

/** A cell of a derived figure that its formula changed. */
export interface DerivedChange {
  readonly id: string;
  readonly column: "value" | "low" | "high";
  readonly before: string;
  readonly after: string;
}

export interface Derivation {
  /** The table with every derived figure computed anew; all other cells are as they were. */
  readonly text: string;
  readonly changes: readonly DerivedChange[];
  readonly problems: readonly Problem[];
}

const file = "figures.csv";
/** Significant digits of a value that was not yet written. */
const freshDigits = 4;

/**
 * Computes every derived figure of the text of `figures.csv` from its formula, inputs first, and writes value and
 * bounds with as many decimals as the value had. Twice in a row changes nothing the second time. A formula that does
 * not work, or that rests on itself, is a problem and leaves its row as it is.
 *
 * @example
 * import { deriveFigures } from "kreislauf/dossier";
 * const head = "id,subject,measure,value,unit,period,status,confidence,origin,sources,derivation\n";
 * const rows = "a,x,y,2.5,GW,2025,reported,high,independent,s1,\nb,x,y,,GW,2025,estimated,high,derived,,a * 3\n";
 * deriveFigures(head + rows).changes[0].after; // → "7.500"
 */
export function deriveFigures(text: string): Derivation {
  const table = readTable(file, text, tables.figures);
  const figures = readFigures(table.rows, new Map(), []);
  const places = new Map(figures.map((figure, index) => [figure.id, table.rows[index]]));
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const circles = checkLinks(figures, (figure) => inputsOf(figure, known), "derivation");
  const changes: DerivedChange[] = [];
  const cells: { readonly row: Row; readonly column: string; readonly after: string }[] = [];
  for (const figure of circles.length > 0 ? [] : inputsFirst(figures, known)) {
    const row = places.get(figure.id)!;
    const written = computed(figure, known, row.cell("value"));
    if (!written) continue;
    known.set(figure.id, { ...figure, amount: rangeOf(written) });
    for (const column of ["value", "low", "high"] as const) {
      const [before, after] = [row.cell(column), written[column]];
      if (before === after) continue;
      changes.push({ id: figure.id, column, before, after });
      cells.push({ row, column, after });
    }
  }
  const problems = [...table.problems, ...circles, ...checkDerivations([...known.values()])];
  return { text: replaceCells(text, cells), changes, problems };
}

/** Derived figures in an order in which each comes after those it rests on; there are no circles. */
function inputsFirst(figures: readonly Figure[], known: ReadonlyMap<string, Figure>): readonly Figure[] {
  const order: Figure[] = [];
  const state = new Map<string, "open" | "done">();
  const stack = figures.filter((figure) => figure.derivation !== "").toReversed();
  for (let figure = stack.at(-1); figure; figure = stack.at(-1)) {
    if (state.has(figure.id)) {
      stack.pop();
      if (state.get(figure.id) === "open") order.push(figure);
      state.set(figure.id, "done");
      continue;
    }
    state.set(figure.id, "open");
    const inputs = inputsOf(figure, known).flatMap((id) => known.get(id) ?? []);
    stack.push(...inputs.filter((input) => input.derivation !== "" && !state.has(input.id)));
  }
  return order;
}

type Written = Readonly<Record<DerivedChange["column"], string>>;

function computed(figure: Figure, known: ReadonlyMap<string, Figure>, before: string): Written | undefined {
  const { quantity } = evaluateFormula(figure.derivation, known);
  const unit = findUnit(figure.unit, figure.currency);
  if (!quantity || !unit || !suits(quantity, unit)) return undefined;
  const decimals = before === "" ? freshDecimals(quantity.value / unit.factor) : decimalsOf(before);
  const write = (amount: number): string => (amount / unit.factor).toFixed(decimals);
  const [value, low, high] = [quantity.value, quantity.low, quantity.high].map(write);
  return {
    value,
    low: low === value ? "" : String(Number(low)),
    high: high === value ? "" : String(Number(high)),
  };
}

function rangeOf({ value, low, high }: Written): Figure["amount"] {
  return { value: Number(value), low: Number(low || value), high: Number(high || value) };
}

function decimalsOf(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1].length ?? 0;
}

function freshDecimals(value: number): number {
  const digits = /^(\d+)/.exec(Math.abs(value).toFixed(20))?.[1].replace(/^0+/, "").length ?? 0;
  return Math.max(0, freshDigits - digits);
}

/** The text with some cells replaced. */
function replaceCells(
  text: string,
  cells: readonly { readonly row: Row; readonly column: string; readonly after: string }[],
): string {
  const starts = [text.startsWith("\ufeff") ? 1 : 0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const placed = cells
    .map(({ row, column, after }) => {
      const where = row.where(column);
      return { at: starts[where.line - 1] + where.column - 1, after };
    })
    .sort((a, b) => a.at - b.at);
  const parts: string[] = [];
  let done = 0;
  for (const { at, after } of placed) {
    parts.push(text.slice(done, at), after);
    cellText.lastIndex = at;
    cellText.test(text);
    done = cellText.lastIndex;
  }
  return parts.join("") + text.slice(done);
}

/** A number or nothing, bare or in quotes. */
const cellText = /"[^"]*"|[^,\r\n]*/y;
