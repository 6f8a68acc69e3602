import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "kreislauf/core";
import type { Measurement } from "kreislauf/measure";
import type { PlanDocument } from "kreislauf/plan";
import type { Incidence } from "kreislauf/simulate";
import { graphsDocument } from "../../src/simulate/graphs-document.ts";
import { call } from "../call.ts";
import { ready, setUp, type Stand } from "./app-browser.ts";
import { csvRows, openShare, pngSize, readParquet, type ShareDialog, svgSize, wordsOf } from "./leaving.ts";
import { settled, shownHash } from "./simulation.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-leaving-"));
let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stand.close();
});

/** Saves a table as CSV and as Parquet: the same rows, and what Parquet says of itself. */
async function saveTable(
  share: ShareDialog,
  label: string,
  origin: string,
): Promise<readonly (readonly string[])[]> {
  const [head, ...rows] = csvRows(await share.save(`${label}: CSV`));
  const source = rows.pop() ?? [];
  expect(source).toHaveLength(1);
  expect(source[0]).toContain(origin);
  const parquet = await readParquet(await share.save(`${label}: Parquet`));
  const units = JSON.parse(parquet.about.get("kreislauf.units") ?? "") as Readonly<Record<string, string>>;
  expect(parquet.columns.map((name) => (units[name] ? `${name} (${units[name]})` : name))).toEqual(head);
  expect(parquet.rows).toEqual(rows);
  expect(parquet.about.get("kreislauf.source")).toBe(source[0]);
  expect(parquet.about.get("kreislauf.date")).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(parquet.about.get("kreislauf.address")).toContain(origin);
  return rows;
}

/** Saves a picture in both formats: the SVG stands alone, the PNG is drawn with two pixels a point. */
async function savePicture(share: ShareDialog, label: string, origin: string): Promise<string> {
  const svg = await share.save(`${label}: SVG`);
  expect(svg.toString()).toContain("<style>");
  expect(svg.toString()).toContain(origin);
  const [width, height] = svgSize(svg);
  expect(pngSize(await share.save(`${label}: PNG`))).toEqual([Math.round(2 * width), Math.round(2 * height)]);
  return svg.toString();
}

/** The page that other pages put into a frame: at this very view, with the same result. */
async function embedded(share: ShareDialog, page: Page): Promise<string> {
  const code = await share.text(/^(Embed|Einbetten)/);
  const [, source] = /src="([^"]+)"/.exec(code) ?? [];
  const answer = await page.context().request.get(source.replaceAll("&amp;", "&"));
  expect(answer.status()).toBe(200);
  expect(source.replaceAll("&amp;", "&").replace("/embed", "")).toBe(page.url());
  const frame = await answer.text();
  expect(frame).toContain("<svg");
  expect(frame).not.toContain("<script");
  return frame;
}

it("a simulation leaves with pictures, fans and the call that gives the same hash", async () => {
  const { page, noise } = await stand.open("/en/simulate?scenario=stop&set=M0:600&runs=75&v=1", {
    acceptDownloads: true,
  });
  await page.waitForSelector(".fan-chart");
  await settled(page);
  const hash = await shownHash(page);
  const share = await openShare(page);
  const { code, out } = await call(wordsOf(await share.text(/^The same on the command line/)));
  expect(code).toBe(0);
  const document = graphsDocument.parse(JSON.parse(out));
  expect(document.hash.slice(0, 12)).toBe(hash);
  expect(await share.text(/^BibTeX/)).toContain(`result ${hash}`);

  const fans = await saveTable(share, "Fans of all graphs", stand.origin);
  const told = document.graphs.flatMap(({ id, bands, baseline }) =>
    document.dates.map((date, period) =>
      [date, id, ...[...bands, baseline].map((path) => path[period] ?? "")].map(String),
    ),
  );
  expect(fans.map(([date, graph, , , ...numbers]) => [date, graph, ...numbers])).toEqual(told);
  expect(await saveTable(share, "Single runs", stand.origin)).toHaveLength(
    document.graphs.reduce((sum, { samples }) => sum + samples.length * document.dates.length, 0),
  );
  expect(
    (await saveTable(share, "How often, in all runs", stand.origin)).map(([id, , part]) => [id, part]),
  ).toEqual(document.outcomes.map(({ id, share: part }) => [id, String(part)]));
  expect(await savePicture(share, "All graphs on one sheet", stand.origin)).toContain(hash);
  await savePicture(share, document.graphs[0].words.en, stand.origin);
  expect(await embedded(share, page)).toContain(hash);
  expect(noise).toEqual([]);
  await page.context().close();
});

