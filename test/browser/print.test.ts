import { afterAll, beforeAll, expect, it } from "vitest";
import { setUp, type Stand } from "./app-browser.ts";
import { settled } from "./simulation.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

/** Width of a sheet of A4 between its margins, in pixels. */
const paper = 703;

it.each([
  ["/de/circuit?theme=dark&v=1", "svg.loop-map", "Stand 31. August 2026", "kreislauf measure ki-2025"],
  ["/en/simulate?scenario=stop&runs=50&v=1", ".fan-chart", "50 runs, seed 1", "--scenario stop --runs 50"],
  ["/de/who-pays?scenario=wealth&v=1", ".payer-bars", "Vermögensteuer", "kreislauf incidence ki-boom"],
  ["/en/plan", "svg.year-chart", "the economy", "kreislauf plan lehrbeispiel"],
  ["/de/model?model=sim&v=1", ".book table", "Godley & Lavoie", "kreislauf matrix sim"],
] as const)(
  "%s on paper: sources, call and address below; nothing to press; nothing cut off",
  async (address, shown, source, command) => {
    const { page, noise } = await stand.open(address);
    await page.waitForSelector(shown, { state: "attached", timeout: 60_000 });
    await settled(page);
    // Whoever looks at what can be saved has loaded what says where it comes from.
    await page.getByRole("button", { name: /^(Share|Teilen)$/ }).click();
    await page.locator("dialog[open] .leaving").first().waitFor();
    await page.evaluate(() => globalThis.dispatchEvent(new Event("beforeprint")));
    const light = await page.evaluate(() => document.documentElement.dataset["theme"]);
    expect(light).toBe("light");
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paper, height: 1000 });
    const foot = page.locator(".print-foot");
    const said = (await foot.textContent()) ?? "";
    expect(said).toContain(source);
    expect(said).toContain(command);
    expect(said).toContain(stand.origin + address.replace("?theme=dark&v=1", ""));
    await expect.poll(() => foot.isVisible()).toBe(true);
    expect(
      await page.locator("dialog, input, progress, .tools, .bottom").filter({ visible: true }).count(),
    ).toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(paper);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => globalThis.dispatchEvent(new Event("afterprint")));
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(
      address.includes("theme=dark") ? "dark" : "auto",
    );
    expect(noise).toEqual([]);
    await page.context().close();
  },
);
