import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ready, setUp, type Stand } from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

type Trouble = "full" | "denied" | "missing";

/** What a notice says of each, in both languages. */
const told: Readonly<Record<Trouble, RegExp>> = {
  full: /no room left|kein Platz mehr/,
  denied: /keeps nothing|behält nichts/,
  missing: /keeps nothing|behält nichts/,
};

/** A page whose browser has no room, allows no storage, or has none. */
async function openTroubled(address: string, trouble: Trouble): Promise<Page> {
  const context = await stand.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript((which) => {
    const refuse = (name: string) => (): never => {
      throw new DOMException(name, name);
    };
    if (which === "full") {
      IDBObjectStore.prototype.put = refuse("QuotaExceededError");
      Storage.prototype.setItem = refuse("QuotaExceededError");
    } else {
      Storage.prototype.setItem = refuse("SecurityError");
      if (which === "denied") IDBFactory.prototype.open = refuse("SecurityError");
      else Object.defineProperty(globalThis, "indexedDB", { value: undefined });
    }
  }, trouble);
  const page = await context.newPage();
  await page.goto(stand.origin + address);
  await ready(page);
  return page;
}

async function drop(page: Page, folder: string): Promise<void> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(
      files.map(({ name }) => ({ name, mimeType: "text/plain", buffer: readFileSync(`${folder}/${name}`) })),
    );
  await page.locator("section[role=status] button.main").waitFor();
}

const notice = (page: Page): Promise<string> => page.locator(".notices").innerText();

describe.each([
  ["en", "full"],
  ["de", "denied"],
  ["en", "missing"],
] as const)("in %s, where the storage is %s", (language, trouble) => {
  it("an own dossier is shown until the page is closed, and that is said", async () => {
    const page = await openTroubled(`/${language}/data`, trouble);
    await drop(page, "dossiers/krypto-2022");
    await page.locator("section[role=status] button.main").click();
    await expect.poll(() => notice(page)).toMatch(told[trouble]);
    await expect.poll(() => page.url()).toContain("dossier=krypto-2022");
    await expect.poll(() => page.locator(".loop-map").first().isVisible()).toBe(true);
    await page.locator(".top .verbs a").nth(1).click();
    await page.locator(".top .verbs a").nth(0).click();
    await expect.poll(() => page.url()).toContain("dossier=krypto-2022");
    await page.context().close();
  });

  it("an economy is not opened, what was read stays on the screen", async () => {
    const page = await openTroubled(`/${language}/data`, trouble);
    await drop(page, "economies/lehrbeispiel");
    const before = await page.locator("section[role=status]").innerText();
    await page.locator("section[role=status] button.main").click();
    await expect.poll(() => notice(page)).toMatch(/not opened|nicht geöffnet/);
    await expect.poll(() => page.locator("section[role=status]").innerText()).toBe(before);
    await page.context().close();
  });

  it("a changed model stays over other screens, and that is said once", async () => {
    const page = await openTroubled(`/${language}/model?model=sim&v=1`, trouble);
    await page.locator(".cm-line").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.type("# my own line ");
    await expect.poll(() => notice(page)).toMatch(told[trouble]);
    expect(await page.locator(".notices li").count()).toBe(1);
    await page.locator(".top .verbs a").nth(2).click();
    await page.locator(".plan-screen").waitFor();
    await page.goBack();
    await expect.poll(() => page.locator(".cm-line").first().textContent()).toMatch(/^# my own line/);
    await page.context().close();
  });

  it("a vote goes on", async () => {
    const page = await openTroubled(`/${language}/plan/vote`, trouble);
    await page.locator(".ballot button.strong, .ballot button[type=submit]").first().click();
    await expect.poll(() => notice(page)).toMatch(told[trouble]);
    expect(await page.locator(".notices").innerText()).not.toContain("kreislauf-vote");
    await page.context().close();
  });
});

it("says what is damaged, leaves it alone until it is forgotten, and shows all the rest", async () => {
  const { page, noise } = await stand.open("/en/data");
  await page.evaluate(async () => {
    const put = (name: string, store: string, value: unknown, key?: string): Promise<void> =>
      new Promise((done, fail) => {
        const request = indexedDB.open(name, 1);
        request.addEventListener("upgradeneeded", () =>
          request.result.createObjectStore(store, key === undefined ? { keyPath: "id" } : undefined),
        );
        request.addEventListener("error", () => fail(request.error as Error));
        request.addEventListener("success", () => {
          const change = request.result.transaction(store, "readwrite");
          change.objectStore(store).put(value, key);
          change.addEventListener("complete", () => {
            request.result.close();
            done();
          });
        });
      });
    await put("kreislauf", "dossiers", { id: "half-a-dossier", title: { en: "Half" } });
    await put("kreislauf-economies", "economies", { id: "own-half", title: {}, files: 3 });
    await put("kreislauf-models", "edits", { "sim.kl": 7 }, "sim");
    localStorage.setItem("kreislauf-vote-lehrbeispiel", '{"projects": [], "ball');
  });
  await page.reload();
  await ready(page);
  await expect.poll(() => notice(page)).toContain("“half-a-dossier” is damaged");
  await expect.poll(() => page.locator(".data li", { hasText: "half" }).allTextContents()).toHaveLength(2);

  await page.goto(`${stand.origin}/en/model?model=sim&v=1`);
  await ready(page);
  await expect.poll(() => notice(page)).toContain("“sim” is damaged");
  await expect.poll(() => page.locator(".model-problems .good").isVisible()).toBe(true);

  await page.goto(`${stand.origin}/en/plan?economy=own-half&v=1`);
  await ready(page);
  await expect.poll(() => notice(page)).toContain("“own-half” is damaged");

  await page.goto(`${stand.origin}/en/plan/vote`);
  await ready(page);
  await expect.poll(() => notice(page)).toMatch(/is damaged/);
  await page.locator(".ballot button.strong, .ballot button[type=submit]").first().click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("kreislauf-vote-lehrbeispiel-damaged")))
    .toBe('{"projects": [], "ball');

  await page.goto(`${stand.origin}/en/data`);
  await ready(page);
  for (const name of ["half-a-dossier", "own-half"]) {
    await page.locator(".data li", { hasText: name }).getByRole("button", { name: "Forget" }).click();
    await expect.poll(() => page.locator(".data li", { hasText: name }).count()).toBe(0);
  }
  await page.reload();
  await ready(page);
  await expect.poll(() => page.locator(".notices").count()).toBe(0);
  expect(noise).toEqual([]);
  await page.context().close();
});
