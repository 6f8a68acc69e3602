import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { ready, setUp, type Stand, violationsOf } from "./app-browser.ts";
import { settled } from "./simulation.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

const phone = { viewport: { width: 375, height: 812 } };

/** Screens with the finding that a phone shows first, the picture below it, and what chooses what is shown. */
const screens = [
  ["/simulate?runs=60&v=1", ".first-finding", "#graph-index svg", ".scenarios"],
  ["/who-pays", ".big-finding", ".payer-bars", ".controls"],
  ["/plan", ".plan-verdict", ".year-chart", ".choice"],
  ["/measure", ".card h3", ".card svg", ".parts"],
] as const;

/** Where an element stands on the screen. */
async function placeOf(
  page: Page,
  selector: string,
): Promise<{ readonly top: number; readonly end: number }> {
  const box = await page.locator(selector).first().boundingBox();
  return { top: box?.y ?? Infinity, end: (box?.y ?? Infinity) + (box?.height ?? 0) };
}

async function isAbove(page: Page, upper: string, lower: string): Promise<boolean> {
  return (await placeOf(page, upper)).end < (await placeOf(page, lower)).top;
}

describe.each(languages)("on a phone in %s", (language) => {
  it.each(screens)("%s: choice, finding and picture are on the first screen", async (path, ...shown) => {
    const { page } = await stand.open(`/${language}${path}`, phone);
    await settled(page);
    const [finding, picture, choice] = shown;
    await expect.poll(() => isAbove(page, choice, finding)).toBe(true);
    await expect.poll(() => isAbove(page, finding, picture)).toBe(true);
    // A third of the picture at least, above the line that opens the controls.
    const seen = async (): Promise<number> => {
      const { top, end } = await placeOf(page, picture);
      return (Math.min(end, 812 - 45) - top) / (end - top);
    };
    await expect.poll(seen).toBeGreaterThan(1 / 3);
    await page.context().close();
  });

  it.each([
    ["/simulate?runs=60&v=1", ".levers", 0, "#graph-index .median"],
    // The first slider of the plan binds nothing: a shorter week than today is reached anyway.
    ["/plan", ".plan-levers", 1, ".year-chart path"],
  ])(
    "%s: a slider is reached by key and moves the picture, which stays in sight",
    async (path, sheet, place, line) => {
      const { page, noise } = await stand.open(`/${language}${path}`, { ...phone, reducedMotion: "reduce" });
      await settled(page);
      const slider = page.locator(`${sheet} input[type="range"]`).nth(place);
      await slider.waitFor({ state: "hidden" });
      await page.locator(`${sheet} > summary`).press("Enter");
      await slider.waitFor();
      expect(await violationsOf(page)).toEqual([]);
      const before = await page.locator(line).first().getAttribute("d");
      await slider.focus();
      await page.keyboard.press("PageUp");
      await expect.poll(() => page.locator(line).first().getAttribute("d")).not.toBe(before);
      await expect
        .poll(() => page.locator(`${sheet} > summary`).textContent())
        .toMatch(/ 1 (geändert|changed)$/);
      await expect.poll(() => slider.evaluate((element) => document.activeElement === element)).toBe(true);
      await page.keyboard.press("Shift+Tab");
      // Half of the picture at least is above the open sheet.
      const room = async (): Promise<number> => {
        const { top, end } = await placeOf(page, ".graphs .graph svg, .answer-parts svg");
        return Math.min(top, (await placeOf(page, sheet)).top - (top + end) / 2);
      };
      await expect.poll(room).toBeGreaterThanOrEqual(0);
      await page.locator(`${sheet} > summary`).click();
      await slider.waitFor({ state: "hidden" });
      // Where there is room the same controls stand beside the result.
      await page.setViewportSize({ width: 1280, height: 900 });
      await slider.waitFor();
      expect(noise).toEqual([]);
      await page.context().close();
    },
  );
});

it.each(["/simulate", "/who-pays", "/model", "/plan"])(
  "%s: what the server sent stays until the screen has a result of its own",
  async (path) => {
    const context = await stand.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: { text: string; isStill: boolean }[] = [];
      Object.assign(globalThis, { seen });
      const look = (): void => {
        const text = document.querySelector<HTMLElement>("#content")?.innerText;
        const isStill = document.querySelector("[data-still] svg") !== null;
        if (text !== undefined) seen.push({ text, isStill });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${stand.origin}/en${path}`);
    await ready(page);
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seen: readonly { text: string; isStill: boolean }[] }).seen,
    );
    expect(seen.filter(({ text }) => text.length < 200 || text.includes("Loading"))).toEqual([]);
    expect(seen.filter(({ isStill }) => isStill).length).toBeGreaterThan(1);
    await context.close();
  },
);