it("who pays leaves with its rows and the call that gives the same", async () => {
  const { page, noise } = await stand.open("/de/who-pays/2028Q4?scenario=wealth&v=1", {
    acceptDownloads: true,
  });
  await page.waitForSelector(".payer-bars", { timeout: 60_000 });
  await settled(page);
  const hash = await shownHash(page);
  const share = await openShare(page);
  const { out } = await call(wordsOf(await share.text(/^Dasselbe auf der Befehlszeile/)));
  const found = JSON.parse(out) as Incidence & { readonly hash: string };
  expect(found.hash.slice(0, 12)).toBe(hash);
  const rows = await saveTable(share, "Wer mehr oder weniger hat", stand.origin);
  const saved = new Set(rows.map(([, row, kind, , payer, , value]) => [kind, row, payer, value].join("|")));
  const told = found.rows.flatMap(({ kind, label, values, total }) => [
    ...found.columns.map(({ id }, place) => [kind, label.de, id, values[place]].join("|")),
    [kind, label.de, "sum", total].join("|"),
  ]);
  expect(saved).toEqual(new Set(told));
  expect(await savePicture(share, "Alle Grafiken auf einem Blatt", stand.origin)).toContain(hash);
  expect(await embedded(share, page)).toContain(hash);
  expect(noise).toEqual([]);
  await page.context().close();
});

it("a plan leaves with its tables and goals; the call plans the same for them", async () => {
  const { page, noise } = await stand.open("/en/plan", { acceptDownloads: true });
  await page.waitForSelector('.answer-box[aria-busy="false"] .plan-verdict', { timeout: 60_000 });
  const share = await openShare(page);
  const goals = join(folder, "goals.yaml");
  writeFileSync(goals, await share.save("Goals (goals.yaml)"));
  const words = wordsOf(await share.text(/^The same on the command line/));
  const { out } = await call(words.map((word) => (word === "goals.yaml" ? goals : word)));
  expect(await share.text(/^BibTeX/)).toContain(
    `result ${sha256(new TextEncoder().encode(out)).slice(0, 12)}`,
  );
  expect((await share.save("Plan (JSON)")).toString()).toBe(out);
  const document = JSON.parse(out) as PlanDocument;
  const years = await saveTable(share, "The plan year by year", stand.origin);
  expect(years.map(([year, week]) => [year, week])).toEqual(
    [document.baseWeek, ...document.workingWeek].map((week, year) => [String(year), String(week)]),
  );
  expect(await saveTable(share, "Needs year by year", stand.origin)).toHaveLength(
    document.needs.length * document.years,
  );
  expect(await saveTable(share, "Limits that bind", stand.origin)).toHaveLength(document.binding.length);
  expect(await saveTable(share, "Shadow prices", stand.origin)).toHaveLength(document.shadowPrices.length);
  expect(await saveTable(share, "Hours and prices of the products", stand.origin)).toHaveLength(
    document.prices.length,
  );
  await savePicture(share, "The answer and its years", stand.origin);
  expect(await embedded(share, page)).toContain(sha256(new TextEncoder().encode(out)).slice(0, 12));

  await page.getByRole("button", { name: "Fix it" }).click();
  await expect.poll(() => page.url()).toMatch(/fixed=[0-9a-f]{16}/);
  for (const [address, notices] of [
    [page.url(), 0],
    [page.url().replace(/fixed=.{16}/, "fixed=0123456789abcdef"), 1],
  ] as const) {
    const later = await page.context().newPage();
    await later.goto(address);
    await later.waitForSelector('.answer-box[aria-busy="false"] .plan-verdict', { timeout: 60_000 });
    await expect.poll(() => later.locator(".notices").count()).toBe(notices);
    await later.close();
  }
  expect(noise).toEqual([]);
  await page.context().close();
});

