import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../src/model/compile.ts";
import { parse } from "../src/model/parser.ts";
import { describeProblem } from "../src/text/problem.ts";

const documents = new URL("../docs/", import.meta.url);

/** Code in fences: `kl` is a whole model and must compile, a fence without a language in a language page must parse. */
const fences = ["en", "de"].flatMap((language) =>
  readdirSync(new URL(`${language}/`, documents))
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const text = readFileSync(new URL(`${language}/${file}`, documents), "utf8");
      return [...text.matchAll(/^```(kl)?\n([\s\S]*?)^```$/gm)]
        .filter((match) => match[1] === "kl" || /^(language|sprache)\.md$/.test(file))
        .map((match) => ({ page: `${language}/${file}`, whole: match[1] === "kl", code: match[2] }));
    }),
);

describe("examples of the language in the documents", () => {
  it("exist", () => expect(fences.length).toBeGreaterThan(5));

  it.each(fences.map((fence, index) => [`${fence.page} #${index}`, fence] as const))(
    "%s",
    (_, { whole, code }) => {
      const problems = whole
        ? compile(code).problems
        : parse(code, { file: "page", files: () => undefined }).problems;
      expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
    },
  );
});
