import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashRun, readGuide, readQuestions, simulate } from "kreislauf/simulate";
import { readGuideText } from "kreislauf/store";
import { languages } from "kreislauf/text";
import type { Page } from "playwright-core";
import { compileBoom } from "../ki-boom/boom.ts";
import { expectFits, expectNoViolations, ready, setUp, type Stand } from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

/** The comparison of some addresses. */
function compared(language: string, ...addresses: readonly string[]): string {
  return `/${language}/compare?compare=${encodeURIComponent(addresses.join("|"))}&v=1`;
}

/** Waits until nothing in the comparison is being computed. */
async function finished(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const groups = [...document.querySelectorAll(".compared")];
      const isDone = (group: Element): boolean =>
        group.querySelector(".comparison") !== null &&
        group.querySelector('[aria-busy="true"]') === null &&
        group.getAttribute("aria-busy") !== "true";
      return groups.length > 0 && groups.every(isDone);
    },
    undefined,
    { timeout: 60_000 },
  );
}

const runs = "runs=60&v=1";
const [stop, leap] = [`/en/simulate?scenario=stop&${runs}`, `/en/simulate?scenario=leap&set=M0:2000&${runs}`];

describe.each(languages)("comparing in %s", (language) => {
  it("all three kinds: axe finds nothing, light and dark; no noise; 320 px", async () => {
    const kinds = [stop, "/en/circuit?status=paid&v=1", "/en/plan", "/de/plan?goal=week:28&v=1"];
    const { page, noise } = await stand.open(compared(language, ...kinds), { reducedMotion: "reduce" });
    await finished(page);
    await expect.poll(() => page.locator(".compared").count()).toBe(3);
    await expect.poll(() => page.locator(".apart").count()).toBe(1);
    for (const fold of await page.locator(".compared figure:first-child details > summary").all()) {
      await fold.click();
    }
    expect(await page.locator("main").textContent()).not.toMatch(/undefined|NaN|\{\w+\}/);
    // What is of one kind is alike, and the loop map is looked at on its own screen.
    await page.evaluate(() => {
      const alike = ".loop-map, tbody tr:nth-child(n+3), .graph:nth-child(n+2), .more-comparisons";
      for (const item of document.querySelectorAll(alike)) item.remove();
    });
    await expectNoViolations(page);
    await expectFits(page);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

it("two simulations: the same draws, one scale, hashes of the library, who pays", async () => {
  const { page, noise } = await stand.open(compared("en", stop, leap));
  await finished(page);
  const group = page.locator(".compared");
  // All runs, and who pays, which is computed after them.
  await group.getByText("seed 1, 60 runs").waitFor();
  await group.locator("tr", { hasText: "Work, million years" }).waitFor();
  await expect.poll(() => group.locator("h3 a").allTextContents()).toEqual(["funding stop", "AGI leap"]);
  await expect
    .poll(() => group.locator(".compared-columns").textContent())
    .toContain("once everyone uses them: $2tn");
  await expect.poll(() => group.textContent()).toContain("run 17 is run 17 everywhere (seed 1, 60 runs)");
  await expect.poll(() => group.locator(".fan-comparison").count()).toBe(10);
  await expect.poll(() => group.locator("#compare-index-figure .median").count()).toBe(2);
  await expect
    .poll(() => group.locator("figure h3").first().textContent())
    .toMatch(/^AI share prices: furthest apart in 20\d\dQ\d, [\d.]+ in A and [\d.]+ in B$/);
  // The table behind a picture has the numbers that the picture ends with.
  await group.locator("figure summary").first().click();
  await expect.poll(() => group.locator("figure table tr:last-child td").count()).toBe(2);
  const model = compileBoom();
  const guide = readGuide("ki-boom.guide.yaml", (await readGuideText("ki-boom"))!).value!;
  const { outputs } = readQuestions(guide, model);
  const common = { members: 60, seed: 1, outputs };
  const hashes = [
    simulate(model.system, { ...common, scenario: ["stop"] }),
    simulate(model.system, { ...common, scenario: ["leap"], set: { M0: 2000 } }),
  ].map(({ value }) => hashRun(value!).slice(0, 12));
  const row = group.locator("tr", { hasText: "SHA-256" }).locator("td");
  await expect.poll(() => row.allTextContents()).toEqual(hashes);
  // Work is lost after a stop; every column of who pays adds up to the real capital.
  const work = group.locator("tr", { hasText: "Work, million years" }).locator("td").first();
  await expect.poll(() => work.textContent()).toMatch(/^−/);
  expect(noise).toEqual([]);

  await page.getByRole("link", { name: "Remove: B" }).click();
  await expect.poll(() => page.locator(".compared h3 a").count()).toBe(1);
  await page.locator("[data-do=undo]").click();
  await expect.poll(() => page.locator(".compared h3 a").count()).toBe(2);
  await page.context().close();
});

it("two plans: weeks over the years, what binds and what clashes", async () => {
  const { page, noise } = await stand.open(compared("de", "/de/plan", "/de/plan?goal=week:28&v=1"));
  await finished(page);
  const text = page.locator(".compared");
  await expect.poll(() => text.textContent()).toContain("Arbeitswoche höchstens: 28 h");
  await expect.poll(() => text.textContent()).toContain("So nicht möglich");
  await expect.poll(() => page.locator("#compare-week-figure .median").count()).toBe(1);
  const clash = page.locator("tr", { hasText: "Was nicht zusammen geht" }).locator("td");
  await expect.poll(() => clash.nth(1).textContent()).toContain("Arbeitswoche");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("states are kept on every verb's screen, and the link brings all of them back", async () => {
  const { page, noise } = await stand.open(`/en/simulate?scenario=stop&${runs}`);
  await page.getByRole("button", { name: "Keep for comparison" }).click();
  await page.getByRole("button", { name: "Kept for comparison" }).waitFor();
  await page.getByRole("link", { name: "Who pays for it?" }).click();
  await ready(page);
  await page.getByRole("button", { name: "Keep for comparison" }).click();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("button", { name: "Keep for comparison" }).click();
  await page.getByRole("link", { name: "Compare what is kept (3)" }).click();
  await finished(page);
  await expect.poll(() => page.locator(".compared").count()).toBe(2);
  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await finished(copy);
  await expect
    .poll(() => copy.locator(".compared h3 a").allTextContents())
    .toEqual(await page.locator(".compared h3 a").allTextContents());
  await copy.locator(".compared h3 a").first().click();
  await expect.poll(() => copy.url()).toContain("/en/simulate?scenario=stop");
  await expect.poll(() => copy.url()).toContain("compare=");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("keeps what can be compared where a link names what is not there, and lets the rest be removed", async () => {
  const lost = ["/en/circuit?dossier=nix&v=1", "/en/plan?economy=nix&v=1", "/en/simulate?model=nix&v=1"];
  const { page } = await stand.open(compared("en", "/en/circuit?status=paid&v=1", ...lost));
  await page.waitForSelector(".notices");
  await expect.poll(() => page.locator(".compared .problems").count()).toBe(2);
  for (const told of await page.locator(".notices, .compared .problems").allTextContents()) {
    expect(told).toMatch(/“nix” is neither .* nor a built-in (dossier|economy|model); built in: /);
  }
  await expect.poll(() => page.locator(".compared .loop-map").count()).toBe(1);
  for (const letter of ["D", "C", "B"]) await page.getByRole("link", { name: `Remove: ${letter}` }).click();
  await expect.poll(() => page.locator(".compared h3 a").count()).toBe(1);
  await page.context().close();
});

it("begins with suggestions for each verb, and says what is wrong in a link", async () => {
  const { page } = await stand.open("/en/compare");
  await expect
    .poll(() => page.locator(".suggestions h3").allTextContents())
    .toEqual(["Measure", "Simulate", "Plan"]);
  await page.getByRole("link", { name: "least work, most for all, fewest injuries" }).click();
  await finished(page);
  await expect.poll(() => page.locator(".compared h3 a").count()).toBe(3);
  await page.context().close();
  const { page: broken } = await stand.open(compared("en", "/en/plan?gaol=week:30&v=1"));
  await broken.waitForSelector(".notices");
  await expect.poll(() => broken.locator(".notices").textContent()).toContain("goal");
  await broken.context().close();
});
