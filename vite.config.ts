import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

// oxlint-disable-next-line import/no-default-export -- Vite asks for one.
export default defineConfig({
  root: path("src/app"),
  base: "/app/",
  publicDir: path("src/app/public"),
  resolve: { alias: [{ find: /^kreislauf\/(.+)$/, replacement: `${path("src")}/$1/index.ts` }] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: path("dist/app"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
});
