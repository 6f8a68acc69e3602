import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a file of the engine or its tests to plain JavaScript that any Node and any browser runs; gives its path. */
export async function bundle(name: string, entry: string): Promise<string> {
  const outDir = `${root}.cache/bundle-${name}`;
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: "es2022",
      lib: { entry: `${root}${entry}`, formats: ["es"], fileName: name },
      rolldownOptions: { external: [/^node:/] },
    },
  });
  return `${outDir}/${name}.js`;
}
