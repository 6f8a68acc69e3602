import { describe, expect, it } from "vitest";
import { readDossier } from "../src/dossier/index.ts";
import { formatProblem } from "../src/text/index.ts";
import { readSample, sampleFiles } from "./sample-dossier.ts";

const swap =
  (from: string, to: string) =>
  (text: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

interface Expected {
  readonly code: string;
  readonly at: readonly [line: number, column: number];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly hint?: string;
}

const cases: readonly (readonly [
  name: string,
  file: string,
  change: (text: string) => string,
  expected: Expected,
])[] = [
  [
    "unknown actor",
    "ties.csv",
    swap("t1,maker", "t1,makre"),
    { code: "unknown-actor", at: [2, 4], values: { actor: "makre" }, hint: "maker" },
  ],
  [
    "unknown source",
    "figures.csv",
    swap("independent,s1,,\nf2", "independent,s11,,\nf2"),
    { code: "unknown-source", at: [2, 61], values: { source: "s11" }, hint: "s1" },
  ],
  [
    "unknown figure",
    "ties.csv",
    swap("announced,,,f1", "announced,,,f9"),
    { code: "unknown-figure", at: [2, 64], values: { figure: "f9" }, hint: "f1" },
  ],
  [
    "money in a unit that counts no money",
    "ties.csv",
    swap("equity,10,bn,USD", "equity,10,GW,USD"),
    { code: "unit-not-money", at: [2, 24], values: { unit: "GW", currency: "USD" } },
  ],
  [
    "a unit that does not exist",
    "figures.csv",
    swap("revenue,10,,,bn", "revenue,10,,,bnn"),
    { code: "unknown-unit", at: [2, 23], values: { unit: "bnn" }, hint: "bn" },
  ],
  [
    "money without a currency",
    "figures.csv",
    swap("10,,,bn,USD", "10,,,bn/yr,"),
    { code: "no-currency", at: [2, 29], values: { unit: "bn/yr" } },
  ],
  [
    "date after its source",
    "figures.csv",
    swap("10,,,bn,USD,2024", "10,,,bn,USD,2025-06"),
    { code: "date-after-source", at: [2, 30], values: { period: "2025-06", source: "s1" } },
  ],
  [
    "tie dated after its source",
    "ties.csv",
    swap("USD,2025-03-01,2025", "USD,2025-04,2025"),
    { code: "tie-after-source", at: [2, 31], values: { date: "2025-04", source: "s1" } },
  ],
  [
    "currency that does not exist",
    "figures.csv",
    swap("10,,,bn,USD", "10,,,bn,UDS"),
    { code: "bad-currency", at: [2, 26], values: { currency: "UDS" }, hint: "USD" },
  ],
  [
    "currency of the dossier that does not exist",
    "dossier.yaml",
    swap("currency: USD", "currency: XYZ"),
    { code: "bad-currency", at: [5, 11], values: { currency: "XYZ" } },
  ],
  [
    "a word or sign where the code of a currency belongs",
    "dossier.yaml",
    swap("currency: USD", "currency: Euro"),
    { code: "bad-currency", at: [5, 11], values: { currency: "Euro" }, hint: "EUR" },
  ],
  [
    "a German day in the header",
    "dossier.yaml",
    swap("as_of: 2025-11-17", "as_of: 17.11.2025"),
    { code: "wrong-value", at: [6, 8], values: { path: "as_of", value: "17.11.2025", wanted: "day" } },
  ],
  [
    "a window that ends before it starts",
    "dossier.yaml",
    swap("2025-01-01/2026-12-31", "2026-12-31/2025-01-01"),
    { code: "wrong-value", at: [8, 9], values: { path: "window", wanted: "period" } },
  ],
  [
    "an id with blanks",
    "dossier.yaml",
    swap("id: small", "id: a small one"),
    { code: "wrong-value", at: [2, 5], values: { value: "a small one", wanted: "id" } },
  ],
  [
    "no vintages",
    "dossier.yaml",
    swap("[2025-11-17]", "[]"),
    { code: "wrong-length", at: [7, 11], values: { path: "vintages", found: 0, wanted: "≥ 1" } },
  ],
  [
    "an empty title",
    "dossier.yaml",
    swap("de: Klein", 'de: ""'),
    { code: "empty-value", at: [3, 14], values: { path: "title.de" } },
  ],
  [
    "focus on an unknown actor",
    "dossier.yaml",
    swap("focus: maker", "focus: makre"),
    { code: "unknown-actor", at: [9, 8], values: { actor: "makre" }, hint: "maker" },
  ],
  [
    "tie that replaces itself",
    "ties.csv",
    swap("contracted,,,f2", "contracted,t2,,f2"),
    { code: "link-to-itself", at: [3, 1], values: { id: "t2", name: "replaces" } },
  ],
  [
    "tie that replaces nothing known",
    "ties.csv",
    swap("contracted,,,f2", "contracted,t33,,f2"),
    { code: "link-unknown", at: [3, 1], values: { id: "t2", target: "t33" }, hint: "t3" },
  ],
  [
    "circle of replacements",
    "ties.csv",
    (text) => swap("announced,,,f1", "announced,t2,,f1")(swap("contracted,,,f2", "contracted,t1,,f2")(text)),
    { code: "link-cycle", at: [2, 1], values: { name: "replaces", cycle: "t1 → t2 → t1" } },
  ],
  [
    "circle of derivations",
    "figures.csv",
    swap("f1 / f2", "f3 + f1"),
    { code: "link-to-itself", at: [4, 1], values: { id: "f3", name: "derivation" } },
  ],
  [
    "a sum that calls itself firmer than a part of it",
    "figures.csv",
    (text) =>
      swap("2024,reported,medium", "2024,announced,medium")(swap("2024,estimated", "2024,contracted")(text)),
    {
      code: "derivation-status",
      at: [4, 1],
      values: { id: "f3", status: "contracted", input: "f2", softer: "announced" },
    },
  ],
  [
    "a sum of a quarter and a year",
    "figures.csv",
    (text) =>
      swap("f1 / f2", "f1 / (f1 + f2)")(swap("2024,reported,medium", "2024-Q1,reported,medium")(text)),
    {
      code: "formula-windows",
      at: [4, 1],
      values: { at: 10, first: "2024-01-01/2024-12-31", second: "2024-01-01/2024-03-31" },
    },
  ],
  [
    "id that is there twice",
    "figures.csv",
    swap("\nf2,", "\nf1,"),
    { code: "doubled-id", at: [3, 1], values: { id: "f1", line: 2 } },
  ],
  [
    "share above 100 percent",
    "ties.csv",
    swap("27%", "127%"),
    { code: "share-above-100", at: [4, 43], values: { column: "share", value: "127%" } },
  ],
  [
    "market share above 100 percent",
    "figures.csv",
    swap("f1,maker,revenue,10,,,bn,USD", "f1,maker,market_share,101,,,percent,"),
    { code: "share-above-100", at: [2, 23], values: { value: "101 %" } },
  ],
  [
    "German decimal comma",
    "figures.csv",
    swap("revenue,2.5,2,3", 'revenue,"2,5",2,3'),
    { code: "decimal-comma", at: [3, 16], values: { column: "value", value: "2,5", wanted: "2.5" } },
  ],
  [
    "German thousands and decimal comma",
    "figures.csv",
    swap("revenue,2.5,2,3", 'revenue,"1.234,5",2,3'),
    { code: "decimal-comma", at: [3, 16], values: { value: "1.234,5", wanted: "1234.5" } },
  ],
  [
    "German day",
    "ties.csv",
    swap("USD,2025-03-01,2025", "USD,1.3.2025,2025"),
    { code: "bad-date", at: [2, 31], values: { column: "date", value: "1.3.2025" }, hint: "2025-03-01" },
  ],
  [
    "not a number",
    "figures.csv",
    swap("revenue,10", "revenue,NaN"),
    { code: "not-a-number", at: [2, 18], values: { column: "value", value: "NaN" } },
  ],
  [
    "infinite number",
    "figures.csv",
    swap("revenue,10", "revenue,1e999"),
    { code: "not-a-number", at: [2, 18], values: { value: "1e999" } },
  ],
  [
    "bounds out of order",
    "figures.csv",
    swap("2.5,2,3", "2.5,3,2"),
    { code: "bounds-crossed", at: [3, 20], values: { low: 3, high: 2 } },
  ],
  [
    "a value outside its bounds",
    "figures.csv",
    swap("2.5,2,3", "3.5,2,3"),
    { code: "bounds-out-of-order", at: [3, 16], values: { low: 2, value: 3.5, high: 3 } },
  ],
  [
    "a number as people write it",
    "figures.csv",
    swap("revenue,10,", "revenue,10 000,"),
    { code: "not-a-number", at: [2, 18], values: { value: "10 000" }, hint: "10000" },
  ],
  [
    "thousands with an American comma",
    "figures.csv",
    swap("revenue,10,", 'revenue,"10,000.5",'),
    { code: "not-a-number", at: [2, 18], hint: "10000.5" },
  ],
  [
    "a comma that parts thousands or decimals",
    "figures.csv",
    swap("revenue,10,", 'revenue,"10,000",'),
    { code: "decimal-comma", at: [2, 18], values: { wanted: "10.000 / 10000" } },
  ],
  [
    "a unit in another language",
    "figures.csv",
    swap("revenue,10,,,bn", "revenue,10,,,Mrd"),
    { code: "unknown-unit", at: [2, 23], values: { unit: "Mrd" }, hint: "bn" },
  ],
  [
    "a sign in place of a unit",
    "figures.csv",
    swap("revenue,10,,,bn", "revenue,10,,,%"),
    { code: "unknown-unit", at: [2, 23], values: { unit: "%" }, hint: "percent" },
  ],
  [
    "a kind of test that does not exist",
    "claims.yaml",
    swap("kind: bound", "kind: bounds"),
    { code: "wrong-choice", at: [4, 15], values: { path: "#1.tests.#1.kind" }, hint: "bound" },
  ],
  [
    "a formula that ends too early",
    "figures.csv",
    swap("f1 / f2", "f1 /"),
    { code: "formula-syntax", at: [4, 1], values: { at: 5, seen: "⏎" } },
  ],
  [
    "missing column",
    "sources.csv",
    swap(",publisher", ""),
    { code: "missing-column", at: [1, 1], values: { column: "publisher" } },
  ],
  [
    "unknown column",
    "sources.csv",
    swap("publisher", "publsher"),
    { code: "unknown-column", at: [1, 10], values: { column: "publsher" }, hint: "publisher" },
  ],
  ["stray quote", "sources.csv", swap("Report", 'Re"port'), { code: "stray-quote", at: [2, 6] }],
  ["unclosed quote", "sources.csv", swap("Report", '"Report'), { code: "unclosed-quote", at: [2, 4] }],
  ["NUL", "sources.csv", swap("Report", "Re\u0000port"), { code: "control-character", at: [2, 4] }],
  [
    "wrong number of cells",
    "sources.csv",
    swap("s1,Report,", "s1,Report,,"),
    { code: "wrong-cell-count", at: [2, 30], values: { found: 6, wanted: 5 } },
  ],
  [
    "choice that is none",
    "ties.csv",
    swap("contracted", "contractd"),
    { code: "bad-choice", at: [3, 55], values: { column: "status", value: "contractd" }, hint: "contracted" },
  ],
  [
    "tie of an actor with itself",
    "ties.csv",
    swap("t2,lab,maker", "t2,lab,lab"),
    { code: "self-tie", at: [3, 8], values: { actor: "lab" } },
  ],
  [
    "negative amount",
    "ties.csv",
    swap("equity,10", "equity,-10"),
    { code: "negative-amount", at: [2, 21], values: { value: "-10" } },
  ],
  [
    "derived figure that differs from its formula",
    "figures.csv",
    swap("revenue_ratio,4", "revenue_ratio,5"),
    { code: "derivation-differs", at: [4, 1], values: { id: "f3", stated: 5, found: 4 } },
  ],
  [
    "formula with an unknown figure",
    "figures.csv",
    swap("f1 / f2", "f1 / f22"),
    { code: "formula-unknown", at: [4, 1], values: { at: 6, seen: "f22" }, hint: "f2" },
  ],
  [
    "link with another scheme",
    "sources.csv",
    swap("https://example.org/report", "javascript:alert(1)"),
    { code: "bad-link", at: [2, 29], values: { value: "javascript:alert(1)" } },
  ],
  [
    "unknown key",
    "dossier.yaml",
    swap("currency: USD", "currency: USD\ncolour: red"),
    { code: "unknown-key", at: [6, 9], values: { key: "colour" } },
  ],
  [
    "missing key",
    "dossier.yaml",
    swap("currency: USD\n", ""),
    { code: "missing-key", at: [1, 1], values: { path: "currency" } },
  ],
  [
    "wrong type",
    "dossier.yaml",
    swap("[2025-11-17]", "soon"),
    { code: "wrong-type", at: [7, 11], values: { path: "vintages", value: "soon", wanted: "array" } },
  ],
  [
    "as_of that is no vintage",
    "dossier.yaml",
    swap("as_of: 2025-11-17", "as_of: 2026-11-17"),
    { code: "vintage-missing", at: [6, 8], values: { day: "2026-11-17", known: "2025-11-17" } },
  ],
  [
    "YAML over the size limit",
    "dossier.yaml",
    (text) => `${text}# ${"x".repeat(256 * 1024)}\n`,
    { code: "yaml-too-large", at: [0, 0], values: { limit: 262144 } },
  ],
  [
    "claim about an unknown figure",
    "claims.yaml",
    swap("[f1]", "[f11]"),
    { code: "formula-unknown", at: [1, 3], values: { seen: "f11" }, hint: "f1" },
  ],
];

describe("a sound dossier", () => {
  it("has no problems", () => expect(readSample().problems).toEqual([]));

  it("may have a byte-order mark and CRLF in every file", () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const changes = Object.fromEntries(Object.keys(sampleFiles).map((file) => [file, windows]));
    expect(readSample(changes).problems).toEqual([]);
  });
});

