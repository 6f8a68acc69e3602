import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import type { Page } from "playwright-core";
import { expectFits, expectNoViolations, setUp, type Stand, violationsOf } from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

/** Waits until the solver has given its full answer. */
async function answered(page: Page): Promise<void> {
  await page.waitForSelector('.answer-box[aria-busy="false"] .answer:not(.stale) .plan-verdict', {
    timeout: 60_000,
  });
}

async function shown(page: Page, name: string): Promise<void> {
  if (name === "vote") await page.waitForSelector(".ballot");
  else await answered(page);
  if (name === "impossible") await page.waitForSelector(".ways button", { timeout: 60_000 });
}

const addresses = {
  possible: "/plan",
  impossible: "/plan?goal=week:30&v=1",
  vote: "/plan/vote",
} as const;

describe.each(languages)("the plan in %s", (language) => {
  it.each(Object.entries(addresses))(
    "%s: axe finds nothing, light and dark; no noise",
    async (name, address) => {
      const { page, noise } = await stand.open(`/${language}${address}`, { reducedMotion: "reduce" });
      await shown(page, name);
      // Rows of one kind are alike: a few of each are enough for what takes axe long.
      await page.evaluate(() => {
        const alike = "tbody tr:nth-child(n+3), .slider:nth-of-type(n+3), li:nth-child(n+3)";
        for (const item of document.querySelectorAll(alike)) item.remove();
      });
      await expectNoViolations(page);
      expect(noise).toEqual([]);
      await page.context().close();
    },
  );

  it("fits a page of 320 px, with all of its details open", async () => {
    for (const address of Object.values(addresses)) {
      const { page } = await stand.open(`/${language}${address}`, { viewport: { width: 320, height: 640 } });
      await page.waitForSelector(".ballot, .answer .plan-verdict", { timeout: 60_000 });
      if (address === addresses.impossible) await page.waitForSelector(".ways button");
      for (const details of await page.locator("details:not(.menu) > summary").all()) await details.click();
      await expectFits(page);
      await page.context().close();
    }
  }, 120_000);

  it.each(["lehrbeispiel", "us-2023"])(
    "stands on the page without script: %s",
    async (economy) => {
      const address = `/${language}/plan${economy === "us-2023" ? "?economy=us-2023&v=1" : ""}`;
      const { page, noise } = await stand.open(address, { javaScriptEnabled: false });
      await expect.poll(() => page.locator(".plan-verdict").textContent()).toMatch(/^(Möglich|Possible)/);
      await expect.poll(() => page.locator("svg.year-chart").count()).toBe(4);
      await expect.poll(() => page.locator(".doubts li").count()).toBeGreaterThan(1);
      await expect.poll(() => page.locator(".plan-levers tr").count()).toBeGreaterThan(9);
      expect(await page.locator("body").textContent()).not.toMatch(/undefined|NaN|\{\w+\}/);
      expect(noise).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it("sets the boom beside the plan, resource by resource, at 320 px too", async () => {
    const address = `/${language}/plan?economy=us-2023&v=1`;
    const { page, noise } = await stand.open(address, { viewport: { width: 320, height: 640 } });
    await answered(page);
    await page.locator("#plan-boom ~ button").click();
    await page.waitForSelector(".boom-table", { timeout: 60_000 });
    const hours = page.locator(".boom-table tbody tr").nth(1);
    const of2026 = await hours.textContent();
    expect(of2026).toContain(language === "de" ? "7.135" : "7,135");
    await expect.poll(() => page.locator(".boom-table tbody tr").count()).toBe(10);
    await expect.poll(() => page.locator("svg.resource-bars rect").count()).toBeGreaterThan(6);
    await page.locator("#plan-boom ~ label select").selectOption("2028");
    await page.waitForFunction(
      (was) => document.querySelector(".boom-table tbody tr:nth-child(2)")?.textContent !== was,
      of2026,
    );
    for (const details of await page.locator("section:has(> #plan-boom) details > summary").all()) {
      await details.click();
    }
    await expect
      .poll(() => page.locator("section:has(> #plan-boom)").getByText("E027", { exact: true }).count())
      .toBe(1);
    await expectFits(page);
    expect(await violationsOf(page, { within: "section:has(> #plan-boom)" })).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("says that the teaching economy is invented", async () => {
    const { page } = await stand.open(`/${language}/plan`);
    await answered(page);
    await page.locator("#plan-boom ~ button").click();
    const words =
      language === "de" ? "für den Unterricht erfunden: Sein Geld" : "invented for teaching: its money";
    await page.getByText(words).waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 120_000);
});
