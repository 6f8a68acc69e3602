import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { chartStyle } from "./src/chart/style.ts";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The style sheet of the charts, which drawings that stand alone carry inside, as a file. */
const chartSheet: Plugin = {
  name: "chart-style",
  resolveId: (id) => (id === "virtual:chart.css" ? "\0chart.css" : undefined),
  load: (id) => (id === "\0chart.css" ? chartStyle : undefined),
};

// oxlint-disable-next-line import/no-default-export -- Vite asks for one.
export default defineConfig({
  root: path("src/app"),
  base: "/app/",
  publicDir: path("src/app/public"),
  resolve: { alias: [{ find: /^kreislauf\/(.+)$/, replacement: `${path("src")}/$1/index.ts` }] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [chartSheet],
  build: {
    outDir: path("dist/web"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [path("src/app/index.html"), path("src/app/offline/offline.ts")],
      output: {
        // The service worker keeps its name, so that a newer one takes its place.
        entryFileNames: ({ name }) => (name === "offline" ? "offline.js" : "assets/[name]-[hash].js"),
      },
      // Rooms have no side effects: what a screen does not use of an index stays out of its bundle.
      treeshake: {
        moduleSideEffects: (id) =>
          /\.css|\/app\/(main|offline\/offline|worker\/worker)|node_modules/.test(id),
      },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => /\/worker\/worker|node_modules/.test(id) } },
  },
});
