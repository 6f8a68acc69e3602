import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { readSample } from "../../test/sample-dossier.ts";
import { readSeries } from "./series.ts";

const columns = { date: "Date", value: "Price" };
const codes = (text: string) =>
  readSeries("s.csv", text, columns).problems.map(({ code, where }) => [code, where.line]);

describe("a series", () => {
  it("is days and values; other columns and empty values are left out", () => {
    const { days, values, problems } = readSeries(
      "s.csv",
      "Note,Date,Price\nx,1970-01-02,1.5\ny,1970-01-03,\nz,1970-02,2\n",
      columns,
    );
    expect(problems).toEqual([]);
    expect([...days]).toEqual([1, readPeriod("1970-02")!.end]);
    expect([...values]).toEqual([1.5, 2]);
  });
  it("accepts a byte-order mark and CRLF", () => {
    expect(codes("\ufeffDate,Price\r\n2025,1\r\n")).toEqual([]);
  });
  it.each([
    ["Date,Price\n2025,1\n2024,2\n", [["series-order", 3]]],
    ["Date,Price\n2025,1\n2025,2\n", [["series-order", 3]]],
    ["Date,Price\nsoon,1\n", [["bad-date", 2]]],
    [
      "Date,Price\n,1\n",
      [
        ["empty-cell", 2],
        ["bad-date", 2],
      ],
    ],
    ['Date,Price\n2025,"1,5"\n', [["decimal-comma", 2]]],
    ["Date,Preis\n2025,1\n", [["missing-column", 1]]],
    ["", [["table-empty", 1]]],
  ])("%j has problems", (text, expected) => expect(codes(text)).toEqual(expected));

  it("of a dossier needs its file and its source", () => {
    const header = (text: string): string =>
      `${text}series:\n  - { id: p, file: p.csv, unit: index, title: { de: K, en: P }, sources: [s9] }\n`;
    const { problems } = readSample({ "dossier.yaml": header });
    expect(problems.map(({ code, where }) => [code, where.file, where.line, where.column])).toEqual([
      ["file-missing", "dossier.yaml", 12, 20],
      ["unknown-source", "dossier.yaml", 12, 75],
    ]);
    const near = readSample({ "dossier.yaml": header }, { "q.csv": "Date,Price\n" }).problems[0];
    expect(near).toMatchObject({ code: "file-missing", hint: "q.csv" });
    const odd = (text: string): string => header(text).replace("unit: index", "unit: indx");
    expect(readSample({ "dossier.yaml": odd }).problems).toContainEqual(
      expect.objectContaining({ code: "unknown-unit", hint: "index" }),
    );
    const sound = (text: string): string => header(text).replace("s9", "s1");
    const read = readSample({ "dossier.yaml": sound }, { "p.csv": "Date,Price\n2024,1\n2025,2\n" });
    expect(read.problems).toEqual([]);
    expect([...read.value!.series[0].values]).toEqual([1, 2]);
  });
});
