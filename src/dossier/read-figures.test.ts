import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { readSample } from "../../test/sample-dossier.ts";

const head =
  "id,subject,counterparty,measure,value,low,high,category,unit,currency,period,period_label,status,confidence,origin,sources,known,derivation,conflicts,replaces,note\n";
const sources = `id,title,publisher,date,link
s1,Report,Office,2025-03-01,https://example.org/report
s2,Year,Office,2024,https://example.org/year
s3,Undated,Office,,https://example.org/undated
`;
const base: Readonly<Record<string, string>> = {
  id: "f1",
  subject: "maker",
  measure: "revenue",
  value: "10",
  unit: "bn",
  currency: "USD",
  period: "2024",
  status: "reported",
  confidence: "high",
  origin: "independent",
  sources: "s1",
};
const read = (change: Readonly<Record<string, string>>) => {
  const row = { ...base, ...change };
  const line = head
    .trim()
    .split(",")
    .map((column) => row[column as keyof typeof row] ?? "")
    .join(",");
  const outcome = readSample({
    "sources.csv": () => sources,
    "figures.csv": () => `${head}${line}\nf2${line.slice(2).replace("f2", "")}\n`,
    "ties.csv": (text) => text.split("\n", 1)[0],
    "claims.yaml": () => "[]\n",
  });
  return { figure: outcome.value?.figures[0], codes: outcome.problems.map(({ code }) => code) };
};
const codes = (change: Readonly<Record<string, string>>) => [...new Set(read(change).codes)];
const known = (change: Readonly<Record<string, string>>) => read(change).figure?.known;
const day = (text: string): number => readPeriod(text)!.end;

describe("a figure", () => {
  it("is read with what was left out filled in", () => {
    const { figure } = read({});
    expect(figure).toMatchObject({
      id: "f1",
      amount: { value: 10, low: 10, high: 10 },
      period: readPeriod("2024"),
      periodLabel: "2024",
      sources: ["s1"],
      conflicts: [],
      category: "",
      where: { file: "figures.csv", line: 2, column: 1 },
    });
  });

  it("may be a fact in a word", () => {
    const { figure } = read({ value: "", unit: "text", currency: "", category: "memorandum" });
    expect(figure).toMatchObject({ amount: undefined, category: "memorandum" });
  });

  it("needs a source or a derivation", () => {
    expect(codes({ sources: "" })).toContain("no-source");
    expect(codes({ sources: "", origin: "derived", derivation: "10 * 1", unit: "x", currency: "" })).toEqual(
      [],
    );
    expect(codes({ sources: "", origin: "derived" })).toContain("derivation-missing");
  });

  it("needs a currency for money; without one “bn” is a plain number", () => {
    expect(codes({ unit: "bn/yr", currency: "" })).toEqual(["no-currency"]);
    expect(codes({ unit: "bn", currency: "" })).toEqual([]);
  });

  it.each([
    ["unit", "furlong", "unknown-unit"],
    ["currency", "usd", "bad-currency"],
    ["currency", "XYZ", "bad-currency"],
    ["status", "rumoured", "bad-choice"],
    ["confidence", "", "bad-choice"],
    ["origin", "hearsay", "bad-choice"],
    ["sources", "s9", "unknown-source"],
    ["subject", "", "empty-cell"],
    ["measure", "", "empty-cell"],
    ["conflicts", "f9", "link-unknown"],
    ["replaces", "f1", "link-to-itself"],
    ["period", "soon", "bad-date"],
  ])("%s “%s” is %s", (column, value, code) => expect(codes({ [column]: value })).toContain(code));
});

describe("percentages", () => {
  const percent = (measure: string, value: string) =>
    codes({ measure, value, unit: "percent", currency: "" });
  it("of a whole end at 100", () => {
    expect(percent("market_share", "100")).toEqual([]);
    expect(percent("market_share", "100.5")).toEqual(["share-above-100"]);
    expect(percent("index_weight", "101")).toEqual(["share-above-100"]);
  });
  it("of growth or change do not", () => {
    expect(percent("revenue_growth", "240")).toEqual([]);
    expect(percent("share_price_change", "240")).toEqual([]);
  });
});

describe("the day a figure was known", () => {
  it("is the last possible day of its first source", () => {
    expect(known({})).toBe(day("2025-03-01"));
    expect(known({ sources: "s2;s1" })).toBe(day("2024-12-31"));
  });
  it("can be named", () => expect(known({ known: "2024-12-01" })).toBe(day("2024-12-01")));
  it("is the end of its period if the source is undated", () => {
    expect(known({ sources: "s3" })).toBe(day("2024-12-31"));
  });
  it("lies beyond every vintage if nothing dates it", () => {
    expect(known({ sources: "s3", period: "" })).toBeGreaterThan(day("2999"));
  });
  it("a report cannot be older than what it reports", () => {
    expect(codes({ period: "2025-06" })).toEqual(["date-after-source"]);
    expect(codes({ period: "2025-06", status: "forecast" })).toEqual([]);
    expect(codes({ period: "2025" })).toEqual([]);
  });
});
