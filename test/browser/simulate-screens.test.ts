import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { expectFits, expectNoViolations, setUp, type Stand } from "./app-browser.ts";
import { settled } from "./simulation.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

const screens = [
  ["simulate", "/simulate?scenario=stop&runs=60&v=1", ".fan-chart"],
  ["who pays", "/who-pays?scenario=wealth&v=1", ".payer-bars"],
  ["model", "/model?model=sim&v=1", ".book table"],
  ["model of the boom", "/model", ".book table"],
] as const;

describe.each(languages)("the second verb in %s", (language) => {
  it.each(screens)("%s: axe finds nothing, light and dark; no noise; 320 px", async (_, rest, shown) => {
    const { page, noise } = await stand.open(`/${language}${rest}`, { reducedMotion: "reduce" });
    await page.waitForSelector(shown, { timeout: 60_000 });
    await settled(page);
    for (const fold of await page.locator(".graph:first-child details > summary").all()) await fold.click();
    for (const fold of await page.locator(".simulated-map > summary").all()) {
      await fold.click();
      await page.locator(".simulated-map .loop-map").first().waitFor({ state: "attached" });
      for (const table of await page.locator(".simulated-map details > summary").all()) await table.click();
    }
    // Rows and graphs of one kind are alike: a few of each are enough for what takes axe long.
    await page.evaluate(() => {
      const alike = "tbody tr:nth-child(n+6), tbody td:nth-child(n+8), .graph:nth-child(n+3)";
      for (const item of document.querySelectorAll(alike)) item.remove();
    });
    await expectNoViolations(page);
    await expectFits(page);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it("the books of the boom name sectors and groups in the language of the page", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await stand.open(`/${language}/model`, { javaScriptEnabled });
      const heads = page.locator(".book").first().locator("thead th");
      await expect
        .poll(() => heads.allTextContents())
        .toContain(language === "de" ? "Haushalte: Lohnabhängige" : "households: wage earners");
      expect((await heads.allTextContents()).filter((head) => /[[\]]/.test(head))).toEqual([]);
      await page.context().close();
    }
  });
});
