import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { localise, renderReport } from "kreislauf/report";
import { measuredDossier } from "./fixture/ki-2025.ts";

const pages = new Map<string, string>();
let subject: Awaited<ReturnType<typeof measuredDossier>>;

beforeAll(async () => {
  subject = await measuredDossier();
  for (const language of languages) pages.set(language, renderReport(subject, { language }));
});

const empty = new Set(["meta", "link", "input", "br", "hr", "img"]);

/** Tags that are not closed in the order they were opened. */
function misplacedTags(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const text = html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/<!doctype html>/, "");
  for (const [, closing, name, rest] of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>/g)) {
    if (closing) {
      const top = open.pop();
      if (top !== name) wrong.push(`</${name}> closes <${top}>`);
    } else if (!empty.has(name) && !rest.endsWith("/")) open.push(name);
  }
  return [...wrong, ...open.map((name) => `<${name}> stays open`)];
}

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]);

describe.each(languages)("the page in %s", (language) => {
  const page = (): string => pages.get(language)!;

  it("is well-formed HTML in its language", () => {
    expect(page().startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true);
    expect(misplacedTags(page())).toEqual([]);
    expect(misplacedTags("<p><b></p></b>")).not.toEqual([]);
  });

  it("gives no id twice and lets every link on the page arrive", () => {
    const ids = all(page(), / id="([^"]*)"/g);
    expect(ids.length).toBeGreaterThan(500);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    const targets = all(page(), / href="#([^"]*)"/g);
    expect(targets.length).toBeGreaterThan(1000);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    const named = all(page(), / (?:aria-labelledby|aria-describedby|for)="([^"]*)"/g).flatMap((list) =>
      list.split(" "),
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(all(page(), /url\(#([^)]*)\)/g).filter((id) => !known.has(id))).toEqual([]);
  });

  it("runs nothing and fetches nothing", () => {
    expect(page()).not.toMatch(
      /<script|<iframe|<object|<embed|<img|<form[^>]+action|javascript:| on\w+=| style=/i,
    );
    expect(page()).not.toMatch(/@import|url\((?!#)/);
    expect(all(page(), /<link[^>]+href="([^"]*)"/g)).toEqual(["data:,"]);
    expect(all(page(), /\bsrc(?:set)?="([^"]*)"/g)).toEqual([]);
  });

  it("leads from every row of evidence to a source", () => {
    const rows = [...page().matchAll(/<tr id="([ft]-[^"]*)">([\s\S]*?)<\/tr>/g)];
    expect(rows.length).toBeGreaterThan(800);
    const unsourced = rows.filter(([, , row]) => !row.includes('href="#s-') && !row.includes('href="#f-'));
    expect(unsourced.map(([, id]) => id)).toEqual([]);
  });

  it("counts and bounds as people do: one is no plural, and no range has the same ends", () => {
    const text = page()
      .replace(/<style>[\s\S]*?<\/style>/g, "")
      .replace(/<[^>]*>/g, "");
    const one = { de: /(?<![\d.,])1 (?:Kreise|Prozentpunkte|Jahre)\b/, en: /(?<![\d.,])1 (?:loops|years)\b/ };
    expect(one[language].exec(text)?.[0]).toBeUndefined();
    const same = { de: /\(([^()]+) bis \1[,)]/, en: /\(([^()]+) to \1[,)]/ };
    expect(same[language].exec(text)?.[0]).toBeUndefined();
  });

  it("says every sentence: no place is left unfilled, no key stands for its text", () => {
    const text = page()
      .replace(/<style>[\s\S]*?<\/style>/g, "")
      .replace(/<[^>]*>/g, " ");
    expect(text.match(/\{\w+\}|undefined|NaN|\[object/g)).toBeNull();
  });

  it("holds each drawing of the loop map within 60 kB", () => {
    const maps = page().match(/<svg xmlns[\s\S]*?<\/svg>/g) ?? [];
    expect(maps.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...maps.map((map) => map.length))).toBeLessThan(60_000);
  });
});

it("is the same page from the same evidence, byte for byte", () => {
  expect(renderReport(subject, { language: "de" })).toBe(pages.get("de"));
});

it("writes values of claims as the language does", () => {
  expect(localise("37.4 percent; >= 50 percent", "de")).toBe("37,4 %; ≥ 50 %");
  expect(localise("2000 bn/yr USD", "de")).toBe("2 Bio. $ im Jahr");
  expect(localise("memorandum", "de")).toBe("memorandum");
});
