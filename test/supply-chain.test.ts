import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** Promises about what is installed with Kreislauf; the figures are those of docs/en/architecture.md. */
const root = fileURLToPath(new URL("..", import.meta.url));
interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Entry>;
};
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
const production = entries.filter(([, entry]) => !entry.dev);

describe("what is installed", () => {
  it("stays small: at most 60 production packages and 35 MB", () => {
    expect(production.length).toBeGreaterThan(0);
    expect(production.length).toBeLessThanOrEqual(60);
    const bytes = production.reduce((sum, [path]) => sum + folderBytes(join(root, path)), 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(35e6);
  });

  it("runs no install script", () => {
    expect(entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it("has free licences only", () => {
    const allowed =
      /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Unlicense)( (OR|AND) .*)?\)?$/;
    expect(
      entries
        .filter(([, { license }]) => !allowed.test(license ?? ""))
        .map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([]);
  });

  it("is pinned: exact versions, a lock entry for every optional package, no address of a registry", () => {
    const loose = ["dependencies", "devDependencies"].flatMap((kind) =>
      Object.entries(manifest[kind]).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version)),
    );
    expect(loose).toEqual([]);
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(
          (name) =>
            !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
        )
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "http/);
  });
});

function folderBytes(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + folderBytes(join(path, name)), 0);
}
