import { combineDimensions, type Dimension, findUnit, sameDimension } from "../core/unit.ts";
import type { Period } from "../core/period.ts";
import type { Range } from "../ledger/ledger.ts";
import type { Figure } from "./dossier.ts";
import { type FlowTerm, flowWindow, windowOfSum } from "./flow-window.ts";

/** A value with bounds in base units (whole dollars, watts, 1 = 100 %), and its dimension. */
export interface Quantity extends Range {
  readonly dimension: Dimension;
  /** The period over which it flows; none for stocks, rates, ratios and plain numbers. */
  readonly window?: Period | undefined;
}

/** What is wrong with a formula, and at which character (0-based). */
export interface FormulaFault {
  readonly code:
    | "formula-syntax"
    | "formula-unknown"
    | "formula-units"
    | "formula-division"
    | "formula-windows"
    | "formula-no-value";
  readonly at: number;
  readonly seen: string;
  /** The two periods that a sum mixes. */
  readonly periods?: readonly [Period, Period];
}

export type Evaluated =
  | { readonly quantity: Quantity; readonly figures: readonly string[]; readonly fault?: undefined }
  | { readonly fault: FormulaFault; readonly quantity?: undefined; readonly figures: readonly string[] };

class FaultFound extends Error {
  readonly fault: FormulaFault;
  constructor(code: FormulaFault["code"], at: number, seen: string, periods?: readonly [Period, Period]) {
    super(code);
    this.fault = periods ? { code, at, seen, periods } : { code, at, seen };
  }
}

const deepest = 64;
const functions = ["sum", "mean", "min", "max"] as const;
const token = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_][\w-]*)|([-+*/(),]))/y;

/**
 * Evaluates arithmetic on figures: `+ - * / ( )`, numbers, ids, `sum mean min max`. Values are intervals
 * `[low, high]` around a central value; each operation takes the extreme ends (Moore 1966), so bounds are safe
 * but may be wide where one figure occurs twice. Sums need one dimension; a number without unit fits any. They add flows
 * over periods of one length, over periods that follow each other, or take a part from a whole (`windowOfSum`).
 *
 * @example
 * import { evaluateFormula } from "kreislauf/dossier";
 * evaluateFormula("(2 + 4) / 3", new Map()).quantity.value; // → 2
 * evaluateFormula("C014 -", new Map()).fault.code; // → "formula-unknown"
 */
export function evaluateFormula(formula: string, figures: ReadonlyMap<string, Figure>): Evaluated {
  const used: string[] = [];
  try {
    const parser = new FormulaParser(formula, (id, at) => {
      const figure = figures.get(id);
      if (!figure) throw new FaultFound("formula-unknown", at, id);
      if (!used.includes(id)) used.push(id);
      const quantity = quantityOf(figure);
      if (!quantity) throw new FaultFound("formula-no-value", at, id);
      return { ...quantity, window: flowWindow(figure) };
    });
    return { quantity: parser.whole(), figures: used };
  } catch (error) {
    if (error instanceof FaultFound) return { fault: error.fault, figures: used };
    throw error;
  }
}

/** Figures that a formula names, each once, whether or not it can be computed. */
export function figuresNamed(formula: string, figures: ReadonlyMap<string, unknown>): readonly string[] {
  const names = new Set<string>();
  token.lastIndex = 0;
  for (let match = token.exec(formula); match; match = token.exec(formula)) {
    if (match[2] !== undefined && figures.has(match[2])) names.add(match[2]);
  }
  return [...names];
}

/** A figure's amount in base units, or `undefined` if it has none. */
export function quantityOf(figure: Pick<Figure, "amount" | "unit" | "currency">): Quantity | undefined {
  const unit = findUnit(figure.unit, figure.currency);
  if (!figure.amount || !unit) return undefined;
  const { value, low, high } = figure.amount;
  return {
    value: value * unit.factor,
    low: low * unit.factor,
    high: high * unit.factor,
    dimension: unit.dimension,
  };
}

class FormulaParser {
  readonly #text: string;
  readonly #lookUp: (id: string, at: number) => Quantity;
  #at = 0;
  #depth = 0;
  #next: { readonly kind: "number" | "name" | "sign" | "end"; readonly text: string; readonly at: number };

  constructor(text: string, lookUp: (id: string, at: number) => Quantity) {
    this.#text = text;
    this.#lookUp = lookUp;
    this.#next = this.#read();
  }

  whole(): Quantity {
    const result = this.#sum();
    if (this.#next.kind !== "end") this.#wrong();
    return result;
  }

  #sum(): Quantity {
    const start = this.#next;
    const first = this.#product();
    let total = first;
    const terms: Term[] = [{ window: first.window, sign: start.text === "-" ? -1 : 1, place: start }];
    while (this.#next.text === "+" || this.#next.text === "-") {
      const place = this.#take();
      const right = this.#product();
      const sign = place.text === "+" ? 1 : -1;
      total = add(total, sign > 0 ? right : negate(right), place.at, place.text);
      terms.push({ window: right.window, sign, place });
    }
    return terms.length > 1 ? flowing(total, terms) : first;
  }

