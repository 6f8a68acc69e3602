import type { Page } from "playwright-core";

/** Waits until no ensemble is running. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const graphs = document.querySelector(".graphs");
      if (!graphs) return true;
      const hash = document.querySelector("footer.bottom code")?.textContent ?? "…";
      return graphs.getAttribute("aria-busy") === "false" && hash !== "…";
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** The result hash in the bar below. */
export async function shownHash(page: Page): Promise<string> {
  return (await page.locator("footer.bottom code").textContent()) ?? "";
}

/** Sets a slider as a hand does that drags it and lets it go. */
export async function drag(page: Page, label: RegExp, value: number): Promise<void> {
  await page.getByLabel(label).evaluate((element, wanted) => {
    const slider = element as HTMLInputElement;
    slider.value = String(wanted);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}
