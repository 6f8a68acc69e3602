import { isCurrencyCode, nearestCurrency } from "../core/currency-code.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { Problem } from "../core/problem.ts";
import { findUnit, isMoney, nearestUnit } from "../core/unit.ts";
import { Cells } from "./cells.ts";
import { choices } from "./columns.ts";
import type { Figure, Source } from "./dossier.ts";
import type { Row } from "./table.ts";

/** Rows of `sources.csv`. */
export function readSources(rows: readonly Row[], problems: Problem[]): readonly Source[] {
  return rows.map((row) => {
    const cells = new Cells(row, problems);
    const link = cells.text("link");
    if (link !== "" && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(link))
      cells.wrong("link", "bad-link", { value: link });
    return {
      id: cells.id(),
      title: cells.needed("title"),
      publisher: cells.text("publisher"),
      date: cells.period("date"),
      link,
      where: row.where("id"),
    };
  });
}

/** Rows of `figures.csv`; references to other rows are checked when all are read. */
export function readFigures(
  rows: readonly Row[],
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): readonly Figure[] {
  return rows.map((row) => readFigure(new Cells(row, problems), sources));
}

function readFigure(cells: Cells, sources: ReadonlyMap<string, Source>): Figure {
  const unitName = cells.needed("unit");
  const currency = cells.text("currency");
  const unit = checkUnit(cells, unitName, currency);
  const amount = cells.range("value");
  if (unit === "percent" && amount && isShare(cells.text("measure")) && amount.high > 100) {
    cells.wrong("value", "share-above-100", { column: "value", value: `${amount.high} %` });
  }
  const named = cells.list("sources");
  const derivation = cells.text("derivation");
  if (derivation === "") {
    const [id, origin, value] = ["id", "origin", "value"].map((column) => cells.text(column));
    // What is derived lacks its formula, not a source.
    if (origin === "derived" && value !== "") cells.wrong("derivation", "derivation-missing", { id });
    else if (named.length === 0) cells.wrong("sources", "no-source", { id });
  }
  for (const id of named) checkSource(cells, id, sources);
  const period = cells.period("period");
  const status = cells.choice("status", choices.figureStatus) ?? "reported";
  const first = sources.get(named[0] ?? "")?.date;
  const undated = derivation === "" ? (period?.end ?? unknownDay) : firstDay;
  const known = cells.period("known")?.end ?? first?.end ?? undated;
  const last = lastSource(named, sources);
  if (status === "reported" && period && last?.date && period.start > last.date.end) {
    cells.wrong("period", "date-after-source", { period: cells.text("period"), source: last.id });
  }
  return {
    id: cells.id(),
    subject: cells.needed("subject"),
    counterparty: cells.text("counterparty"),
    measure: cells.needed("measure"),
    amount,
    category: cells.text("category"),
    unit: unitName,
    currency,
    period,
    periodLabel: cells.text("period_label") || cells.text("period"),
    status,
    confidence: cells.choice("confidence", choices.confidence) ?? "low",
    origin: cells.choice("origin", choices.origin) ?? "independent",
    sources: named,
    known,
    derivation,
    conflicts: cells.list("conflicts"),
    replaces: cells.text("replaces"),
    note: cells.text("note"),
    where: cells.row.where("id"),
  };
}

/** The source that appeared last; an undated one may have appeared at any time, so then there is none. */
export function lastSource(ids: readonly string[], sources: ReadonlyMap<string, Source>): Source | undefined {
  const named = ids.flatMap((id) => sources.get(id) ?? []);
  if (named.length < ids.length || named.some((source) => !source.date)) return undefined;
  return named.toSorted((a, b) => b.date!.end - a.date!.end)[0];
}

/** A figure that nothing dates was never known for certain before today: it counts in no earlier vintage. */
const unknownDay = 2_932_896;

/** A derived figure takes its day from the figures of its formula (`dateDerived`). */
const firstDay = -719_528;

const shareMeasure = /(^|_)(share|weight)(_|$)/;

/** Growth, changes and ratios may exceed 100 %; shares of a whole may not. */
function isShare(measure: string): boolean {
  return shareMeasure.test(measure) && !/change|growth|ratio/.test(measure);
}

export function checkUnit(cells: Cells, name: string, currency: string): string | undefined {
  if (name === "") return undefined;
  const unit = findUnit(name, currency);
  if (!unit) {
    cells.wrong("unit", "unknown-unit", { unit: name }, nearestUnit(name));
    return undefined;
  }
  checkCurrency(cells, "currency", currency);
  if (currency !== "" && !isMoney(unit)) cells.wrong("unit", "unit-not-money", { unit: name, currency });
  if (currency === "" && isMoney(unit)) cells.wrong("currency", "no-currency", { unit: name });
  return name;
}

export function checkCurrency(cells: Cells, column: string, currency: string): void {
  if (currency !== "" && !isCurrencyCode(currency)) {
    cells.wrong(column, "bad-currency", { currency }, nearestCurrency(currency));
  }
}

export function checkSource(cells: Cells, id: string, sources: ReadonlyMap<string, Source>): void {
  if (!sources.has(id))
    cells.wrong("sources", "unknown-source", { source: id }, nearestName(id, sources.keys()));
}
