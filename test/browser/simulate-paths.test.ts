import { afterAll, beforeAll, expect, it } from "vitest";
import type { Model } from "kreislauf/model";
import { hashRun, readGuide, readQuestions, simulate } from "kreislauf/simulate";
import { readGuideText } from "kreislauf/store";
import { compileBoom } from "../ki-boom/boom.ts";
import { setUp, type Stand } from "./app-browser.ts";
import { drag, settled, shownHash } from "./simulation.ts";

let stand: Stand;
let model: Model;
let outputs: readonly string[];

beforeAll(async () => {
  stand = await setUp();
  model = compileBoom();
  const guide = readGuide("ki-boom.guide.yaml", (await readGuideText("ki-boom"))!).value!;
  outputs = readQuestions(guide, model).outputs;
});
afterAll(() => stand.close());

it("shows the same bits as the library, for scenarios and moved assumptions", async () => {
  for (const [query, options] of [
    ["runs=120&seed=7", { members: 120, seed: 7 }],
    [
      "scenario=stop&set=M0:600;vf:0.3&runs=75",
      { members: 75, seed: 1, scenario: ["stop"], set: { M0: 600, vf: 0.3 } },
    ],
  ] as const) {
    const { page, noise } = await stand.open(`/en/simulate?${query}&v=1`);
    await page.waitForSelector(".fan-chart");
    await settled(page);
    const { value } = simulate(model.system, { ...options, outputs });
    await expect.poll(() => shownHash(page)).toBe(hashRun(value!).slice(0, 12));
    await expect.poll(() => page.locator("footer.bottom").textContent()).toContain("0.00");
    expect(noise).toEqual([]);
    await page.context().close();
  }
});

it("follows a slider, stands in the address and is taken back by undo", async () => {
  const { page } = await stand.open("/en/simulate?runs=60&v=1");
  await page.waitForSelector(".fan-chart");
  await settled(page);
  const median = page.locator("#graph-index .median");
  const [path, hash] = [await median.getAttribute("d"), await shownHash(page)];
  await drag(page, /What AI services could earn/, 400);
  await page.waitForFunction(
    (old) => document.querySelector("#graph-index .median")?.getAttribute("d") !== old,
    path,
  );
  await settled(page);
  await expect.poll(() => page.url()).toContain("set=M0:");
  await expect.poll(() => shownHash(page)).not.toBe(hash);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(
    (old) => document.querySelector("footer.bottom code")?.textContent === old,
    hash,
  );
  await expect.poll(() => median.getAttribute("d")).toBe(path);
  await page.context().close();
});

it("stops a large ensemble and keeps what is there", async () => {
  const { page } = await stand.open("/en/simulate?runs=100000&v=1");
  await page.waitForSelector(".fan-chart");
  await page.locator(".run-state progress").waitFor();
  await page.locator(".run-state button").click();
  await page.waitForSelector(".graphs[aria-busy=false]");
  await expect.poll(() => page.locator(".run-state").textContent()).toContain("50 runs");
  // The worker lives on: the next change is computed at once.
  await page.getByRole("button", { name: "funding stop", exact: true }).click();
  await page.locator(".run-state progress").waitFor();
  await page.context().close();
});

it("lets one guess first, by keys, and says how far off it was", async () => {
  const { page } = await stand.open("/en/simulate?runs=60&v=1");
  await page.waitForSelector(".fan-chart");
  await settled(page);
  const graph = page.locator("#graph-unemployment");
  await graph.getByRole("button", { name: "Guess first" }).click();
  await expect.poll(() => graph.locator(".median, .number").count()).toBe(0);
  const pen = graph.getByRole("slider");
  await pen.focus();
  for (let quarter = 0; quarter < 10; quarter++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => pen.getAttribute("aria-valuetext")).toMatch(/^2028Q2: /);
  await graph.getByRole("button", { name: "Reveal" }).click();
  await expect
    .poll(() => graph.locator(".finding").textContent())
    .toMatch(/inside nine of ten runs in \d+ of 11 quarters/);
  await expect.poll(() => graph.locator(".median").count()).toBe(1);
  await expect.poll(() => graph.locator(".drawn").count()).toBe(1);
  await page.context().close();
});

