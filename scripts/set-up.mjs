// Runs before `npm start` and `npm test`, without any dependency: installs what package-lock.json names if it
// is missing or older, builds what is stale and, for tests, finds or installs Chromium.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, chromiumAdvice } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const forTests = process.argv.includes("--test");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Kreislauf needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

if (isOlder("node_modules/.package-lock.json", ["package-lock.json"])) {
  step("installing packages (npm ci)");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}
if (
  isOlder("dist/.built", [
    "src",
    "docs",
    "economies",
    "vite.config.ts",
    "tsconfig.json",
    "tsconfig.build.json",
  ])
) {
  step("building");
  run(process.execPath, ["scripts/build.mjs"]);
}
if (forTests && !findChromium()) {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    step("installing Chromium for the browser tests (apt-get, 81 MB)");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
  }
  if (!findChromium()) stop(chromiumAdvice);
}

function isOlder(target, origins) {
  const path = join(root, target);
  if (!existsSync(path)) return true;
  const made = statSync(path).mtimeMs;
  return origins.some((origin) => newest(join(root, origin)) > made);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function run(command, args, environment = {}) {
  try {
    execFileSync(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
  } catch (error) {
    stop(`“${command} ${args.join(" ")}” failed: ${error.message}`);
  }
}

function step(text) {
  console.error(`kreislauf: ${text} …`);
}

function stop(text) {
  console.error(`kreislauf: ${text}`);
  process.exit(1);
}
