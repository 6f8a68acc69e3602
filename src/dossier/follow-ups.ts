import type { Problem } from "../core/problem.ts";
import type { tables } from "./columns.ts";
import { createProblem } from "../text/problem.ts";
import type { Figure } from "./dossier.ts";
import type { LostCells } from "./table.ts";

export type TableName = keyof typeof tables;

type Lost = ReadonlyMap<TableName, LostCells>;

/** Problems that say of a name that nothing is called so, the table that would know, and the value with the name. */
const references: readonly (readonly [code: string, table: TableName, value: string])[] = [
  ["unknown-actor", "actors", "actor"],
  ["unknown-source", "sources", "source"],
  ["unknown-figure", "figures", "figure"],
  ["formula-unknown", "figures", "seen"],
];

const arithmetic = [
  "formula-no-value",
  "formula-units",
  "formula-division",
  "derivation-unit",
  "derivation-differs",
] as const;

/** What is certain to go wrong where a column could not be read. */
const consequences: readonly (readonly [table: TableName, column: string, codes: readonly string[]])[] = [
  ["figures", "value", arithmetic],
  ["figures", "unit", arithmetic],
  ["figures", "currency", arithmetic],
  ["sources", "id", ["date-after-source", "tie-after-source"]],
  ["sources", "date", ["date-after-source", "tie-after-source"]],
  ["figures", "sources", ["date-after-source", "tie-after-source"]],
  ["figures", "period", ["tie-after-source"]],
  ["figures", "derivation", ["tie-after-source"]],
  ["figures", "status", ["date-after-source", "derivation-status"]],
  ["ties", "from", ["earmark-elsewhere"]],
  ["ties", "to", ["earmark-elsewhere"]],
  ["ties", "amount", ["schedule-sum"]],
  ["ties", "status", ["earmark-lapsed"]],
];

/** Problems of a figure's row that leave it without a number. */
const noNumber = ["not-a-number", "decimal-comma", "bounds-without-value", "unknown-unit", "cell-too-long"];

/**
 * The problems without those that only follow from others: a name is not unknown if the row that bears it could not be
 * read, and a formula lacks no value whose cell is wrong already.
 */
export function withoutFollowUps(
  problems: readonly Problem[],
  {
    lost,
    bare,
    figures,
  }: {
    readonly lost: Lost;
    /** Tables without a row: whoever refers to them is told once. */
    readonly bare: ReadonlySet<TableName>;
    readonly figures: readonly Pick<Figure, "id" | "where">[];
  },
): readonly Problem[] {
  const impossible = new Set(
    consequences.flatMap(([table, column, codes]) => (lost.get(table)?.misses(column) ? codes : [])),
  );
  const missed = new Set<TableName>();
  const isLost = (table: TableName, name: string): boolean => {
    if (bare.has(table)) missed.add(table);
    return bare.has(table) || (lost.get(table)?.mayHold("id", name) ?? false);
  };
  const told = new Set(
    problems.filter(({ code }) => noNumber.includes(code)).map(({ where }) => placeOf(where)),
  );
  const places = new Map(figures.map(({ id, where }) => [id, placeOf(where)]));
  const left = problems.filter(({ code, where, values }) => {
    if (impossible.has(code)) return false;
    if (code === "formula-no-value") return !told.has(places.get(String(values["seen"])) ?? "");
    if (code === "link-unknown") return !isLost(tableOf(where.file), String(values["target"]));
    const reference = references.find(([known]) => known === code);
    return !reference || !isLost(reference[1], String(values[reference[2]]));
  });
  const empty = [...missed].map((table) =>
    createProblem("table-without-rows", { file: `${table}.csv`, line: 1, column: 1 }),
  );
  return [...left, ...empty];
}

/** A figure with a number that stands for any, so that the names and signs of formulas can be checked without it. */
export function withStandIn(figure: Figure): Figure {
  return { ...figure, amount: { value: 1, low: 1, high: 1 }, unit: "1", currency: "" };
}

function placeOf({ file, line }: Problem["where"]): string {
  return `${file}:${line}`;
}

function tableOf(file: string): TableName {
  return file.replace(/\.csv$/, "") as TableName;
}
