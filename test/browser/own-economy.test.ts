import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setUp, type Stand } from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
}, 60_000);
afterAll(() => stand.close());

const folder = "economies/lehrbeispiel";
type Files = readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[];

/** The teaching economy with one text in one file replaced. */
function changed(file: string, from: string, to: string): Files {
  return readdirSync(folder).map((name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    if (name === file && !text.includes(from)) throw new Error(`${file} holds no ${from}`);
    return {
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(name === file ? text.replace(from, to) : text),
    };
  });
}

async function drop(page: Page, files: Files): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
  await page.locator("section[role=status] h2").waitFor();
}

const answerOf = (page: Page): Promise<string> =>
  page.locator(".answer-box .answer").innerText({ timeout: 30_000 });

it("plans with an economy that the user brought, keeps it over a reload and forgets it", async () => {
  const { page, noise } = await stand.open("/en/plan");
  const builtIn = await answerOf(page);
  await page.goto(`${stand.origin}/en/data`);
  await drop(page, changed("goals.yaml", "care: 1.1 }", "care: 1.05 }"));
  await expect.poll(() => page.locator("section[role=status] h2").innerText()).toBe("No problems found.");
  await page.getByRole("button", { name: "Plan with “Teaching economy”" }).click();
  await expect.poll(() => answerOf(page), { timeout: 30_000 }).not.toBe(builtIn);
  await expect.poll(() => page.url()).toContain("economy=own-lehrbeispiel");
  const own = await answerOf(page);
  await page.reload();
  await expect.poll(() => answerOf(page), { timeout: 30_000 }).toBe(own);
  await page.goto(`${stand.origin}/en/data`);
  await page.locator("li", { hasText: "Teaching economy" }).getByRole("button", { name: "Forget" }).click();
  await expect.poll(() => page.locator("li", { hasText: "Teaching economy" }).count()).toBe(0);
  expect(noise).toEqual([]);
}, 120_000);

it("names what is wrong in an economy, with file, line and column, and where other files belong", async () => {
  const { page, noise } = await stand.open("/de/data");
  await drop(page, changed("economy.yaml", "year: 2025", "year: soon"));
  await expect.poll(() => page.locator(".problems").innerText()).toMatch(/economy\.yaml:\d+:\d+/);
  await expect.poll(() => page.getByRole("button", { name: /planen$/ }).count()).toBe(0);
  const text = (name: string, content: string): Files => [
    { name, mimeType: "text/plain", buffer: Buffer.from(content) },
  ];
  await drop(page, text("prices.csv", "date,price\n2025-01-01,1\n"));
  await expect.poll(() => page.locator(".problems").innerText()).toContain("kreislauf explosive prices.csv");
  await drop(page, text("wahl.pb", "META\n"));
  await expect.poll(() => page.locator(".problems").innerText()).toContain("Abstimmen");
  expect(noise).toEqual([]);
}, 60_000);
