import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadSolver, PlanDesk, type PlanDocument, planFromFiles, readPabulib } from "kreislauf/plan";
import type { Page } from "playwright-core";
import { openEconomy } from "../plan/open-economy.ts";
import { setUp, type Stand, violationsOf } from "./app-browser.ts";
import { csvRows, openShare } from "./leaving.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

const verdict = ".answer-box .plan-verdict";

async function answered(page: Page): Promise<void> {
  await page.waitForSelector('.answer-box[aria-busy="false"] .answer:not(.stale) .plan-verdict', {
    timeout: 60_000,
  });
}

async function saved(page: Page, name: RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

it("a class sets goals, hits infeasibility, reads why and relaxes", async () => {
  const { page, noise } = await stand.open("/en/plan", { acceptDownloads: true });
  await answered(page);
  await expect.poll(() => page.locator(verdict).textContent()).toMatch(/^Possible/);

  const care = page.getByRole("slider", { name: /^care, health and schools/ });
  await care.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator(verdict).textContent(), { timeout: 60_000 }).toMatch(/^Not possible/);
  await expect.poll(() => page.url()).toContain("target.care:1.25");
  const ways = page.locator(".ways button");
  await ways.first().waitFor({ timeout: 60_000 });
  await expect.poll(() => page.locator("#plan-conflict + p").textContent()).toContain("cannot hold together");
  await expect
    .poll(() => page.locator(".ways-out ul").first().textContent())
    .toContain("care, health and schools");
  await expect.poll(() => ways.count()).toBeGreaterThanOrEqual(2);

  await ways.first().click();
  await expect.poll(() => page.locator(verdict).textContent(), { timeout: 60_000 }).toMatch(/^Possible/);
  await expect.poll(() => page.url()).toContain("give.");
  await expect.poll(() => page.locator("svg.year-chart").count()).toBe(4);
  await expect
    .poll(() => page.locator(".plan-levers output").allTextContents())
    .toContainEqual(expect.stringContaining("gives way"));

  await page.keyboard.press("Control+z");
  await expect.poll(() => page.locator(verdict).textContent(), { timeout: 60_000 }).toMatch(/^Not possible/);
  expect(noise).toEqual([]);
  await page.context().close();
}, 180_000);

it("gives the plan of the library and of the command line, to the bit", async () => {
  const { page, noise } = await stand.open("/de/plan?goal=set.ai_saving:0.2;target.things:0.8&v=1", {
    acceptDownloads: true,
  });
  await page.waitForSelector("svg.year-chart", { timeout: 60_000 });
  await page.waitForSelector(".plan-progress p.quiet:empty", { state: "attached", timeout: 60_000 });
  const inBrowser = JSON.parse(await saved(page, /Plan als JSON/)) as PlanDocument;
  const goals = await saved(page, /goals\.yaml/);
  const solver = await loadSolver();
  const { files } = openEconomy("lehrbeispiel");
  const { value } = planFromFiles(solver, { files, goals: { file: "goals.yaml", text: goals } });
  expect(inBrowser).toEqual(JSON.parse(JSON.stringify(value!.document)));
  expect(inBrowser.certificate?.holds).toBe(true);
  expect(noise).toEqual([]);
  await page.context().close();
}, 180_000);

it("solves a large economy when the slider is let go, and stops", async () => {
  const { page, noise } = await stand.open("/en/plan?economy=us-2023&v=1");
  await answered(page);
  await page.getByRole("slider", { name: /^housing/ }).focus();
  await page.keyboard.press("ArrowRight");
  const stop = page.locator(".plan-progress").getByRole("button", { name: "Stop" });
  await stop.click({ timeout: 60_000 });
  await page.getByRole("button", { name: "Solve again" }).waitFor();
  await expect.poll(() => page.locator(".plan-progress").textContent()).toContain("Stopped");
  expect(noise).toEqual([]);
  await page.context().close();
}, 180_000);

it("draws the trade-off of free time, consumption and emissions", async () => {
  const { page, noise } = await stand.open("/en/plan");
  await answered(page);
  await page.getByRole("button", { name: "Compute the curve" }).click();
  await page.waitForSelector("svg.trade-off-chart", { timeout: 60_000 });
  const { value: desk } = PlanDesk.open(await loadSolver(), openEconomy("lehrbeispiel").files);
  const points = [...desk!.tradeOff({ settings: {}, objective: "hours", years: 8 })].map(
    ({ point }) => point,
  );
  await expect
    .poll(() => page.locator("svg.trade-off-chart .dot").count())
    .toBe(points.filter(({ status }) => status === "optimal").length);
  expect(noise).toEqual([]);
  await page.context().close();
}, 180_000);

