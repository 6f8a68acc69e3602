import { hasErrors, type Outcome, type Problem, sortProblems } from "../../core/problem.ts";
import { Cells } from "../../dossier/cells.ts";
import { readTable, type Row } from "../../dossier/table.ts";
import { createProblem } from "../../text/problem.ts";

/**
 * The economy of Cockshott's 5yearplan: one technique a good, goods in the order of the headings. Tables lie by input
 * and sector: `flows[input][sector]` is used up in one run of the sector's technique, `capital[input][sector]` has to
 * stand there and wears by `depreciation` a year; a run takes `labour[sector]` and makes `output[sector]`.
 */
export interface FiveYearTables {
  readonly goods: readonly string[];
  readonly flows: readonly Float64Array[];
  readonly labour: Float64Array;
  readonly output: Float64Array;
  /** Also the stock at the start: the tables give both as one. */
  readonly capital: readonly Float64Array[];
  readonly depreciation: readonly Float64Array[];
  /** By year and good: what is wanted for final use. */
  readonly targets: readonly Float64Array[];
  readonly labourSupply: Float64Array;
}

export const fiveYearFiles = ["flows.csv", "cap.csv", "dep.csv", "labtarg.csv"] as const;

/**
 * Reads the four tables of 5yearplan (`flows.csv`, `cap.csv`, `dep.csv`, `labtarg.csv`) as its program does; all
 * problems at once: headings that differ, rows missing or doubled, cells that are no number or below zero.
 */
export function readFiveYearTables(files: ReadonlyMap<string, string>): Outcome<FiveYearTables> {
  const problems: Problem[] = [];
  const header = (files.get("flows.csv") ?? "").split(/\r?\n/, 1)[0].split(",").slice(1);
  const goods = header.map((name) => name.trim());
  const read = (file: (typeof fiveYearFiles)[number], more: readonly string[] = []): readonly Row[] => {
    const text = files.get(file);
    if (text === undefined) {
      problems.push(createProblem("file-missing", { file, line: 0, column: 0 }, { file }));
      return [];
    }
    const table = readTable(file, text, { required: ["headings", ...goods, ...more], optional: [] });
    problems.push(...table.problems);
    return table.rows;
  };
  const numbers = (row: Row, columns: readonly string[]): Float64Array => {
    const cells = new Cells(row, problems);
    return Float64Array.from(columns, (column) => {
      cells.needed(column);
      const value = cells.number(column) ?? 0;
      if (value < 0) cells.wrong(column, "negative-quantity", { column, value });
      return value;
    });
  };
  const named = (
    file: (typeof fiveYearFiles)[number],
    wanted: readonly string[],
  ): readonly Float64Array[] => {
    const found = new Map<string, Float64Array>();
    for (const row of read(file)) {
      const name = row.cell("headings");
      if (found.has(name))
        problems.push(createProblem("doubled-id", row.where("headings"), { id: name, line: row.line }));
      else if (!wanted.includes(name))
        problems.push(createProblem("unknown-product", row.where("headings"), { name }));
      found.set(name, numbers(row, goods));
    }
    return wanted.map((name) => {
      const row = found.get(name);
      if (!row && files.has(file)) {
        problems.push(createProblem("row-missing", { file, line: 0, column: 0 }, { name }));
      }
      return row ?? new Float64Array(goods.length);
    });
  };
  const flows = named("flows.csv", [...goods, "labour", "output"]);
  const capital = named("cap.csv", goods);
  const depreciation = named("dep.csv", goods);
  const years = read("labtarg.csv", ["labour"]).map((row) => numbers(row, [...goods, "labour"]));
  if (files.has("labtarg.csv") && years.length === 0) {
    problems.push(
      createProblem("row-missing", { file: "labtarg.csv", line: 0, column: 0 }, { name: "year1" }),
    );
  }
  const sorted = sortProblems(problems, fiveYearFiles);
  if (hasErrors(problems)) return { value: undefined, problems: sorted };
  const value: FiveYearTables = {
    goods,
    flows: flows.slice(0, goods.length),
    labour: flows[goods.length],
    output: flows[goods.length + 1],
    capital,
    depreciation,
    targets: years.map((row) => row.slice(0, goods.length)),
    labourSupply: Float64Array.from(years, (row) => row[goods.length]),
  };
  return { value, problems: sorted };
}