it("shows the equation behind a graph with its source", async () => {
  const { page } = await stand.open("/de/simulate?runs=50&v=1");
  await page.waitForSelector(".fan-chart");
  const graph = page.locator("#graph-coverage");
  await graph.getByText("Woher das kommt").click();
  await graph.locator("pre").waitFor();
  await expect.poll(() => graph.locator("pre").textContent()).toContain("cov = RA / RQ");
  await expect.poll(() => graph.textContent()).toContain("Deckung des Pflichtumsatzes");
  await expect.poll(() => graph.textContent()).toContain("ki-boom/adoption.kl");
  await page.context().close();
});

it("shows who pays, moves with the policy, and adds to zero", async () => {
  const { page } = await stand.open("/en/who-pays");
  await page.waitForSelector(".payer-bars", { timeout: 60_000 });
  const taxes = page.locator(".graph", { hasText: "Taxes" });
  const before = await taxes.locator("desc").textContent();
  await page.getByRole("link", { name: "wealth tax" }).click();
  await page.waitForFunction(
    (old) =>
      [...document.querySelectorAll(".payer-bars desc")].every(({ textContent }) => textContent !== old),
    before,
  );
  await expect.poll(() => page.url()).toContain("scenario=wealth");
  await expect.poll(() => taxes.locator(".before").count()).toBeGreaterThan(5);
  await expect.poll(() => taxes.locator("figcaption").textContent()).toContain("0.00");
  await page.locator(".payer-bars .range").first().waitFor({ state: "attached", timeout: 60_000 });
  await expect.poll(() => page.locator(".who-pays > .quiet").innerText()).toContain("medians need not");
  await page.locator(".who-pays details > summary").first().click();
  await expect
    .poll(() => page.locator("tr.reach td").first().innerText())
    .toMatch(/^[−\d.,]+ \([−\d.,]+ to [−\d.,]+\)$/);
  await page.context().close();
});

it("lets a modeller edit, break, mend, run and compare; the text is kept", async () => {
  const { page, noise } = await stand.open("/en/model?model=sim&v=1");
  const text = page.locator(".cm-content");
  await text.waitFor();
  const write = async (from: string, to: string): Promise<void> => {
    await page.locator(".cm-line", { hasText: from }).first().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type(to);
  };
  await page.locator(".model-problems .good").waitFor();
  await write("T  = theta * Y", "T  = thetta * Y");
  await page.locator(".kl-message-error").waitFor();
  await expect.poll(() => page.locator(".kl-message-error").textContent()).toContain("theta");
  await expect.poll(() => page.locator(".model-problems").textContent()).toContain("textbook/sim.kl:21");
  await write("T  = thetta * Y", "T  = theta * Y * 2");
  await page.locator(".model-problems .good").waitFor();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.locator(".model-run .fan-chart .baseline").first().waitFor();
  const lines = page.locator(".model-run .graph").first();
  await expect
    .poll(() => lines.locator(".median").getAttribute("d"))
    .not.toBe(await lines.locator(".baseline").getAttribute("d"));
  await expect
    .poll(() => lines.locator("h2").textContent())
    .toMatch(/: from [\d.,]+ \(\d+\) to [\d.,]+ \(\d+\)$/);
  await lines.locator(".behind summary").click();
  await expect.poll(() => lines.locator(".behind th").allTextContents()).toContain("Original text");
  await page.getByRole("button", { name: /in numbers/ }).click();
  await page.locator(".book tr.group").first().waitFor();
  await page.reload();
  await text.waitFor();
  await expect.poll(() => text.textContent()).toContain("theta * Y * 2");
  await page.getByRole("button", { name: "Put the text into the link" }).click();
  await expect.poll(() => page.url()).toContain("text=");
  const other = await stand.open(page.url().slice(stand.origin.length));
  await other.page.locator(".cm-content").waitFor();
  await expect.poll(() => other.page.locator(".cm-content").textContent()).toContain("theta * Y * 2");
  await page.getByRole("button", { name: "Back to the original text" }).click();
  await expect.poll(() => text.textContent()).not.toContain("* 2");
  expect(noise).toEqual([]);
  await page.context().close();
  await other.page.context().close();
});

it("the year of the loop map stands in the address and opens it again", async () => {
  const { page, noise } = await stand.open("/en/simulate?runs=5&map-year=2030&v=1");
  const slider = page.locator(".simulated-map input[type=range]");
  await slider.waitFor();
  await expect.poll(() => slider.inputValue()).toBe("2030");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.url()).toContain("map-year=2031");
  await expect.poll(() => page.locator(".simulated-map h2").textContent()).toMatch(/^2031/);
  await page.locator(".simulated-map > summary").click();
  await expect.poll(() => page.url()).not.toContain("map-year");
  expect(noise).toEqual([]);
  await page.context().close();
});
