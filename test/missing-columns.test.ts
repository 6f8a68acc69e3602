import { describe, expect, it } from "vitest";
import type { Problem } from "../src/core/problem.ts";
import { tables } from "../src/dossier/columns.ts";
import { readDossier } from "../src/dossier/index.ts";
import { readTable } from "../src/dossier/table.ts";
import { economyTables } from "../src/plan/economy/columns.ts";
import { readEconomy } from "../src/plan/economy/index.ts";
import { findBuiltIn, readFolder } from "../src/store/index.ts";
import { economyFiles } from "./economies/files.ts";

type Files = ReadonlyMap<string, string>;
const dossiers = new Map<string, Files>();
for (const name of ["ki-2025", "krypto-2022", "telekom-2000"]) {
  dossiers.set(name, (await readFolder(findBuiltIn(name))).files!);
}

/** The text of a table without one of its columns, or undefined if it never had it. */
function without(text: string, column: string): string | undefined {
  const names = text.split(/\r?\n/, 1)[0].replace("\ufeff", "").split(",");
  if (!names.includes(column)) return undefined;
  const { rows } = readTable("t.csv", text, { required: names, optional: [] });
  const kept = names.filter((name) => name !== column);
  const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [kept, ...rows.map((row) => kept.map((name) => quote(row.cell(name))))]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");
}

const withFile = (files: Files, file: string, text: string): Files => new Map([...files, [file, text]]);
const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, where, values }) => `${where.file}:${where.line} ${code} ${values["column"] ?? ""}`);

describe("a missing column is one problem", () => {
  it.each([...dossiers.keys()])("in every table of %s", (name) => {
    const files = dossiers.get(name)!;
    for (const [table, { required }] of Object.entries(tables)) {
      const file = `${table}.csv`;
      // Optional columns that its rows need: units such as USD/h, and figures that are derived.
      const more = name === "ki-2025" && table === "figures" ? ["currency", "derivation"] : [];
      for (const column of files.has(file) ? [...required, ...more] : []) {
        const text = without(files.get(file)!, column)!;
        const { value, problems } = readDossier(withFile(files, file, text));
        expect(value).toBeUndefined();
        expect(told(problems)).toEqual([`${file}:1 missing-column ${column}`]);
      }
    }
  });

  it("in every table of an economy", () => {
    const files = economyFiles("lehrbeispiel");
    for (const [table, { required }] of Object.entries(economyTables)) {
      const file = `${table}.csv`;
      const accounts = file === "products.csv" ? ["emissions"] : [];
      for (const column of [...required, ...accounts]) {
        const text = without(files.get(file) ?? "", column);
        if (text === undefined) continue;
        const { value, problems } = readEconomy(withFile(files, file, text));
        expect(value).toBeUndefined();
        expect(told(problems)).toEqual([`${file}:1 missing-column ${column}`]);
      }
    }
  });

  it("in a series", () => {
    const files = dossiers.get("ki-2025")!;
    const text = files.get("series/sp500.csv")!;
    expect(told(readDossier(withFile(files, "series/sp500.csv", without(text, "PE10")!)).problems)).toEqual([
      "series/sp500.csv:1 missing-column PE10",
    ]);
    expect(told(readDossier(withFile(files, "series/sp500.csv", without(text, "Date")!)).problems)).toEqual([
      "series/sp500.csv:1 missing-column Date",
    ]);
  });
});

describe("a table that is missing, empty or written with other signs is one problem", () => {
  it.each(["actors.csv", "sources.csv", "figures.csv", "ties.csv"])("%s", (file) => {
    const files = dossiers.get("ki-2025")!;
    const codes = (changed: Files): readonly string[] =>
      readDossier(changed).problems.map(({ code }) => code);
    expect(codes(new Map([...files].filter(([name]) => name !== file)))).toEqual(["file-missing"]);
    expect(codes(withFile(files, file, ""))).toEqual(["table-empty"]);
    expect(codes(withFile(files, file, files.get(file)!.replaceAll(",", ";")))).toEqual(["table-delimiter"]);
    expect(codes(withFile(files, file, files.get(file)!.replaceAll(",", "\t")))).toEqual(["table-delimiter"]);
  });
});
