import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export const chromiumAdvice =
  "the browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in KREISLAUF_CHROMIUM.";

/** Flags without which a headless Chromium calls home or fails as root. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const named = process.env.KREISLAUF_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), mac].find(existsSync);
}
