// Compiles src to dist and builds the web app with its data into dist/web. The stamp dist/.built tells set-up.mjs that the build is whole.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}tsconfig.build.json`],
  {
    cwd: root,
    stdio: "inherit",
  },
);
execFileSync(process.execPath, [`${root}node_modules/vite/bin/vite.js`, "build", "--logLevel", "warn"], {
  cwd: root,
  stdio: "inherit",
});
execFileSync(process.execPath, [`${root}scripts/plan-data.mjs`], { cwd: root, stdio: "inherit" });
const command = `${root}dist/cli/main.js`;
if (existsSync(command)) chmodSync(command, 0o755);
writeFileSync(`${root}dist/.built`, "");
