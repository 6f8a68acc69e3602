import { nearestName } from "../core/nearest-name.ts";
import { formatPeriod, overlapShare, type Period, readPeriod } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import type { Actor, Role } from "../ledger/ledger.ts";
import { Cells } from "./cells.ts";
import { choices } from "./columns.ts";
import type { ExchangeRate, Figure, Source, Tie } from "./dossier.ts";
import { checkCurrency, checkSource, checkUnit, lastSource } from "./read-figures.ts";
import type { Row } from "./table.ts";

/** Rows of `actors.csv`. */
export function readActors(rows: readonly Row[], problems: Problem[]): readonly Actor[] {
  return rows.map((row) => {
    const cells = new Cells(row, problems);
    const roles: Role[] = [];
    for (const name of cells.list("roles")) {
      const role = choices.role.find((known) => known === name);
      if (role) roles.push(role);
      else {
        const wanted = choices.role.join(", ");
        cells.wrong(
          "roles",
          "bad-choice",
          { column: "roles", value: name, wanted },
          nearestName(name, choices.role),
        );
      }
    }
    return {
      id: cells.id(),
      name: { en: cells.needed("name_en"), de: cells.needed("name_de") },
      roles,
      boundary: cells.choice("boundary", choices.boundary) === "yes",
    };
  });
}

interface Known {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Rows of `ties.csv`; references between ties are checked when all are read. */
export function readTies(rows: readonly Row[], known: Known, problems: Problem[]): readonly Tie[] {
  return rows.map((row) => readTie(new Cells(row, problems), known));
}

function readTie(cells: Cells, known: Known): Tie {
  const from = readActor(cells, "from", known.actors);
  const to = readActor(cells, "to", known.actors);
  if (from !== "" && from === to) cells.wrong("to", "self-tie", { actor: from });
  else if (known.actors.get(from)?.boundary && known.actors.get(to)?.boundary) {
    cells.wrong("to", "boundary-to-boundary", { from, to });
  }
  const amount = cells.range("amount");
  const negative = (["amount", "low"] as const).find((column) => Number(cells.text(column)) < 0);
  if (amount && negative) cells.wrong(negative, "negative-amount", { value: cells.text(negative) });
  const currency = cells.text("currency");
  const unit = amount || cells.text("unit") !== "" ? cells.needed("unit") : "";
  if (unit !== "") checkUnit(cells, unit, currency);
  const figures = cells.list("figures");
  const sources = cells.list("sources");
  if (figures.length + sources.length === 0 && !cells.row.absence("figures")) {
    cells.wrong("sources", "no-source", { id: cells.text("id") });
  }
  for (const id of sources) checkSource(cells, id, known.sources);
  for (const id of figures) {
    if (!known.figures.has(id)) {
      cells.wrong("figures", "unknown-figure", { figure: id }, nearestName(id, known.figures.keys()));
    }
  }
  const date = cells.period("date");
  if (!date && cells.text("date") === "") cells.wrong("date", "empty-cell", { column: "date" });
  checkDay(cells, date, { figures, sources }, known);
  const term = readTerm(cells);
  const rank = cells.number("rank");
  if (rank !== undefined && (!Number.isInteger(rank) || rank < 1)) {
    cells.wrong("rank", "bad-rank", { value: cells.text("rank") });
  }
  return {
    id: cells.id(),
    from,
    to,
    kind: cells.choice("kind", choices.kind) ?? "purchase",
    amount,
    unit,
    currency,
    date: date ?? { start: 0, end: 0 },
    term,
    schedule: readSchedule(cells, term, amount?.value),
    datesBasis: cells.choice("dates_basis", choices.datesBasis) === "assumed" ? "assumed" : "stated",
    condition: cells.text("condition"),
    rank,
    status: cells.choice("status", choices.tieStatus) ?? "announced",
    replaces: cells.list("replaces"),
    earmark: cells.text("earmark"),
    total: cells.choice("total", choices.total) || undefined,
    share: cells.share("share"),
    figures,
    sources,
    note: cells.text("note"),
    where: cells.row.where("id"),
  };
}

/** A tie becomes known on its date, so one of its sources or figures must be of that day or later. */
function checkDay(
  cells: Cells,
  date: Period | undefined,
  evidence: Pick<Tie, "figures" | "sources">,
  known: Known,
): void {
  const figures = evidence.figures.flatMap((id) => known.figures.get(id) ?? []);
  const sources = [...evidence.sources, ...figures.flatMap((figure) => figure.sources)];
  const last = lastSource(sources, known.sources);
  if (!date || figures.length < evidence.figures.length || (!last && sources.length > 0)) return;
  const witnesses = figures.map(({ id, known: day }) => ({ id, day }));
  if (last?.date) witnesses.unshift({ id: last.id, day: last.date.end });
  const latest = witnesses.toSorted((a, b) => b.day - a.day).at(0);
  if (latest && date.start > latest.day) {
    cells.wrong("date", "tie-after-source", { date: cells.text("date"), source: latest.id });
  }
}

function readActor(cells: Cells, column: string, actors: ReadonlyMap<string, Actor>): string {
  const id = cells.needed(column);
  if (id !== "" && !actors.has(id)) {
    cells.wrong(column, "unknown-actor", { actor: id }, nearestName(id, actors.keys()));
  }
  return id;
}

function readTerm(cells: Cells): Period | undefined {
  const start = cells.period("start");
  const end = cells.period("end");
  if (!start && !end) return undefined;
  const term = { start: (start ?? end)!.start, end: (end ?? start)!.end };
  if (term.end < term.start) {
    cells.wrong("end", "term-ends-before-start", { start: cells.text("start"), end: cells.text("end") });
    return undefined;
  }
  return term;
}

function readSchedule(cells: Cells, term: Period | undefined, amount: number | undefined): Tie["schedule"] {
  const text = cells.text("schedule");
  if (text === "") return [];
  const parts = text.split(";").flatMap((part) => {
    const [when = "", how = ""] = part.split(":").map((piece) => piece.trim());
    const period = readPeriod(when);
    const number = /^\d+(?:\.\d+)?$/.test(how) ? Number(how) : undefined;
    if (!period || number === undefined) {
      cells.wrong("schedule", "bad-schedule", { part });
      return [];
    }
    if (term && overlapShare(period, term) < 1)
      cells.wrong("schedule", "schedule-outside-term", { part, term: formatPeriod(term) });
    return [{ period, amount: number }];
  });
  const sum = parts.reduce((total, part) => total + part.amount, 0);
  if (amount === undefined || Math.abs(sum - amount) > 0.005 * Math.max(amount, sum)) {
    cells.wrong("schedule", "schedule-sum", { sum, amount: amount ?? "–" });
  }
  return parts;
}

/** Rows of `rates.csv`. */
export function readRates(
  rows: readonly Row[],
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): readonly ExchangeRate[] {
  return rows.flatMap((row) => {
    const cells = new Cells(row, problems);
    const day = cells.period("date");
    const value = cells.number("value");
    const source = cells.needed("source");
    if (source !== "" && !sources.has(source)) {
      cells.wrong("source", "unknown-source", { source }, nearestName(source, sources.keys()));
    }
    if (value !== undefined && value <= 0) cells.wrong("value", "negative-amount", { value });
    for (const column of ["base", "quote"]) {
      checkCurrency(cells, column, cells.needed(column));
    }
    if (!day || value === undefined) return [];
    return [{ day: day.end, base: cells.text("base"), quote: cells.text("quote"), value, source }];
  });
}
