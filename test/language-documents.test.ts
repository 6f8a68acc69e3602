import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCall } from "../src/cli/call.ts";
import { compile } from "../src/model/compile.ts";
import { parse } from "../src/model/parser.ts";
import { describeProblem, type Language } from "../src/text/index.ts";

const documents = new URL("../docs/", import.meta.url);
const pages = /^(language|sprache|sim-in-.*)\.md$/;

interface Fence {
  readonly page: string;
  readonly language: Language;
  readonly kind: string;
  readonly code: string;
}

/**
 * Code in fences: `kl` is a whole model and must compile, `kl leak` must fail with that code, `console` is a call with
 * what it prints, a fence without a word must parse. Live charts (`kreislauf`) are checked by live-charts.test.ts.
 */
const fences = (["en", "de"] as const).flatMap((language) =>
  readdirSync(new URL(`${language}/`, documents)).flatMap((file): readonly Fence[] => {
    const text = readFileSync(new URL(`${language}/${file}`, documents), "utf8");
    return [...text.matchAll(/^```([a-z -]*)\n([\s\S]*?)^```$/gm)]
      .filter(([, kind]) => kind !== "kreislauf" && (kind.startsWith("kl") || pages.test(file)))
      .map(([, kind, code]) => ({ page: `${language}/${file}`, language, kind, code }));
  }),
);

describe("examples in the pages about models", () => {
  it("exist", () => expect(fences.length).toBeGreaterThan(20));

  it.each(fences.map((fence, index) => [`${fence.page} #${index}`, fence] as const))(
    "%s",
    async (_, { kind, code, language }) => {
      if (kind === "console") {
        const [call, ...printed] = code.trimEnd().split("\n");
        let out = "";
        const print = (text: string): void => void (out += text);
        await runCall(call.replace("$ kreislauf ", "").split(" "), {
          language,
          out: print,
          err: () => undefined,
        });
        expect(out.trimEnd().split("\n")).toEqual(printed);
        return;
      }
      const [, wanted] = kind.split(" ");
      const problems = kind.startsWith("kl")
        ? compile(code).problems
        : parse(code, { file: "page", files: () => undefined }).problems;
      if (wanted === undefined) {
        expect(problems.map((problem) => describeProblem(problem, language))).toEqual([]);
      } else {
        expect(problems.map((problem) => problem.code)).toEqual([wanted]);
      }
    },
  );
});