  #product(): Quantity {
    let left = this.#factor();
    while (this.#next.text === "*" || this.#next.text === "/") {
      const sign = this.#take();
      const right = this.#factor();
      left = sign.text === "*" ? multiply(left, right, 1) : multiply(left, invert(right, sign.at), -1, right);
    }
    return left;
  }

  #factor(): Quantity {
    if (++this.#depth > deepest) this.#wrong();
    const first = this.#take();
    let result: Quantity;
    if (first.kind === "number") result = constant(Number(first.text));
    else if (first.text === "-") result = negate(this.#factor());
    else if (first.text === "(") {
      result = this.#sum();
      this.#expect(")");
    } else if (first.kind === "name" && this.#next.text === "(") result = this.#call(first);
    else if (first.kind === "name") result = this.#lookUp(first.text, first.at);
    else throw new FaultFound("formula-syntax", first.at, first.text);
    this.#depth--;
    return result;
  }

  #call(name: { readonly text: string; readonly at: number }): Quantity {
    const known = functions.find((candidate) => candidate === name.text);
    if (!known) throw new FaultFound("formula-unknown", name.at, name.text);
    this.#expect("(");
    const parts = [this.#sum()];
    while (this.#next.text === ",") {
      this.#take();
      parts.push(this.#sum());
    }
    this.#expect(")");
    const sum = parts.reduce((left, right) => add(left, right, name.at, name.text));
    const total = flowing(
      sum,
      parts.map(({ window }) => ({ window, sign: 1, place: name })),
    );
    if (known === "sum") return total;
    if (known === "mean")
      return { ...multiply(total, constant(1 / parts.length), 1), window: parts[0].window };
    const pick = known === "min" ? Math.min : Math.max;
    return {
      value: pick(...parts.map((part) => part.value)),
      low: pick(...parts.map((part) => part.low)),
      high: pick(...parts.map((part) => part.high)),
      dimension: total.dimension,
      window: parts[0].window,
    };
  }

  #expect(sign: string): void {
    if (this.#next.text !== sign) this.#wrong();
    this.#take();
  }

  #take(): { readonly kind: string; readonly text: string; readonly at: number } {
    const taken = this.#next;
    this.#next = this.#read();
    return taken;
  }

  #read(): { readonly kind: "number" | "name" | "sign" | "end"; readonly text: string; readonly at: number } {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (!match) {
      const rest = this.#text.slice(this.#at).trimStart();
      const at = this.#text.length - rest.length;
      if (rest === "") return { kind: "end", text: "", at };
      throw new FaultFound("formula-syntax", at, rest.slice(0, 12));
    }
    this.#at = token.lastIndex;
    const text = match[1] ?? match[2] ?? match[3];
    const kind = match[1] === undefined ? (match[2] === undefined ? "sign" : "name") : "number";
    return { kind, text, at: this.#at - text.length };
  }

  #wrong(): never {
    throw new FaultFound("formula-syntax", this.#next.at, this.#next.text);
  }
}

function constant(value: number): Quantity {
  return { value, low: value, high: value, dimension: {} };
}

function negate(a: Quantity): Quantity {
  return { ...a, value: -a.value, low: -a.high, high: -a.low };
}

type Term = FlowTerm & { readonly place: { readonly at: number; readonly text: string } };

/** A sum with the period over which it flows; a fault if its terms do not go together. */
function flowing(total: Quantity, terms: readonly Term[]): Quantity {
  const sum = windowOfSum(terms);
  if (!sum.mixed) return { ...total, window: sum.window };
  const { at, text } = terms[sum.at].place;
  throw new FaultFound("formula-windows", at, text, sum.mixed);
}

function add(a: Quantity, b: Quantity, at: number, seen: string): Quantity {
  if (!sameDimension(a.dimension, b.dimension)) throw new FaultFound("formula-units", at, seen);
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high, dimension: a.dimension };
}

function multiply(a: Quantity, b: Quantity, sign: 1 | -1, unitOf: Quantity = b): Quantity {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return {
    value: a.value * b.value,
    low: Math.min(...corners),
    high: Math.max(...corners),
    dimension: combineDimensions(a.dimension, unitOf.dimension, sign),
    // Of two flows the product is no flow; their quotient is a ratio.
    window: a.window && b.window ? undefined : (a.window ?? (sign > 0 ? b.window : undefined)),
  };
}

function invert(a: Quantity, at: number): Quantity {
  if (a.low <= 0 && a.high >= 0) throw new FaultFound("formula-division", at, "/");
  return { ...a, value: 1 / a.value, low: 1 / a.high, high: 1 / a.low };
}
