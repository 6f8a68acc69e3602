import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findEconomy } from "../../src/store/index.ts";
import { call } from "../call.ts";

const room = mkdtempSync(join(tmpdir(), "kreislauf-broken-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Both languages name the same places and codes; German and English sentences of the first problem. */
async function problemsOf(
  words: readonly string[],
): Promise<{ readonly places: readonly string[]; readonly en: string; readonly de: string }> {
  const [en, de] = [await call(words, "en"), await call(words, "de")];
  for (const { code, err } of [en, de]) {
    expect(code).toBe(1);
    expect(err).not.toMatch(/\{\w+\}|our-fault|\bat .*\.[tj]s/);
  }
  const placesOf = (err: string): readonly string[] =>
    err
      .split("\n")
      .flatMap(
        (line) => /^(?:.*\/)?([\w.-]+(?::\d+:\d+)?): (?:error|Fehler)\[([\w-]+)\]/.exec(line)?.slice(1) ?? [],
      )
      .reduce<string[]>(
        (all, word, k) => (k % 2 === 0 ? [...all, word] : [...all.slice(0, -1), `${all.at(-1)} ${word}`]),
        [],
      );
  expect(placesOf(de.err)).toEqual(placesOf(en.err));
  return { places: placesOf(en.err), en: en.err, de: de.err };
}

describe("goals that are wrong say what would be right", () => {
  it.each([
    [
      "targets: { homes: -1 }",
      "3:19 wrong-value",
      "0 … 1000; 1 is as much as",
      "1 ist so viel wie im Basisjahr",
    ],
    ["targets: { homes: 1e300 }", "3:19 wrong-value", "0 … 1000", "0 … 1000"],
    [
      "targets: { homes: viel }",
      "3:19 wrong-type",
      "a number or keys with values",
      "eine Zahl oder Schlüssel",
    ],
    ["targets: { homes: 110% }", "3:19 wrong-type", "Did you mean “1.1”?", "Gemeint: „1.1“?"],
    ['targets: { homes: "1,1" }', "3:19 wrong-type", "“1.1”?", "„1.1“?"],
    ["targets: { homes: .inf }", "3:19 wrong-type", "is Infinity", "ist Infinity"],
    ["targets: { homes: { level: 1.1, tier: 12 } }", "3:39 wrong-value", "1 … 9", "1 … 9"],
    [
      "targets: { homes: { level: 1.1, teir: 1 } }",
      "3:39 unknown-key",
      "weight. Did you mean “tier”",
      "Gemeint: „tier“",
    ],
    [
      "targets: { home: 1 }",
      "3:18 no-such-need",
      "there are: food, energy, homes",
      "es gibt: food, energy, homes",
    ],
    [
      "limits: { week: 35 h }",
      "3:17 wrong-type",
      "hours a week. Did you mean “35”",
      "Stunden je Woche. Gemeint: „35“",
    ],
    ["limits: { week: 400 }", "3:17 wrong-value", "0 … 168; hours a week", "0 … 168; Stunden je Woche"],
    ["limits: { weak: 35 }", "3:17 unknown-key", "week, accounts, hazard, imports", "„week“"],
    [
      "limits: { accounts: { co2: 1 } }",
      "3:28 no-such-account",
      "they have: ghg, energy, water",
      "sie führen: ghg",
    ],
    ["years: 50", "3:8 wrong-value", "1 … 40; a year of the plan", "1 … 40; ein Jahr des Plans"],
    ["objective: hour", "3:12 wrong-choice", "“hours”", "„hours“"],
    ["objective: weights", "3:12 weights-missing", "hours, hazard, fulfilment, accounts", "über null"],
    ["growth: 2%", "3:9 wrong-type", "“0.02”", "„0.02“"],
    ["discount: 0.5", "3:11 wrong-value", "0 … 0.2; a share", "0 … 0.2; ein Anteil"],
    ["parameters: { ai_savin: 1 }", "3:25 no-such-parameter", "“ai_saving”", "„ai_saving“"],
    ["parameters: { utilisation: 1e300 }", "3:28 parameter-out-of-range", "1 and 1.2", "1 und 1.2"],
    [
      "vote: { budget: 0, projects: [] }",
      "3:17 wrong-value",
      "> 0; million hours a year",
      "> 0; Millionen Stunden",
    ],
    [
      "vote: { budget: 1, projects: [{ id: a b, name: { en: A, de: A }, need: care, hours: 1 }] }",
      "3:37 wrong-value",
      "letters, digits",
      "Buchstaben",
    ],
    [
      "vote: { budget: 1, projects: [{ id: a, name: { en: A, de: A }, need: cara, hours: 1 }] }",
      "3:70 no-such-need",
      "“care”",
      "„care“",
    ],
    ["targets: [homes]", "3:10 wrong-type", "keys with values", "Schlüssel mit Werten"],
  ])("%s", async (line, wanted, english, german) => {
    const file = join(room, "goals.yaml");
    writeFileSync(file, `format: 1\neconomy: lehrbeispiel\n${line}\n`);
    const { places, en, de } = await problemsOf(["check", file]);
    expect(places).toEqual([`goals.yaml:${wanted}`]);
    expect(en).toContain(english);
    expect(de).toContain(german);
  });

  it("files that are empty, lack the format or name another economy", async () => {
    const file = join(room, "goals.yaml");
    const first = async (text: string): Promise<string> => {
      writeFileSync(file, text);
      const { places, en } = await problemsOf(["check", file]);
      expect(places).toHaveLength(1);
      return en;
    };
    expect(await first("")).toContain("“goals.yaml” is nothing; it has to be: keys with values");
    expect(await first("years: 8\n")).toContain("“format” is missing. Did you mean “format: 1”?");
    expect(await first("format: 1\neconomy: lehrbeispeil\n")).toMatch(/goals\.yaml:2:10.*“lehrbeispiel”\?/);
  });
});

describe("an economy's folder that is broken says so once, at its place", () => {
  const folder = join(room, "economy");
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(findEconomy("lehrbeispiel"), folder, { recursive: true });
  });
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  const inHeader = (before: RegExp, after: string) => (): void =>
    edit("economy.yaml", (text) => text.replace(before, after));

  it.each<readonly [string, () => void, string, string]>([
    ["no header", () => rmSync(join(folder, "economy.yaml")), "economy.yaml file-missing", "economy.yaml"],
    ["no table", () => rmSync(join(folder, "use.csv")), "use.csv file-missing", "use.csv"],
    ["a year in words", inHeader(/year: .*/, "year: soon"), "economy.yaml:11:7 wrong-type", "a number"],
    [
      "a year of the Romans",
      inHeader(/year: .*/, "year: 12"),
      "economy.yaml:11:7 wrong-value",
      "1800 … 2200",
    ],
    [
      "no code of a currency",
      inHeader(/currency: .*/, "currency: Euro"),
      "economy.yaml:12:11 bad-currency",
      "Did you mean “EUR”?",
    ],
    [
      "an empty table",
      () => writeFileSync(join(folder, "products.csv"), ""),
      "products.csv:1:1 table-empty",
      "first line",
    ],
    [
      "bytes",
      () => writeFileSync(join(folder, "products.csv"), Buffer.from([255, 254])),
      "products.csv:1:1 not-utf8",
      "byte 0",
    ],
    [
      "semicolons",
      () => edit("sectors.csv", (text) => text.replaceAll(",", ";")),
      "sectors.csv:1:1 table-delimiter",
      "write “,”",
    ],
    [
      "tabs",
      () => edit("use.csv", (text) => text.replaceAll(",", "\t")),
      "use.csv:1:1 table-delimiter",
      "“Tab”",
    ],
    [
      "a life of zero",
      () => edit("planning.yaml", (text) => text.replace(/life: [\d.]+/, "life: 0")),
      "planning.yaml:19:95 wrong-value",
      "> 0",
    ],
    [
      "eighty years",
      () => edit("goals.yaml", (text) => text.replace("years: 8", "years: 80")),
      "goals.yaml:5:8 wrong-value",
      "1 … 40",
    ],
  ])("%s", async (_, damage, wanted, sentence) => {
    damage();
    const { places, en } = await problemsOf(["check", folder]);
    expect(places).toEqual([wanted]);
    expect(en).toContain(sentence);
    if (!wanted.startsWith("goals")) expect((await problemsOf(["plan", folder])).places).toEqual([wanted]);
  });

  it("a column with another name is no flood of empty cells", async () => {
    edit("sectors.csv", (text) => text.replace("name_en", "name_enx"));
    const { places, en } = await problemsOf(["check", folder]);
    expect(places).toEqual(["sectors.csv:1:6 unknown-column"]);
    expect(en).toContain("Did you mean “name_en”?");
  });
});

