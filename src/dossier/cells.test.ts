import { describe, expect, it } from "vitest";
import type { Problem } from "../core/problem.ts";
import { Cells } from "./cells.ts";
import type { Row } from "./table.ts";

function cellsOf(values: Readonly<Record<string, string>>): { cells: Cells; problems: Problem[] } {
  const problems: Problem[] = [];
  const row: Row = {
    line: 2,
    cell: (column) => values[column] ?? "",
    where: (column) => ({ file: "t.csv", line: 2, column: Object.keys(values).indexOf(column) + 1 }),
    absence: () => undefined,
  };
  return { cells: new Cells(row, problems), problems };
}

/** Reads one cell and gives what came out, with the code of the problem if there was one. */
function one<Value>(text: string, read: (cells: Cells) => Value): readonly [Value, ...string[]] {
  const { cells, problems } = cellsOf({ a: text });
  return [read(cells), ...problems.map(({ code }) => code)];
}

describe("numbers", () => {
  it.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["1e3", 1000],
    ["2.5e-2", 0.025],
    ["0", 0],
  ])("reads %s", (text, value) => expect(one(text, (cells) => cells.number("a"))).toEqual([value]));

  it("reads an empty cell as nothing", () =>
    expect(one("", (cells) => cells.number("a"))).toEqual([undefined]));

  it.each(["1,5", "1.000,5", "-3,25", "12.345.678,9"])("finds the decimal comma of %s", (text) => {
    expect(one(text, (cells) => cells.number("a"))).toEqual([undefined, "decimal-comma"]);
  });

  it.each([".5", "5.", "+5", "0x10", "NaN", "Infinity", "1e999", "1 000", "12%", "１２", "1_000", "--1"])(
    "refuses %s",
    (text) => expect(one(text, (cells) => cells.number("a"))).toEqual([undefined, "not-a-number"]),
  );

  it("writes a German number as it should be", () => {
    const { cells, problems } = cellsOf({ a: "1.234.567,89" });
    cells.number("a");
    expect(problems[0].values["wanted"]).toBe("1234567.89");
  });
});

describe("ranges", () => {
  const range = (values: Readonly<Record<string, string>>) => {
    const { cells, problems } = cellsOf(values);
    return [cells.range("value"), ...problems.map(({ code }) => code)];
  };
  it("fill missing bounds with the value", () => {
    expect(range({ value: "5", low: "", high: "7" })).toEqual([{ value: 5, low: 5, high: 7 }]);
  });
  it("need a value beside bounds", () => {
    expect(range({ value: "", low: "1", high: "" })).toEqual([undefined, "bounds-without-value"]);
  });
  it("keep order", () => {
    expect(range({ value: "5", low: "6", high: "" })[1]).toBe("bounds-out-of-order");
    expect(range({ value: "5", low: "", high: "4" })[1]).toBe("bounds-out-of-order");
  });
  it("may be missing altogether", () => expect(range({ value: "" })).toEqual([undefined]));
});

describe("shares", () => {
  it("are written with a percent sign", () => {
    expect(one("27%", (cells) => cells.share("a"))).toEqual([0.27]);
    expect(one("13.5 %", (cells) => cells.share("a"))).toEqual([0.135]);
    expect(one("100%", (cells) => cells.share("a"))).toEqual([1]);
  });
  it.each(["27", "0.27", "-1%", "27 Prozent"])("refuses %s", (text) => {
    expect(one(text, (cells) => cells.share("a"))).toEqual([undefined, "bad-share"]);
  });
  it("are at most the whole", () => {
    expect(one("100.1%", (cells) => cells.share("a"))[1]).toBe("share-above-100");
  });
});

describe("words", () => {
  it("a choice names what it can be and what is near", () => {
    const { cells, problems } = cellsOf({ a: "payd" });
    expect(cells.choice("a", ["announced", "paid", ""])).toBeUndefined();
    expect(problems[0]).toMatchObject({
      code: "bad-choice",
      values: { column: "a", value: "payd", wanted: "announced, paid" },
      hint: "paid",
    });
  });
  it.each(["a1", "t-1_x", "9", "A".repeat(64)])("%s is an id", (id) => {
    const { cells, problems } = cellsOf({ id });
    expect(cells.id()).toBe(id);
    expect(problems).toEqual([]);
  });
  it.each(["-a", "a b", "ä", "A".repeat(65), "a/b", "\u202ea"])("%j is no id", (id) => {
    const { cells, problems } = cellsOf({ id });
    cells.id();
    expect(problems.map(({ code }) => code)).toEqual(["bad-id"]);
  });
  it("a needed cell must not be empty", () => {
    expect(one("", (cells) => cells.needed("a"))).toEqual(["", "empty-cell"]);
  });
  it("lists are divided by semicolons", () => {
    expect(one(" a ; b;;c", (cells) => cells.list("a"))).toEqual([["a", "b", "c"]]);
  });
});

describe("periods", () => {
  it("are read or left out", () => {
    expect(one("", (cells) => cells.period("a"))).toEqual([undefined]);
    expect(one("1970-01-02", (cells) => cells.period("a"))).toEqual([{ start: 1, end: 1 }]);
  });
  it.each([
    ["17.11.2025", "2025-11-17"],
    ["1.3.2025", "2025-03-01"],
    ["31.2.2025", undefined],
    ["last year", undefined],
    ["2025-13", undefined],
    ["2026/2025", "2025/2026"],
    ["10/21/2025", "2025-10-21"],
    ["21/10/2025", "2025-10-21"],
    ["3/4/2025", undefined],
    ["2025/10/21", "2025-10-21"],
    ["2025-1-5", "2025-01-05"],
    ["10.2025", "2025-10"],
    ["Q3 2025", "2025-Q3"],
    ["2025q3", "2025-Q3"],
  ])("%s is none", (text, hint) => {
    const { cells, problems } = cellsOf({ a: text });
    expect(cells.period("a")).toBeUndefined();
    expect(problems[0].code).toBe("bad-date");
    expect(problems[0].hint).toBe(hint);
  });
});