it("a class votes; medians and elected projects become the goals of a plan", async () => {
  const { page, noise } = await stand.open("/de/plan/vote", { acceptDownloads: true });
  await page.waitForSelector(".ballot");
  const wishes = [3, -2, 4];
  for (const [voter, steps] of wishes.entries()) {
    await page.getByRole("slider", { name: /^Pflege, Gesundheit/ }).focus();
    for (let step = 0; step < Math.abs(steps); step++) {
      await page.keyboard.press(steps > 0 ? "ArrowRight" : "ArrowLeft");
    }
    await page.getByRole("checkbox", { name: /Bibliotheken/ }).check();
    if (voter === 0) await page.getByRole("checkbox", { name: /Wärme/ }).check();
    await page.getByRole("button", { name: "Stimme abgeben" }).click();
    await page.getByRole("heading", { name: `Stimmzettel ${voter + 2}` }).waitFor();
  }
  await page.reload();
  await page.getByText("3 Stimmzettel").first().waitFor();
  await expect.poll(() => page.locator("#vote-result").count()).toBe(0);
  const file = await saved(page, /Als \.pb/);
  const { value, problems } = readPabulib(file, { file: "class.pb" });
  expect(problems).toEqual([]);
  expect(value!.ballots).toHaveLength(3);

  await page.getByRole("button", { name: /schließen und auszählen/ }).click();
  await page.waitForSelector("#vote-result");
  const rows = await page.locator("section[aria-labelledby=vote-result] tbody tr").allTextContents();
  expect(rows.find((row) => row.startsWith("Pflege, Gesundheit"))).toContain("115 %");
  expect(rows.find((row) => row.startsWith("Bibliotheken"))).toContain("aus den Anteilen");
  const share = await openShare(page);
  expect(await share.words()).toContain("Die Stimmzettel liegen nur in diesem Browser");
  const levels = csvRows(await share.save("Was die Klasse will: CSV"));
  expect(levels.find(([goal]) => goal === "target.care")?.slice(2, 4)).toEqual([
    "share of the base year",
    "1.15",
  ]);
  const ballots = (await share.save("Anonyme Stimmzettel (.pb)")).toString();
  expect(readPabulib(ballots, { file: "class.pb" }).value?.ballots).toHaveLength(3);
  await page.getByRole("button", { name: "Schließen", exact: true }).click();
  await page.getByRole("link", { name: "Mit diesen Zielen planen" }).click();
  await page.waitForSelector(verdict, { timeout: 60_000 });
  await expect.poll(() => page.url()).toContain("target.care:1.15");
  await expect.poll(() => page.url()).toMatch(/target\.services:1\.0\d+/);
  expect(noise).toEqual([]);
  await page.context().close();
}, 180_000);

it("a class votes by points; the file and the result count them", async () => {
  const { page, noise } = await stand.open("/en/plan/vote", { acceptDownloads: true });
  await page.waitForSelector(".ballot");
  await page.getByRole("radio", { name: /^points/ }).check();
  for (const voter of [1, 2]) {
    await page.getByRole("combobox", { name: /^Libraries/ }).selectOption("5");
    await page.getByRole("combobox", { name: /^Warmth/ }).selectOption("1");
    await page.getByRole("button", { name: "Cast the ballot" }).click();
    await page.getByRole("heading", { name: `Ballot ${voter + 1}` }).waitFor();
  }
  const { value, problems } = readPabulib(await saved(page, /Save as \.pb/), { file: "class.pb" });
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ kind: "scoring" });
  expect(value!.ballots[0].choices.map(({ points }) => points).toSorted((a, b) => a - b)).toEqual([1, 5]);
  await page.getByRole("button", { name: /Close the vote/ }).click();
  await page.waitForSelector("#vote-result");
  const rows = await page.locator("section[aria-labelledby=vote-result] tbody tr").allTextContents();
  expect(rows.find((row) => row.startsWith("Libraries"))).toContain("shares");
  expect(noise).toEqual([]);
  await page.context().close();
}, 120_000);

it("a class ranks projects by keyboard; each place is given once, the file is ordinal", async () => {
  const { page, noise } = await stand.open("/de/plan/vote", {
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  await page.waitForSelector(".ballot");
  await page.getByRole("radio", { name: "ja oder nein" }).focus();
  for (const _ of ["points", "ranking"]) await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.getByRole("radio", { name: /^Rangfolge/ }).isChecked()).toBe(true);
  const order = page.locator(".ballot fieldset [role=status]");
  const select = (name: RegExp): ReturnType<Page["getByRole"]> => page.getByRole("combobox", { name });
  const places = (name: RegExp): Promise<readonly string[]> =>
    select(name).locator("option").allTextContents();
  await expect.poll(() => order.textContent()).toBe("Noch hat kein Vorhaben einen Rang.");
  expect(await places(/Wärme/)).toEqual(["kein Rang", "Rang 1"]);

  for (const voter of [1, 2]) {
    await select(/Wärme/).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => order.textContent()).toMatch(/: 1\. [^,]*Wärme[^,]*$/);
    // Who takes a place that is given moves the one that stood there down.
    await select(/Bibliotheken/).selectOption({ label: "Rang 1" });
    await expect.poll(() => order.textContent()).toMatch(/: 1\. Bibliotheken.*, 2\. .*Wärme/);
    await expect.poll(() => select(/Wärme/).inputValue()).toBe("2");
    expect(await places(/Wärme/)).toEqual(["kein Rang", "Rang 1", "Rang 2"]);
    if (voter === 1) {
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await page.getByRole("button", { name: "Stimme abgeben" }).click();
    await page.getByRole("heading", { name: `Stimmzettel ${voter + 1}` }).waitFor();
    await expect.poll(() => order.textContent()).toContain("Noch hat kein");
  }

  await page.reload();
  await page.getByText("2 Stimmzettel").first().waitFor();
  const text = await saved(page, /Als \.pb/);
  expect(text).toContain("vote_type;ordinal");
  const { value, problems } = readPabulib(text, { file: "class.pb" });
  expect(problems).toEqual([]);
  expect(value!.ballots.map(({ choices }) => choices.map(({ points }) => points))).toEqual([
    [2, 1],
    [2, 1],
  ]);
  await page.getByRole("button", { name: /schließen und auszählen/ }).click();
  await page.waitForSelector("#vote-result");
  const rows = await page.locator("section[aria-labelledby=vote-result] tbody tr").allTextContents();
  expect(rows.find((row) => row.startsWith("Bibliotheken"))).toContain("aus den Anteilen");
  expect(noise).toEqual([]);
  await page.context().close();
}, 120_000);
