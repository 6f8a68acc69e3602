import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problems as german } from "./de/problems.ts";
import { problems as english } from "./en/problems.ts";

const places = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe("sentences about problems", () => {
  it("say the same in both languages: same codes, same values", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const code of Object.keys(english) as (keyof typeof english)[]) {
      expect(places(german[code]), code).toEqual(places(english[code]));
    }
  });

  it("give every code to one room only, so that none replaces another", () => {
    const folder = new URL("./en/", import.meta.url);
    const codes = readdirSync(folder)
      .filter((name) => name.endsWith("-problems.ts"))
      .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/^ {2}"([a-z0-9-]+)":/gm)])
      .map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
  });
});