describe("a .pb file that is broken says so once, at its place", () => {
  const sound =
    "META\nkey;value\ndescription;Town\nnum_projects;2\nnum_votes;3\nbudget;100\nvote_type;approval\n" +
    "PROJECTS\nproject_id;cost;name\nbridge;100;Bridge\npark;40;Park\nVOTES\nvoter_id;vote\n1;bridge\n2;bridge,park\n3;park\n";

  it.each([
    ["budget;100\n", "", "2:1 ballot-meta-missing", "budget;100000"],
    ["budget;100", "budget;100.000,50", "6:8 decimal-comma", "write 100000.50"],
    ["vote_type;approval\n", "", "2:1 ballot-meta-missing", "vote_type;approval"],
    ["approval", "aproval", "7:11 ballot-kind", "“approval”?"],
    ["approval", "choose-1", "15:3 ballot-one-choice", "2 projects"],
    ["key;value\n", "", "2:1 missing-column", "“key”"],
    ["PROJECTS", "PROJECT", "8:1 ballot-meta-value", "“PROJECTS”?"],
    ["cost;name", "price;name", "9:1 missing-column", "“cost”"],
    ["park;40;Park", "park;40", "11:6 wrong-cell-count", "2 cells"],
    ["park;40", "park;0", "11:6 ballot-not-positive", "more than zero"],
    ["1;bridge", "1;brigde", "14:3 ballot-unknown-project", "“bridge”?"],
    ["3;park\n", ";park\n", "16:1 empty-cell", "voter_id"],
    ["3;park\n", "3;park\nVOTES\nvoter_id;vote\n4;park\n", "17:1 ballot-section-twice", "twice"],
  ])("%j → %j", async (before, after, wanted, sentence) => {
    const file = join(room, "votes.pb");
    writeFileSync(file, sound.replace(before, after));
    const { places, en } = await problemsOf(["tally", file]);
    expect(places.filter((place) => !place.includes("section-missing"))).toEqual([`votes.pb:${wanted}`]);
    expect(en).toContain(sentence);
  });

  it("commas in place of semicolons, and no file at all", async () => {
    const file = join(room, "votes.pb");
    writeFileSync(file, sound.replaceAll(";", ","));
    expect((await problemsOf(["tally", file])).places).toEqual(["votes.pb:2:1 table-delimiter"]);
    writeFileSync(file, "");
    expect((await problemsOf(["tally", file])).places).toEqual(
      Array(3).fill("votes.pb ballot-section-missing"),
    );
  });
});