describe("a spoilt dossier names the place, the value and what is near", () => {
  it.each(cases)("%s", (_, file, change, { code, at, values, hint }) => {
    const problem = readSample({ [file]: change }).problems.find((found) => found.code === code);
    expect(problem, JSON.stringify(readSample({ [file]: change }).problems)).toBeDefined();
    expect(problem!.where).toEqual({ file, line: at[0], column: at[1] });
    expect(problem!.values).toMatchObject(values ?? {});
    expect(problem!.hint).toBe(hint);
    for (const language of ["de", "en"] as const) {
      expect(formatProblem(problem!, language)).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it("finds all problems at once, in file order", () => {
    const { problems } = readSample({
      "ties.csv": swap("t1,maker", "t1,makre"),
      "figures.csv": (text) => swap("revenue,10", "revenue,1O")(swap("2.5,2,3", "2.5,3,2")(text)),
      "sources.csv": swap("Report", 'Re"port'),
      "actors.csv": swap("chips", "chip"),
    });
    expect(problems.map(({ code, where }) => [where.file, where.line, code])).toEqual([
      ["actors.csv", 2, "bad-choice"],
      ["sources.csv", 2, "stray-quote"],
      ["figures.csv", 2, "not-a-number"],
      ["figures.csv", 3, "bounds-crossed"],
      ["ties.csv", 2, "unknown-actor"],
    ]);
  });

  it("does not blame rows that refer to one that cannot be read", () => {
    const codes = (changes: Parameters<typeof readSample>[0]): readonly string[] =>
      readSample(changes).problems.map(({ code, where }) => `${where.file}:${where.line} ${code}`);
    expect(codes({ "actors.csv": swap("maker,Maker", "maker,more,Maker") })).toEqual([
      "actors.csv:2 wrong-cell-count",
    ]);
    expect(codes({ "sources.csv": swap("Report", '"Report') })).toEqual(["sources.csv:2 unclosed-quote"]);
    expect(codes({ "figures.csv": swap("f1,maker,revenue,10", "f1,maker,revenue,10,10") })).toEqual([
      "figures.csv:2 wrong-cell-count",
    ]);
    expect(codes({ "figures.csv": swap("revenue,10", 'revenue,"10,5"') })).toEqual([
      "figures.csv:2 decimal-comma",
    ]);
    const other = swap("t2,lab,maker", "t2,lab,makerr");
    expect(codes({ "actors.csv": swap("maker,Maker", "maker,more,Maker"), "ties.csv": other })).toEqual([
      "actors.csv:2 wrong-cell-count",
      "ties.csv:3 unknown-actor",
    ]);
  });

  it("finds what is wrong with claims although the header is wrong too", () => {
    const { problems } = readSample({
      "dossier.yaml": swap("format: 1", "format: 2"),
      "claims.yaml": swap("than: f2", "than: f22"),
    });
    expect(problems.map(({ code, where }) => `${where.file}:${where.line} ${code}`)).toEqual([
      "dossier.yaml:1 wrong-choice",
      "claims.yaml:1 formula-unknown",
    ]);
  });

  it("tells one mistake once", () => {
    const told = (changes: Parameters<typeof readSample>[0]): readonly string[] =>
      readSample(changes).problems.map(
        ({ code, where }) => `${where.file}:${where.line}:${where.column} ${code}`,
      );
    const savers = (text: string): string => `${text}savers,Savers,Sparende,other,yes\n`;
    expect(told({ "actors.csv": savers, "ties.csv": swap("t1,maker,lab", "t1,funders,savers") })).toEqual([
      "ties.csv:2:12 boundary-to-boundary",
    ]);
    // The mark that seems to close the cell opens another one.
    const open = (text: string): string =>
      swap("f1,maker,", 'f1,"maker,')(text).replace("f3,maker", 'f3,"maker"');
    expect(told({ "figures.csv": open })).toEqual(["figures.csv:2:4 unclosed-quote"]);
    expect(told({ "figures.csv": (text) => `${text.split("\n")[0]}\n` })).toEqual([
      "figures.csv:1:1 table-without-rows",
    ]);
    expect(told({ "figures.csv": swap("subject", "sbject") })).toEqual(["figures.csv:1:4 unknown-column"]);
    expect(told({ "figures.csv": swap("f2,lab,revenue,2.5,2,3", "f1,lab,revenue,2.5,2,3") })).toEqual([
      "figures.csv:3:1 doubled-id",
      "figures.csv:4:1 formula-unknown",
      "ties.csv:3:68 unknown-figure",
      "claims.yaml:1:3 formula-unknown",
    ]);
    expect(told({ "dossier.yaml": swap("title: { de", "\ttitle: { de") })).toEqual([
      "dossier.yaml:3:1 yaml-syntax",
    ]);
    const series = "[{ id: a, file: s.csv, unit: x, title: { de: a, en: a }, sources: [s1] }";
    const header = (text: string): string => `${text}series: ${series}, ${series.slice(1)}]\n`;
    expect(
      readSample({ "dossier.yaml": header }, { "s.csv": "Date,Price\n2025,1\n" }).problems,
    ).toMatchObject([{ code: "doubled-id", values: { id: "a", line: 11 } }]);
  });

  it("reads the tables although the header is missing", () => {
    const files = new Map(Object.entries(sampleFiles));
    files.delete("dossier.yaml");
    files.set("actors.csv", swap("chips", "chip")(files.get("actors.csv")!));
    expect(readDossier(files).problems.map(({ code }) => code)).toEqual(["file-missing", "bad-choice"]);
  });

  it("a column that may be missing hides nothing", () => {
    const text = (file: string): string =>
      file
        .replaceAll(",currency", "")
        .replaceAll(",USD", "")
        .replace("x,,2024", "x,2024")
        .replace("f1 / f2", "f1 + f3");
    expect(readSample({ "figures.csv": text }).problems.map(({ code }) => code)).toContain("link-to-itself");
    const units = (file: string): string =>
      text(file).replace("f1 + f3", "f1 + f2").replace("2.5,2,3,bn", "2.5,2,3,GW");
    expect(readSample({ "figures.csv": units }).problems.map(({ code }) => code)).toContain("formula-units");
  });

  it("never shows control or direction characters of the input", () => {
    const { problems } = readSample({ "ties.csv": swap("t1,maker", "t1,ma\u202ek\u0000er") });
    const [problem] = problems;
    for (const language of ["de", "en"] as const) {
      const sentence = formatProblem(problem, language);
      expect(sentence.includes("\u0000") || sentence.includes("\u202e")).toBe(false);
    }
  });

  it("finds missing files and reads the rest", () => {
    const files = new Map(
      Object.entries(sampleFiles).filter(([file]) => file !== "ties.csv" && file !== "claims.yaml"),
    );
    expect(readDossier(files).problems.map(({ code, values }) => [code, values["file"]])).toEqual([
      ["file-missing", "ties.csv"],
      ["file-missing", "claims.yaml"],
    ]);
  });
});
