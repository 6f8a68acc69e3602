import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { readSample, sampleFiles } from "../../test/sample-dossier.ts";
import { ledgerOf } from "./ledger-of.ts";

const head =
  "id,from,to,kind,amount,low,high,unit,currency,date,start,end,schedule,dates_basis,rank,status,replaces,earmark,total,share,figures,sources\n";
const ledger = (ties: string, more: Readonly<Record<string, string>> = {}, options = {}) => {
  const read = readSample({ "ties.csv": () => head + ties }, more);
  expect(read.problems).toEqual([]);
  return ledgerOf(read.value!, options);
};

describe("the ledger of a dossier", () => {
  it("gives a flow in whole units with its bounds, dates, status and evidence", () => {
    const { value, problems } = ledger(
      "t1,maker,lab,equity,10,8,12,bn,USD,2025-03-01,2025,2026,,assumed,,announced,,,,,f1;f2,s1\n",
    );
    expect(problems).toEqual([]);
    expect(value!.flows).toEqual([
      {
        id: "t1",
        from: "maker",
        to: "lab",
        instrument: "equity",
        amount: { value: 10e9, low: 8e9, high: 12e9 },
        unit: "USD",
        period: readPeriod("2025/2026"),
        status: "announced",
        evidence: ["f1", "f2", "s1"],
        assumedDates: true,
      },
    ]);
  });

  it("turns a schedule into shares", () => {
    const { value } = ledger(
      "t1,maker,lab,lease,8,,,bn,USD,2025-03-01,2025,2026,2025-Q4:2;2026:6,stated,,contracted,,,,,f1,\n",
    );
    expect(value!.flows[0].schedule).toEqual([
      { period: readPeriod("2025-Q4"), share: 0.25 },
      { period: readPeriod("2026"), share: 0.75 },
    ]);
  });

  it("gives a stake as a holding of the holder, a warrant as a holding of the receiver", () => {
    const { value } = ledger(
      "t1,maker,lab,equity,,,,,,2025-03-01,,,,,,paid,,,,27%,f1,\n" +
        "t2,maker,lab,warrant,,,,,,2025-03-01,,,,,2,contracted,,,,10%,f1,\n",
    );
    expect(value!.flows).toEqual([]);
    expect(value!.holdings.map(({ holder, issuer, share, rank }) => [holder, issuer, share, rank])).toEqual([
      ["maker", "lab", 0.27, undefined],
      ["lab", "maker", 0.1, 2],
    ]);
  });

  it("leaves out what has no money amount without a word, and what has no dates or rate with a warning", () => {
    const { value, problems } = ledger(
      "t1,maker,lab,purchase,,,,,,2025-03-01,,,,,,paid,,,,,f1,\n" +
        "t2,maker,lab,purchase,6,,,GW,,2025-03-01,2025,2026,,stated,,contracted,,,,,f1,\n" +
        "t3,maker,lab,purchase,6,,,bn,USD,2025-03-01,,,,,,contracted,,,,,f1,\n" +
        "t4,maker,lab,purchase,6,,,bn,EUR,2025-03-01,2025,2026,,stated,,contracted,,,,,f1,\n",
    );
    expect(value!.flows).toEqual([]);
    expect(problems.map(({ code, severity, values }) => [code, severity, values["id"]])).toEqual([
      ["tie-without-dates", "warning", "t3"],
      ["no-rate", "warning", "t4"],
    ]);
  });

  it("converts with a rate near the date of the tie", () => {
    const rates = { "rates.csv": "date,base,quote,value,source\n2025-03-10,EUR,USD,1.25,s1\n" };
    const tie = "t1,maker,lab,bond,4,,,bn,EUR,2025-03-01,2025,2026,,stated,,paid,,,,,f1,\n";
    expect(ledger(tie, rates).value!.flows[0].amount.value).toBe(5e9);
    expect(ledger(tie, rates, { currency: "EUR" }).value!.flows[0]).toMatchObject({
      unit: "EUR",
      amount: { value: 4e9 },
    });
  });

  it("is that of the date asked for", () => {
    const ties =
      "t1,maker,lab,equity,10,,,bn,USD,2025-03-01,2025,2026,,stated,,announced,,,,,f1,\n" +
      "t2,maker,lab,equity,3,,,bn,USD,2025-05-01,2025,2026,,stated,,contracted,t1,,,,f1,s2\n";
    const sources = { "sources.csv": `${sampleFiles["sources.csv"]}s2,Later,Office,2025-05-01,\n` };
    const flowsAt = (text: string) =>
      ledger(ties, sources, { asOf: readPeriod(text)!.end }).value!.flows.map(({ id }) => id);
    expect(flowsAt("2025-02-28")).toEqual([]);
    expect(flowsAt("2025-04-30")).toEqual(["t1"]);
    expect(flowsAt("2025-05-01")).toEqual(["t2"]);
  });

  it("keeps an earmark only if its fund is in the ledger", () => {
    const ties = (fund: string) =>
      `t1,funders,lab,loan,${fund},2025-03-01,2025,2026,,stated,,paid,,,,,f1,\n` +
      "t2,lab,maker,purchase,6,,,bn,USD,2025-03-01,2025,2026,,stated,,contracted,,t1,,,f1,\n";
    expect(ledger(ties("9,,,bn,USD")).value!.flows[1].earmark).toBe("t1");
    expect(ledger(ties(",,,,")).value!.flows[0].earmark).toBeUndefined();
  });

  it("passes totals on", () => {
    const { value } = ledger(
      "t1,funders,maker,purchase,9,,,bn,USD,2025-03-01,2025,2026,,stated,,paid,,,received,,f1,\n",
    );
    expect(value!.flows[0].total).toBe("received");
  });
});
