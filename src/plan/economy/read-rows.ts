import { nearestName } from "../../core/nearest-name.ts";
import type { Problem, Where } from "../../core/problem.ts";
import { Cells } from "../../dossier/cells.ts";
import type { Row } from "../../dossier/table.ts";
import { createProblem } from "../../text/problem.ts";
import { qualities } from "./columns.ts";
import type { Product, Quality, Sector, Table } from "./economy.ts";

/** Ids in order, where each of them stands, and the cells of their rows. */
export interface NamedRows<Item> {
  readonly items: readonly Item[];
  readonly cells: readonly Cells[];
  readonly place: ReadonlyMap<string, number>;
  readonly where: readonly Where[];
}

export function readProducts(rows: readonly Row[], problems: Problem[]): NamedRows<Product> {
  return readNamed(rows, problems, (cells, sector) => ({
    ...sector,
    competitive: cells.text("competitive") === "" || cells.choice("competitive", ["yes", "no"]) !== "no",
  }));
}

export function readSectors(rows: readonly Row[], problems: Problem[]): NamedRows<Sector> {
  return readNamed(rows, problems, (_, sector) => sector);
}

function readNamed<Item extends Sector>(
  rows: readonly Row[],
  problems: Problem[],
  complete: (cells: Cells, sector: Sector) => Item,
): NamedRows<Item> {
  const place = new Map<string, number>();
  const where = rows.map((row) => row.where("code"));
  const cells = rows.map((row) => new Cells(row, problems));
  const items = cells.map((row, index) => {
    const id = row.needed("code");
    if (id !== "" && !/^[A-Za-z0-9][\w-]{0,63}$/.test(id)) row.wrong("code", "bad-id", { id });
    const earlier = place.get(id);
    if (earlier !== undefined) row.wrong("code", "doubled-id", { id, line: where[earlier].line });
    else if (id !== "") place.set(id, index);
    const english = row.needed("name_en");
    return complete(row, { id, name: { en: english, de: row.text("name_de") || english } });
  });
  return { items, cells, place, where };
}

/** How a column of numbers is read: what an empty cell means, and whether a number below zero is a mistake. */
export interface Column {
  readonly empty: "wrong" | "zero" | "unknown";
  readonly negative: boolean;
}

/** One number a row. */
export function readColumn(
  { cells }: Pick<NamedRows<unknown>, "cells">,
  name: string,
  { empty, negative }: Column,
): Float64Array {
  return Float64Array.from(cells, (row) => {
    if (row.text(name) === "") {
      if (empty === "wrong") row.needed(name);
      return empty === "unknown" ? NaN : 0;
    }
    const value = row.number(name) ?? 0;
    if (value < 0 && !negative) row.wrong(name, "negative-quantity", { column: name, value });
    return value;
  });
}

export function readQualities(
  { cells }: Pick<NamedRows<unknown>, "cells">,
  name: string,
): readonly Quality[] {
  return cells.map((row) => (row.text(name) === "" ? "imputed" : (row.choice(name, qualities) ?? "imputed")));
}

/** The names that a column of a cell table may hold. */
export interface Axis {
  readonly column: "product" | "sector" | "purpose";
  /** Empty if the names themselves could not be read: no name is unknown then. */
  readonly place: ReadonlyMap<string, number>;
}

export interface CellTable {
  readonly total: Table;
  /** Missing if the table has no column `imported`. */
  readonly imported: Table | undefined;
}

/** A long table of cells; a place given twice, an unknown name and a missing number are problems. */
export function readCells(
  rows: readonly Row[],
  axes: readonly [Axis, Axis],
  options: { readonly imported: boolean },
  problems: Problem[],
): CellTable {
  const [down, across] = axes;
  const size = { rows: down.place.size, columns: across.place.size };
  const total = new Float64Array(size.rows * size.columns);
  const imported = options.imported ? new Float64Array(total.length) : undefined;
  const line = new Map<number, number>();
  const near = new Map<string, string | undefined>();
  const find = (cells: Cells, { column, place }: Axis): number | undefined => {
    const name = cells.needed(column);
    const found = place.get(name);
    if (found === undefined && name !== "" && place.size > 0) {
      const key = `${column} ${name}`;
      if (!near.has(key)) near.set(key, nearestName(name, place.keys()));
      cells.wrong(
        column,
        column === "sector" ? "unknown-industry" : `unknown-${column}`,
        { name },
        near.get(key),
      );
    }
    return found;
  };
  for (const row of rows) {
    const cells = new Cells(row, problems);
    const i = find(cells, down);
    const j = find(cells, across);
    cells.needed("total");
    const value = cells.number("total");
    const from = imported ? cells.number("imported") : 0;
    if (i === undefined || j === undefined) continue;
    const at = i * size.columns + j;
    const earlier = line.get(at);
    if (earlier !== undefined) {
      const values = { row: cells.text(down.column), column: cells.text(across.column), line: earlier };
      problems.push(createProblem("doubled-cell", row.where(down.column), values));
      continue;
    }
    line.set(at, row.line);
    total[at] = value ?? 0;
    if (imported) imported[at] = from ?? 0;
  }
  return { total: { ...size, value: total }, imported: imported && { ...size, value: imported } };
}
