import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumAdvice, chromiumFlags, findChromium } from "../../scripts/chromium.mjs";
import { simulateOnThreads } from "../../src/jobs/index.ts";
import { hashRun, simulate } from "../../src/simulate/index.ts";
import { bundle } from "../engine/engine-bundle.ts";
import { fingerprint } from "../engine/fingerprint.ts";
import { findNode } from "../engine/other-nodes.ts";
import { createRandomModel } from "../engine/random-model.ts";
import { createSystem, readRuns } from "../reference/sfc/runs.ts";

const engines = ["wasm", "interpreter"] as const;
/** Every model once, so that each run stays short. */
const systems = [
  ...new Map(readRuns().map((run) => [run.name.split("-")[0], createSystem(run)])).values(),
  createRandomModel(),
];
const expected = fingerprint(systems, "interpreter");
let script: string;

beforeAll(async () => {
  script = await bundle("fingerprint", "test/engine/fingerprint.ts");
  writeFileSync(join(dirname(script), "systems.json"), JSON.stringify(systems, infinite));
});

describe("the same hash of results", () => {
  it("on this Node, WebAssembly and interpreter", () => {
    expect(fingerprint(systems, "wasm")).toBe(expected);
  });

  it.each([20, 22, 24])("on Node %i, WebAssembly and interpreter", { timeout: 300_000 }, (major) => {
    const node = findNode(major);
    const code = `
      import { readFileSync } from "node:fs";
      import { fingerprint } from ${JSON.stringify(pathToFileURL(script).href)};
      const revive = (key, value) => (value === "Infinity" ? Infinity : value);
      const systems = JSON.parse(readFileSync(${JSON.stringify(join(dirname(script), "systems.json"))}, "utf8"), revive);
      console.log(JSON.stringify([process.versions.node, ...${JSON.stringify(engines)}.map((e) => fingerprint(systems, e))]));`;
    const output = execFileSync(node, ["--input-type=module", "-e", code], { encoding: "utf8" });
    const [version, ...hashes] = JSON.parse(output) as string[];
    expect(version.split(".")[0]).toBe(String(major));
    expect(hashes).toEqual([expected, expected]);
  });

  it("on any number of threads", async () => {
    const workerFile = pathToFileURL(await bundle("simulate-worker", "src/jobs/simulate-worker.ts"));
    const system = createRandomModel();
    const options = { members: 300, seed: 11 };
    const whole = simulate(system, options);
    for (const threads of [1, 2, 3]) {
      const run = await simulateOnThreads(system, options, { threads, workerFile });
      expect(hashRun(run.value!)).toBe(hashRun(whole.value!));
      expect(run.problems).toEqual(whole.problems);
      expect(run.value!.failed).toEqual(whole.value!.failed);
      expect(run.value!.balance).toEqual(whole.value!.balance);
    }
  });

  describe("in Chromium", () => {
    let server: Server;
    beforeAll(() => {
      server = createServer(({ url }, response) => {
        const file =
          url === "/engine.js" ? readFileSync(script) : url === "/worker.js" ? worker : "<!doctype html>";
        response.setHeader("content-security-policy", policy);
        response.setHeader("content-type", url === "/" ? "text/html" : "text/javascript");
        response.end(file);
      }).listen(0, "127.0.0.1");
    });
    afterAll(() => void server.close());

    it("in a worker under the strict content security policy, WebAssembly and interpreter", async () => {
      const executablePath = findChromium();
      if (executablePath === undefined) throw new Error(chromiumAdvice);
      const browser = await chromium.launch({ executablePath, args: chromiumFlags });
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        const found = await page.evaluate(askWorker, JSON.stringify(systems, infinite));
        expect(found).toEqual([expected, expected, "eval is blocked"]);
      } finally {
        await browser.close();
      }
    });
  });
});

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const worker = `
  import { fingerprint } from "/engine.js";
  onmessage = ({ data }) => {
    const systems = JSON.parse(data, (key, value) => (value === "Infinity" ? Infinity : value));
    let evaluated = "eval is allowed";
    try { new Function("return 1")(); } catch { evaluated = "eval is blocked"; }
    postMessage([...${JSON.stringify(engines)}.map((engine) => fingerprint(systems, engine)), evaluated]);
  };`;

/** Runs in the page. */
function askWorker(data: string): Promise<unknown> {
  interface Thread {
    addEventListener: (kind: string, hear: (event: { data: unknown; message: string }) => void) => void;
    postMessage: (data: string) => void;
  }
  return new Promise((resolve, reject) => {
    const page = globalThis as unknown as { Worker: new (url: string, options: object) => Thread };
    const thread = new page.Worker("/worker.js", { type: "module" });
    thread.addEventListener("message", ({ data: answer }) => resolve(answer));
    thread.addEventListener("error", ({ message }) => reject(new Error(message)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    thread.postMessage(data);
  });
}

/** JSON has no infinity. */
function infinite(_: string, value: unknown): unknown {
  return value === Infinity ? "Infinity" : value;
}
