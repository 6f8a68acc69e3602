import { describe, expect, it } from "vitest";
import { readTable, tableLimits } from "./table.ts";

const columns = { required: ["id", "name"], optional: ["note"] };
const read = (text: string, limits = tableLimits) => readTable("t.csv", text, columns, limits);
const codes = (text: string, limits = tableLimits) =>
  read(text, limits).problems.map(({ code, where }) => [code, where.line, where.column]);
const cells = (text: string) =>
  read(text).rows.map((row) => [row.cell("id"), row.cell("name"), row.cell("note")]);

describe("a sound table", () => {
  it("gives cells by column in any order, trimmed; an absent optional column is empty", () => {
    expect(cells("name,id\n Ann ,a\n")).toEqual([["a", "Ann", ""]]);
  });

  it("reads quotes, commas and line breaks inside quotes", () => {
    expect(cells('id,name\na,"x, ""y""\nz"\nb,c\n')).toEqual([
      ["a", 'x, "y"\nz', ""],
      ["b", "c", ""],
    ]);
  });

  it("counts lines behind a quoted line break", () => {
    const [, second] = read('id,name\na,"x\ny"\nb,c\n').rows;
    expect(second.line).toBe(4);
    expect(second.where("name")).toEqual({ file: "t.csv", line: 4, column: 3 });
  });

  it.each([
    ["byte-order mark", "\ufeffid,name\na,b\n"],
    ["CRLF", "id,name\r\na,b\r\n"],
    ["no line break at the end", "id,name\na,b"],
    ["empty lines", "id,name\n\n \na,b\n\n"],
    ["quoted header and CRLF", '"id","name"\r\n"a","b"\r\n'],
  ])("accepts %s", (_, text) => {
    expect(read(text).problems).toEqual([]);
    expect(cells(text)).toEqual([["a", "b", ""]]);
  });
});

describe("a table that is not sound", () => {
  it.each([
    ["nothing", "", ["table-empty", 1, 1]],
    ["stray quote in a cell", 'id,name\na,b"c\n', ["stray-quote", 2, 4]],
    ["stray quote behind a quoted cell", 'id,name\na,"b"c\n', ["stray-quote", 2, 5]],
    ["quote never closed", 'id,name\na,"b\nc,d\n', ["unclosed-quote", 2, 3]],
    ["missing column", "id\na\n", ["missing-column", 1, 1]],
    ["unknown column", "id,name,nte\na,b,c\n", ["unknown-column", 1, 9]],
    ["doubled column", "id,name,id\na,b,c\n", ["doubled-column", 1, 9]],
    ["a cell too few", "id,name\na\n", ["wrong-cell-count", 2, 1]],
    ["a cell too many", "id,name\na,b,c\n", ["wrong-cell-count", 2, 5]],
    ["NUL", "id,name\na,b\u0000\n", ["control-character", 2, 3]],
  ])("%s", (_, text, expected) => {
    expect(codes(text)).toContainEqual(expected);
  });

  it("goes on behind a quote that never closes, so that later faults are found too", () => {
    expect(codes('id,name\na,"b\nc\nd,e,f\n').map(([code, line]) => [code, line])).toEqual([
      ["unclosed-quote", 2],
      ["wrong-cell-count", 3],
      ["wrong-cell-count", 4],
    ]);
  });

  it("names the nearest column", () => {
    expect(read("id,nmae\na,b\n").problems[0].hint).toBe("name");
  });

  it("returns the sound rows beside the faulty ones", () => {
    expect(cells("id,name\na\nb,c\n")).toEqual([["b", "c", ""]]);
  });
});

describe("limits", () => {
  it("refuses a text over the byte limit without reading it", () => {
    expect(codes("id,name\na,b\n", { ...tableLimits, bytes: 5 })).toEqual([["table-too-large", 0, 0]]);
  });

  it("stops at the row limit", () => {
    const { rows, problems } = read("id,name\na,b\nc,d\ne,f\n", { ...tableLimits, rows: 2 });
    expect(problems.map(({ code }) => code)).toEqual(["too-many-rows"]);
    expect(rows.length).toBeLessThanOrEqual(3);
  });

  it("stops a row at the column limit and says so once", () => {
    const text = `id,name\n${"x,".repeat(5000)}\n`;
    expect(codes(text).filter(([code]) => code === "too-many-columns")).toHaveLength(1);
  });

  it.each([
    ["one line of twenty megabytes", `id,name\n${"x".repeat(20e6)}`],
    ["twenty megabytes of commas", `id,name\n${",".repeat(20e6)}`],
    ["twenty megabytes of quotes", `id,name\n${'"'.repeat(20e6)}`],
    ["twenty million empty lines", `id,name\n${"\n".repeat(20e6)}`],
    ["a quote opened in each of a million lines", `id,name\n${'"x\n'.repeat(1e6)}`],
  ])("reads %s in one pass", (_, text) => {
    expect(read(text).problems.length).toBeLessThanOrEqual(1_000_000);
  });
});
