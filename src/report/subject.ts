import { readPeriod } from "../core/period.ts";
import { type Dossier, ledgerOf, namesIn } from "../dossier/index.ts";
import type { Ledger, Status } from "../ledger/ledger.ts";
import type { Measurement } from "../measure/index.ts";
import { collectCitations, type Citations } from "./citations.ts";
import { report as german } from "../text/de/report.ts";
import { report as english } from "../text/en/report.ts";
import { fill, formatMoney, formatPeriodLabel, hasName, type Language } from "../text/index.ts";

export type Reading = Exclude<Status, "lapsed">;

/** Statuses that a page offers, the loosest first; each holds the firmer ones. */
export const readings: readonly Reading[] = ["announced", "contracted", "paid"];

/** One thing that the page can show: what was known at a date, at one status. */
export interface State {
  /** Class of everything that shows only in this state. */
  readonly name: string;
  readonly vintage: string;
  readonly reading: Reading;
  readonly measurement: Measurement;
  readonly ledger: Ledger;
}

/** All that the page is made of. */
export interface Subject {
  readonly dossier: Dossier;
  /** Measurements of the dossier at each vintage and status that the page offers. */
  readonly measurements: readonly Measurement[];
}

/** What every part of the page needs: the dossier, the language, and the names and links that go with them. */
export interface Page {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly states: readonly State[];
  readonly say: (key: keyof typeof english, values?: Readonly<Record<string, string | number>>) => string;
  /** What the dossier calls an actor or a word of its tables; any other id is its own name. */
  readonly nameOf: (id: string) => string;
  /** True if an id has a name in the language of the page. */
  readonly isNamed: (id: string) => boolean;
  readonly money: (amount: number, unit: string) => string;
  /** Address on the page of the row of a figure, tie, series or source; undefined if the dossier has none of that id. */
  readonly rowOf: (id: string) => string | undefined;
  readonly citations: Citations;
  /** Address of what a computed number is computed from, where that has a place of its own: `circulation`, `own.nvidia`. */
  readonly aboutOf?: (key: string) => `/${string}`;
  /** True where all results may stand behind folds; else a card names where the rest is found. */
  readonly showsAll?: boolean;
}

/** Prepares a page: names, links, and a state for each measurement. */
export function preparePage({ dossier, measurements }: Subject, language: Language): Page {
  const names = namesIn(dossier, language);
  const rows = new Map<string, string>();
  for (const { id } of dossier.series) rows.set(id, `#r-${id}`);
  for (const { id } of dossier.sources) rows.set(id, `#s-${id}`);
  for (const { id } of dossier.ties) rows.set(id, `#t-${id}`);
  for (const { id } of dossier.figures) rows.set(id, `#f-${id}`);
  const rowOf = (id: string): string | undefined => rows.get(id);
  const ledgers = new Map<string, Ledger>();
  const states = measurements.map((measurement): State => {
    const { asOf } = measurement;
    let ledger = ledgers.get(asOf);
    if (!ledger) {
      ledger = ledgerOf(dossier, { asOf: dayOf(asOf) }).value;
      if (!ledger) throw new RangeError(`No ledger of ${dossier.id} at ${asOf}.`);
      ledgers.set(asOf, ledger);
    }
    const reading = measurement.circuit.status;
    return { name: `k${asOf} ${reading}`, vintage: asOf, reading, measurement, ledger };
  });
  return {
    dossier,
    language,
    states,
    say: (key, values = {}) => fill((language === "de" ? german : english)[key], values),
    nameOf: (id) => names.get(id) ?? id,
    isNamed: (id) => names.has(id) || hasName(id, language),
    money: (amount, unit) => formatMoney(amount, unit, language),
    rowOf,
    citations: collectCitations(rowOf),
  };
}

/** The day number of an ISO day. */
export function dayOf(text: string): number {
  const day = readPeriod(text);
  if (!day) throw new RangeError(`Not a day: ${text}`);
  return day.end;
}

/** One state for each vintage: what depends on the date alone is shown once for all statuses. */
export function vintagesOf(page: Page): readonly State[] {
  return page.states.filter(
    (state, index) => page.states.findIndex(({ vintage }) => vintage === state.vintage) === index,
  );
}

/** What each vintage shows, joined where several show the same: the page carries it once, with the classes of all. */
export function sharedByVintage<Value>(
  states: readonly State[],
  valueOf: (state: State) => Value,
): readonly { readonly classes: string; readonly value: Value }[] {
  const shared = new Map<string, { classes: string; value: Value }>();
  for (const state of states) {
    const value = valueOf(state);
    const key = JSON.stringify(value);
    const known = shared.get(key);
    const name = `k${state.vintage}`;
    shared.set(key, { classes: known ? `${known.classes} ${name}` : name, value });
  }
  return [...shared.values()];
}

/** A day, period or label of a result in words; what is none of them is left as it is. */
export function periodInWords(page: Pick<Page, "nameOf" | "language">, text: string): string {
  const named = page.nameOf(text);
  return named === text ? formatPeriodLabel(text, page.language, page.nameOf) : named;
}
