import { describe, expect, it } from "vitest";
import { readSample } from "../../test/sample-dossier.ts";
import { namesIn } from "./names.ts";

const read = (rows: string) => readSample({}, { "names.csv": `word,name_en,name_de\n${rows}` });

describe("names of words", () => {
  it("are read in both languages; an English word is its own name", () => {
    const { value, problems } = read("revenue,,Umsatz\nlab,the lab,das Labor\n");
    expect(problems).toEqual([]);
    expect([...namesIn(value!, "de")].filter(([word]) => word === "revenue" || word === "lab")).toEqual([
      ["revenue", "Umsatz"],
      ["lab", "Labor"],
    ]);
    expect(namesIn(value!, "en").get("revenue")).toBe("revenue");
    expect(readSample().value!.names).toEqual([]);
  });

  it("says nothing of unused words where the tables that use them are broken", () => {
    const { problems } = readSample(
      { "ties.csv": (text) => text.replace("maker", "makre") },
      { "names.csv": "word,name_en,name_de\nbought,,gekauft\n" },
    );
    expect(problems.map(({ code }) => code)).toEqual(["unknown-actor"]);
  });

  it.each([
    ["revenu,,Umsatz\n", "name-unused", "warning", 2, 1, "revenue"],
    ["revenue,,\n", "empty-cell", "error", 2, 10, undefined],
    ["revenue,,Umsatz\nrevenue,,Erlös\n", "doubled-id", "error", 3, 1, undefined],
  ] as const)("“%s” is %s", (rows, code, severity, line, column, hint) => {
    const [problem, ...others] = read(rows).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, severity, where: { file: "names.csv", line, column } });
    expect(problem.hint).toBe(hint);
  });
});
