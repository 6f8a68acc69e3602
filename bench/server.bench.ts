import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { report } from "./promise.ts";

/**
 * Promise: `kreislauf serve` answers 500 reads and 20 simulations a second over loopback; 95 of 100 reads within 50 ms, memory
 * flat and at most 512 MB, nothing above 499. Ten seconds here; `KREISLAUF_LOAD_SECONDS=600` for the ten minutes of the
 * promise. The load runs in this process, on the cores of the server.
 */
const seconds = Number(process.env["KREISLAUF_LOAD_SECONDS"] ?? 10);
const port = 4178;
const reads = [
  "/de/",
  "/en/circuit",
  "/api/measure",
  "/en/report",
  "/picture/en/",
  "/healthz",
  "/api/models",
];
const readsPerSecond = 500;
const simulationsPerSecond = 20;
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const server = spawn(process.execPath, [main, "serve", "--port", String(port)], {
  stdio: ["ignore", "pipe", "ignore"],
});
await new Promise<void>((resolve) =>
  server.stdout.on("data", (text: Buffer) => {
    if (text.includes("http://")) resolve();
  }),
);

const times: number[] = [];
const statuses = new Map<number, number>();
const open = new Set<Promise<void>>();
const memory: number[] = [];

function ask(path: string, body?: string): void {
  const started = performance.now();
  const answered = new Promise<void>((resolve, reject) => {
    const headers = { "accept-encoding": "gzip", ...(body && { "content-type": "application/json" }) };
    const call = request(
      { host: "127.0.0.1", port, path, agent, method: body ? "POST" : "GET", headers },
      (response) => {
        response.resume();
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (!body) times.push(performance.now() - started);
          resolve();
        });
      },
    );
    call.on("error", reject);
    call.end(body);
  });
  open.add(answered);
  void answered.finally(() => open.delete(answered));
}

// Pages are drawn when they are first asked for.
for (const path of reads) ask(path);
await Promise.all(open);
times.length = 0;

const end = performance.now() + seconds * 1000;
let ticks = 0;
while (performance.now() < end) {
  const next = performance.now() + 20;
  for (let i = 0; i < readsPerSecond / 50; i++) ask(reads[(ticks * 10 + i) % reads.length]);
  if (ticks % 5 < 2) {
    ask("/api/simulate", JSON.stringify({ name: "textbook/sim", runs: 50, seed: ticks, outputs: ["Y"] }));
  }
  if (ticks % 50 === 0) memory.push(residentMegabytes());
  ticks++;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
}
await Promise.all(open);
server.kill("SIGTERM");

times.sort((a, b) => a - b);
const failures = [...statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
const sent = [...statuses].map(([status, count]) => `${count} × ${status}`).join(", ");
console.log(
  `${seconds} s: ${sent}; wanted ${readsPerSecond} reads and ${simulationsPerSecond} simulations a second`,
);
console.log(`answers above 499: ${failures}`);
report({
  what: "read, 95 of 100 within",
  found: times[Math.floor(0.95 * times.length)],
  unit: "ms",
  budget: 50,
});
report({ what: "read, median", found: times[Math.floor(0.5 * times.length)], unit: "ms" });
report({ what: "memory at most", found: Math.max(...memory), unit: "MB", budget: 512 });
report({ what: "memory at the end", found: memory.at(-1) ?? NaN, unit: "MB" });
if (failures > 0) process.exitCode = 1;

function residentMegabytes(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}
