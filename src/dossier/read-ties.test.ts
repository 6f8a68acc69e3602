import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { readSample } from "../../test/sample-dossier.ts";

const head =
  "id,from,to,kind,amount,low,high,unit,currency,date,start,end,schedule,dates_basis,condition,rank,status,replaces,earmark,total,share,figures,sources,note\n";
const base: Readonly<Record<string, string>> = {
  id: "t1",
  from: "maker",
  to: "lab",
  kind: "loan",
  amount: "10",
  unit: "bn",
  currency: "USD",
  date: "2025-03-01",
  start: "2025",
  end: "2026",
  status: "contracted",
  figures: "f1",
};
const row = (change: Readonly<Record<string, string>>): string =>
  head
    .trim()
    .split(",")
    .map((column) => ({ ...base, ...change })[column] ?? "")
    .join(",");
const read = (...changes: readonly Readonly<Record<string, string>>[]) => {
  const outcome = readSample({ "ties.csv": () => `${head}${changes.map(row).join("\n")}\n` });
  return { ties: outcome.value?.ties ?? [], codes: outcome.problems.map(({ code }) => code) };
};

describe("a tie", () => {
  it("is read with its term, rank, share and defaults", () => {
    const { ties, codes } = read({ rank: "2", share: "5%", total: "", replaces: "" });
    expect(codes).toEqual([]);
    expect(ties[0]).toMatchObject({
      amount: { value: 10, low: 10, high: 10 },
      term: readPeriod("2025/2026"),
      datesBasis: "stated",
      rank: 2,
      share: 0.05,
      total: undefined,
      schedule: [],
      replaces: [],
    });
  });

  it("may have one end of its term only", () => {
    expect(read({ end: "" }).ties[0].term).toEqual(readPeriod("2025"));
    expect(read({ start: "" }).ties[0].term).toEqual(readPeriod("2026"));
    expect(read({ start: "", end: "" }).ties[0].term).toBeUndefined();
  });

  it("may take the place of several", () => {
    const { ties, codes } = read({ id: "a" }, { id: "b" }, { id: "c", replaces: "a;b" });
    expect(codes).toEqual([]);
    expect(ties[2].replaces).toEqual(["a", "b"]);
  });

  it.each([
    [{ kind: "gift" }, "bad-choice"],
    [{ status: "" }, "bad-choice"],
    [{ total: "all" }, "bad-choice"],
    [{ dates_basis: "guessed" }, "bad-choice"],
    [{ rank: "0" }, "bad-rank"],
    [{ rank: "1.5" }, "bad-rank"],
    [{ share: "5" }, "bad-share"],
    [{ amount: "-1" }, "negative-amount"],
    [{ unit: "" }, "empty-cell"],
    [{ unit: "bn/yr", currency: "" }, "no-currency"],
    [{ date: "" }, "empty-cell"],
    [{ start: "2027", end: "2026" }, "term-ends-before-start"],
    [{ figures: "" }, "no-source"],
    [{ figures: "f9" }, "unknown-figure"],
    [{ sources: "s9" }, "unknown-source"],
    [{ from: "nobody" }, "unknown-actor"],
    [{ to: "maker" }, "self-tie"],
    [{ replaces: "t1" }, "link-to-itself"],
    [{ earmark: "t9" }, "link-unknown"],
  ])("%j is %s", (change, code) => expect(read(change).codes).toContain(code));

  it("with itself is one problem, of a boundary actor too", () => {
    expect(read({ from: "funders", to: "funders" }).codes).toEqual(["self-tie"]);
  });

  it("names the bound that is negative", () => {
    const { problems } = readSample({ "ties.csv": () => `${head}${row({ low: "-5" })}\n` });
    expect(problems).toMatchObject([{ code: "negative-amount", values: { value: "-5" } }]);
  });
});

describe("the day of a tie", () => {
  it.each([
    ["2025-03-01", []],
    ["2025-03", []],
    ["2019", []],
    ["2025-03-02", ["tie-after-source"]],
    ["2026", ["tie-after-source"]],
  ])("%s, with a source of 2025-03-01", (date, codes) => expect(read({ date }).codes).toEqual(codes));

  it("is not after the last of its sources, those of its figures included", () => {
    const later = (text: string): string => `${text}s2,Later,Office,2025-06-30,\ns3,Undated,Office,,\n`;
    const codes = (change: Readonly<Record<string, string>>) =>
      readSample({ "sources.csv": later, "ties.csv": () => `${head}${row(change)}\n` }).problems;
    expect(codes({ date: "2025-06-30", sources: "s2" })).toEqual([]);
    expect(codes({ date: "2030", sources: "s3" })).toEqual([]);
    // f3 is derived, so it names no source; it is known once its inputs are.
    expect(codes({ date: "2025-03-01", figures: "f3" })).toEqual([]);
    expect(codes({ date: "2026", figures: "f3" })[0]).toMatchObject({ values: { source: "f3" } });
    expect(codes({ date: "2025-07-01", sources: "s2" })).toEqual([
      {
        code: "tie-after-source",
        severity: "error",
        where: { file: "ties.csv", line: 2, column: 31 },
        values: { date: "2025-07-01", source: "s2" },
      },
    ]);
  });
});

describe("a schedule", () => {
  it("splits the amount by period", () => {
    const { ties, codes } = read({ schedule: "2025-Q4:4;2026:6" });
    expect(codes).toEqual([]);
    expect(ties[0].schedule).toEqual([
      { period: readPeriod("2025-Q4"), amount: 4 },
      { period: readPeriod("2026"), amount: 6 },
    ]);
  });
  it.each([
    ["2025-Q4:4;2026:5", "schedule-sum"],
    ["2025:4;2027:6", "schedule-outside-term"],
    ["2025=10", "bad-schedule"],
    ["soon:10", "bad-schedule"],
    ["2025:ten", "bad-schedule"],
    ["2025:-10", "bad-schedule"],
  ])("%s is %s", (schedule, code) => expect(read({ schedule }).codes).toContain(code));
});

describe("an earmark", () => {
  it("names money that reaches the payer", () => {
    const fund = { id: "fund", from: "funders", to: "maker" };
    expect(read(fund, { id: "use", earmark: "fund" }).codes).toEqual([]);
    expect(read({ ...fund, to: "lab" }, { id: "use", earmark: "fund" }).codes).toEqual(["earmark-elsewhere"]);
    expect(read({ ...fund, status: "lapsed" }, { id: "use", earmark: "fund" }).codes).toEqual([
      "earmark-lapsed",
    ]);
  });
});

describe("actors and rates", () => {
  it("an unknown role is told with the nearest", () => {
    const { problems } = readSample({ "actors.csv": (text) => text.replace(",lab,no", ",labb,no") });
    expect(problems[0]).toMatchObject({
      code: "bad-choice",
      where: { line: 3 },
      values: { value: "labb" },
      hint: "lab",
    });
  });
  it.each([
    ["2025-03-10,EUR,USD,-1,s1", "negative-amount"],
    ["2025-03-10,eur,USD,1.1,s1", "bad-currency"],
    ["2025-03-10,EUR,XYZ,1.1,s1", "bad-currency"],
    ["2025-03-10,EUR,USD,1.1,s9", "unknown-source"],
    ['2025-03-10,EUR,USD,"1,1",s1', "decimal-comma"],
    ["10.3.2025,EUR,USD,1.1,s1", "bad-date"],
  ])("rate %s is %s", (line, code) => {
    const { problems } = readSample({}, { "rates.csv": `date,base,quote,value,source\n${line}\n` });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});