it("measures leave with every result and its sources", async () => {
  const { page, noise } = await stand.open("/en/measure/valuation?status=contracted&v=1", {
    acceptDownloads: true,
  });
  const share = await openShare(page);
  const { out } = await call(wordsOf(await share.text(/^The same on the command line/)));
  expect((await share.save("All results (JSON)")).toString()).toBe(out);
  const measurement = JSON.parse(out) as Measurement;
  const results = await saveTable(share, "Results of all measures", stand.origin);
  const valued = measurement.valuation.map(({ measure, value }) => `${measure} ${value.value}`);
  expect(results.map(([measure, , , , , , value]) => `${measure} ${value}`)).toEqual(
    expect.arrayContaining(valued),
  );
  expect(results.filter((row) => row.at(-1)?.startsWith("https://")).length).toBeGreaterThan(
    results.length / 2,
  );
  expect(await saveTable(share, "Loops", stand.origin)).toHaveLength(measurement.circuit.loops.length);
  await saveTable(share, "Payments", stand.origin);
  await saveTable(share, "Statements of the article, checked", stand.origin);
  await savePicture(share, "Loop map", stand.origin);
  expect(await embedded(share, page)).toContain("contracted");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("a comparison leaves with its states, the numbers of all its columns, and the calls that give them", async () => {
  const states = [
    "/en/circuit?status=paid&v=1",
    "/en/circuit?status=contracted&v=1",
    "/en/simulate?scenario=stop&runs=50&v=1",
    "/en/who-pays?scenario=wealth&runs=50&v=1",
  ];
  const { page, noise } = await stand.open(
    `/en/compare?compare=${encodeURIComponent(states.join("|"))}&v=1`,
    {
      acceptDownloads: true,
    },
  );
  await page.locator(".compared-runs .comparison").first().waitFor({ timeout: 60_000 });
  const dialog = page.locator("dialog[open]");
  const share = await openShare(page);
  await dialog.getByRole("button", { name: /^Who has more or less .*CSV$/ }).waitFor({ timeout: 60_000 });
  const rows = await saveTable(share, "The states compared", stand.origin);
  const calls = (await share.text(/^The same on the command line/)).split("\n");
  expect(calls[0]).toBe("kreislauf measure ki-2025 --as-of 2026-08-31 --status paid --json");
  expect(calls).toHaveLength(6);
  const answers = await Promise.all(calls.map(async (line) => (await call(wordsOf(line))).out));
  const [paid, contracted] = answers.slice(0, 2).map((out) => JSON.parse(out) as Measurement);
  const [stop, first] = [answers[2], answers[4]].map((out) => graphsDocument.parse(JSON.parse(out)));
  expect(rows.map(([letter, , , hash]) => [letter, hash])).toEqual([
    ["A", sha256(new TextEncoder().encode(answers[0]))],
    ["B", sha256(new TextEncoder().encode(answers[1]))],
    ["C", stop.hash],
    ["D", first.hash],
  ]);

  const results = await saveTable(share, "Results of all measures", stand.origin);
  for (const [letter, { valuation }] of [
    ["A", paid],
    ["B", contracted],
  ] as const) {
    const own = results.filter(([state]) => state === letter);
    expect(own.map(([, measure, , , , , , value]) => `${measure} ${value}`)).toEqual(
      expect.arrayContaining(valuation.map(({ measure, value }) => `${measure} ${value.value}`)),
    );
  }
  const fans = await saveTable(share, `Fans of all graphs (${stop.title.en})`, stand.origin);
  const told = [["C", stop] as const, ["D", first] as const].flatMap(([letter, { graphs, dates, hash }]) =>
    graphs.flatMap(({ id, bands, baseline }) =>
      dates.map((date, period) =>
        [letter, date, id, ...[...bands, baseline].map((path) => path[period] ?? ""), hash].map(String),
      ),
    ),
  );
  expect(fans.map(([letter, date, graph, , , ...numbers]) => [letter, date, graph, ...numbers])).toEqual(
    told,
  );
  const apart = await saveTable(share, `How far the same runs are apart (${stop.title.en})`, stand.origin);
  expect(new Set(apart.map(([state, against]) => `${state} ${against}`))).toEqual(new Set(["D C"]));
  const payers = await saveTable(share, `Who has more or less (${stop.title.en})`, stand.origin);
  for (const [letter, out] of [
    ["C", answers[3]],
    ["D", answers[5]],
  ]) {
    const found = JSON.parse(out) as Incidence & { readonly hash: string };
    const own = payers.filter(([state]) => state === letter);
    expect(new Set(own.map((row) => row.at(-1)))).toEqual(new Set([found.hash]));
    expect(
      new Set(own.map(([, , row, kind, , payer, , value]) => [kind, row, payer, value].join("|"))),
    ).toEqual(
      new Set(
        found.rows.flatMap(({ kind, label, values, total }) => [
          ...found.columns.map(({ id }, place) => [kind, label.en, id, values[place]].join("|")),
          [kind, label.en, "sum", total].join("|"),
        ]),
      ),
    );
  }
  const whole = JSON.parse((await share.save("All numbers compared (JSON)")).toString()) as {
    readonly tables: Readonly<Record<string, readonly object[]>>;
  };
  expect(Object.values(whole.tables).map((table) => table.length)).toEqual(
    expect.arrayContaining([rows.length, results.length, fans.length, apart.length, payers.length]),
  );
  expect(noise).toEqual([]);
  await page.context().close();
});

it("compared plans leave with their years and goals; the calls plan the same for them", async () => {
  const states = ["/en/plan", "/en/plan?goal=week:33&v=1"];
  const { page, noise } = await stand.open(
    `/en/compare?compare=${encodeURIComponent(states.join("|"))}&v=1`,
    {
      acceptDownloads: true,
    },
  );
  await page.locator('.compared[aria-busy="false"] .comparison').first().waitFor({ timeout: 60_000 });
  const share = await openShare(page);
  const rows = await saveTable(share, "The states compared", stand.origin);
  const years = csvRows(await share.save(/^The plan year by year .*: CSV$/));
  for (const [letter, , line, hash] of rows) {
    const goals = join(folder, `goals-${letter}.yaml`);
    writeFileSync(goals, await share.save(`${letter}: Goals (goals.yaml)`));
    const { out } = await call(wordsOf(line).map((word) => (word === `goals-${letter}.yaml` ? goals : word)));
    expect(sha256(new TextEncoder().encode(out))).toBe(hash);
    const document = JSON.parse(out) as PlanDocument;
    const own = years.filter(([state]) => state === letter);
    expect(own.map(([, year, week]) => [year, week])).toEqual(
      [document.baseWeek, ...document.workingWeek].map((week, year) => [String(year), String(week)]),
    );
    expect(new Set(own.map((row) => row.at(-1)))).toEqual(new Set([hash]));
  }
  expect(noise).toEqual([]);
  await page.context().close();
});

it("a model leaves with its books and text; a changed one says that the link does not carry it", async () => {
  const { page, noise } = await stand.open("/en/model?model=sim&v=1", { acceptDownloads: true });
  await page.locator(".book table").first().waitFor();
  await page.getByRole("button", { name: /in numbers/ }).click();
  await page.locator(".book tr.group").first().waitFor();
  let share = await openShare(page);
  const [matrix] = (await share.text(/^The same on the command line/)).split("\n");
  const printed = csvRows(Buffer.from((await call(wordsOf(matrix))).out.split("\n\r\n")[0].split("\n,")[0]));
  const balance = await saveTable(share, "Balance sheet", stand.origin);
  expect(printed.slice(1, 1 + balance.length)).toEqual(balance);
  await page.getByRole("button", { name: "Close", exact: true }).click();

  // What is wrong in between shows that the text has been read again.
  for (const [from, to, shown] of [
    ["T  = theta * Y", "T  = thetta * Y * 2", ".kl-message-error"],
    ["T  = thetta * Y", "T  = theta * Y * 2", ".model-problems .good"],
  ]) {
    await page.locator(".cm-line", { hasText: from }).first().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type(to);
    await page.locator(shown).first().waitFor();
  }
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.locator(".model-run .fan-chart").first().waitFor();
  await ready(page);
  await settled(page);
  const hash = await shownHash(page);
  share = await openShare(page);
  expect(await share.words()).toContain("the link does not carry it");
  const file = join(folder, "sim.kl");
  writeFileSync(file, await share.save("Text of the model (.kl)"));
  const [, run] = (await share.text(/^The same on the command line/)).split("\n");
  const { out } = await call(wordsOf(run).map((word) => (word === "./sim.kl" ? file : word)));
  expect(graphsDocument.parse(JSON.parse(out)).hash.slice(0, 12)).toBe(hash);
  await saveTable(share, "Fans of all graphs", stand.origin);
  expect(noise).toEqual([]);
  await page.context().close();
});
