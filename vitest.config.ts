import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (room: string): string => fileURLToPath(new URL(`./src/${room}`, import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^kreislauf\/(.+)$/, replacement: `${source("")}$1/index.ts` }] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    // Two at least: tests that drive a browser or wait for a server leave much of a core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // What a page shows may take a moment on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
