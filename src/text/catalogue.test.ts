import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problems as german } from "./de/problems.ts";
import { problems as english } from "./en/problems.ts";

const places = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

/** The codes of one room, as its file lists them. */
const codesIn = (language: string): readonly string[] =>
  readdirSync(new URL(`./${language}/`, import.meta.url))
    .filter((name) => name.endsWith("-problems.ts"))
    .flatMap((name) => readFileSync(new URL(`./${language}/${name}`, import.meta.url), "utf8").split("\n"))
    .flatMap((line) => /^ {2}"?([a-z][\w-]*)"?:/.exec(line)?.[1] ?? []);

describe("sentences about problems", () => {
  it("say the same in both languages: same codes, same values", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const code of Object.keys(english) as (keyof typeof english)[]) {
      expect(places(german[code]), code).toEqual(places(english[code]));
    }
  });

  it.each(["de", "en"])("use no code in two rooms, in %s: one sentence would hide the other", (language) => {
    const codes = codesIn(language);
    expect(codes.length).toBe(Object.keys(english).length);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it("are all said somewhere: none is left over from a mistake that cannot be made any more", () => {
    const root = new URL("../", import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !/^text[/\\]/.test(name),
    );
    const code = files
      .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), root), "utf8"))
      .join("\n");
    const said = new Set([...code.matchAll(/["`]([a-z][\w-]*)["`]/g)].map((match) => match[1]));
    const begun = [...code.matchAll(/createProblem\(`([a-z-]+)\$\{/g)].map((match) => match[1]);
    expect(
      Object.keys(english).filter((key) => !said.has(key) && !begun.some((start) => key.startsWith(start))),
    ).toEqual([]);
  });
});
