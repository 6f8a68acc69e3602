import { describe, expect, it } from "vitest";
import { createProblem, describeProblem } from "./problem.ts";
import { languages } from "./language.ts";

const where = { file: "dossier.yaml", line: 1, column: 1 };

describe("a sentence about a problem", () => {
  it("groups the digits of large numbers and leaves years alone", () => {
    const size = createProblem("yaml-too-large", where, { size: 1_234_567, limit: 262_144 });
    expect(languages.map((language) => /[\d.,]*\d/.exec(describeProblem(size, language))![0])).toEqual([
      "1.234.567",
      "1,234,567",
    ]);
    const year = createProblem("wrong-value", where, { path: "year", value: 2025, wanted: "≤ 2024" });
    expect(describeProblem(year, "de")).toContain("2025");
  });

  it("has words for what a schema asks for and for what is wrong with YAML, but not for what people wrote", () => {
    const type = createProblem("wrong-type", where, { path: "id", value: "3", wanted: "string" });
    expect(describeProblem(type, "de")).toBe("„id“ ist 3; es muss sein: Text.");
    const both = createProblem("wrong-type", where, {
      path: "a",
      value: "x",
      wanted: "number | object; week-hours",
    });
    expect(describeProblem(both, "en")).toBe(
      "“a” is x; it has to be: a number or keys with values; hours a week.",
    );
    const yaml = createProblem("yaml-syntax", where, { reason: "TAB_AS_INDENT" });
    expect(describeProblem(yaml, "en")).toBe("This is not sound YAML (a tab as indentation; use spaces).");
    const written = createProblem("unknown-actor", where, { actor: "string" });
    expect(describeProblem(written, "de")).toContain("„string“");
  });
});
