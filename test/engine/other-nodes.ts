import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../.cache/node", import.meta.url));
const platforms: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "win" };

/**
 * Path of a Node of another major version. It comes from npm as a package without install scripts and is kept under
 * `.cache/node`; getting it says so, as it takes a while.
 */
export function findNode(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = platforms[process.platform];
  if (platform === undefined) throw new Error(`npm has no Node for ${process.platform}`);
  const folder = join(cache, String(major));
  const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  const name = `node-${platform}-${process.arch}@${major}`;
  process.stderr.write(`kreislauf: getting Node ${major} from npm (${name}, about 30 MB) …\n`);
  const work = join(cache, `${major}.${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const shell = process.platform === "win32";
  execFileSync("npm", ["pack", name, "--silent", "--pack-destination", work], { cwd: work, shell });
  const archive = readdirSync(work).find((file) => file.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm gave no package for ${name}`);
  execFileSync("tar", ["-xzf", archive], { cwd: work });
  rmSync(folder, { recursive: true, force: true });
  renameSync(join(work, "package"), folder);
  rmSync(work, { recursive: true, force: true });
  if (!existsSync(binary)) throw new Error(`${name} holds no ${binary}`);
  return binary;
}
