import { describe, expect, it } from "vitest";
import { groupColumns, movedNames, readColumns } from "./columns.ts";

describe("the columns of a comparison", () => {
  it("stand in groups of what has its quantities in common", () => {
    const { columns, problems } = readColumns([
      "/en/simulate?scenario=stop&v=1",
      "/en/circuit?dossier=telekom-2000&v=1",
      "/de/who-pays",
      "/en/plan?economy=us-2023&v=1",
    ]);
    expect(problems).toEqual([]);
    expect(
      groupColumns(columns).map(({ kind, of, columns: own }) => [
        kind,
        of,
        own.map(({ letter }) => letter).join(""),
      ]),
    ).toEqual([
      ["simulated", "ki-boom", "AC"],
      ["measured", "", "B"],
      ["planned", "us-2023", "D"],
    ]);
  });

  it("are told apart by model and by economy", () => {
    const { columns } = readColumns(["/en/simulate", "/en/simulate?model=sim&v=1", "/en/plan"]);
    expect(groupColumns(columns).map(({ of }) => of)).toEqual(["ki-boom", "sim", "lehrbeispiel"]);
  });

  it("leave out what cannot be compared, and tell what is wrong", () => {
    const { columns, problems } = readColumns(["/en/docs", "/en/plan?gaol=week:30&v=1"]);
    expect(columns.map(({ letter }) => letter)).toEqual(["A"]);
    expect(problems.map(({ hint }) => hint)).toEqual(["goal"]);
  });

  it("differ in what is not the same everywhere", () => {
    expect(movedNames([{ week: 30, a: 1 }, { a: 1 }])).toEqual(["week"]);
    expect(movedNames([{ b: 1 }, { b: 2 }, {}])).toEqual(["b"]);
    expect(movedNames([{ b: 1 }])).toEqual([]);
  });
});
