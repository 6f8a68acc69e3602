import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawUniform } from "../../src/core/random.ts";
import { readShard } from "../../src/store/index.ts";
import { buildCommand, type Ended, startCommand } from "./built-command.ts";

const model = fileURLToPath(new URL("../fixture/drawn.kl", import.meta.url));
const threads = 2;
let main: string;
let folder: string;

beforeAll(async () => {
  main = buildCommand("ensemble");
  folder = await mkdtemp(join(tmpdir(), "kreislauf-ensemble-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The words of a call that makes an ensemble. */
function words(out: string, runs: number, ...more: readonly string[]): readonly string[] {
  const asked = ["--output", "Y", "--output", "crash = drawdown(Y) > 0.2", "--format", "csv"];
  const size = ["--runs", String(runs), "--threads", String(threads)];
  return [main, "ensemble", model, "--out", out, ...size, ...asked, ...more];
}

function call(out: string, runs: number, ...more: readonly string[]): Promise<Ended> {
  return startCommand([process.execPath, ...words(out, runs, ...more)]).ended;
}

function hashIn({ err }: Ended): string | undefined {
  return /hash of the results ([0-9a-f]{64})/.exec(err)?.[1];
}

async function listShards(out: string): Promise<readonly string[]> {
  const names = await readdir(join(out, "shards")).catch(() => []);
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

/** When each whole shard was written. */
async function timesOf(out: string): Promise<ReadonlyMap<string, number>> {
  const names = (await listShards(out)).filter((name) => name.endsWith(".shard"));
  return new Map(names.map((name) => [name, statSync(join(out, "shards", name)).mtimeMs]));
}

async function expectWhole(out: string): Promise<void> {
  for (const name of await listShards(out)) {
    if (!name.endsWith(".shard")) continue;
    expect((await readShard(join(out, "shards", name))).kind, name).toBe("sound");
  }
}

describe("an ensemble", () => {
  it("killed at 20 random moments and resumed gives the hash of an uninterrupted one", async () => {
    const runs = 30_000;
    const whole = hashIn(await call(join(folder, "whole"), runs));
    expect(whole).toBeDefined();
    const out = join(folder, "killed");
    let killed = 0;
    for (let trial = 0; trial < 20; trial++) {
      const draw = (name: number): number => drawUniform({ seed: 4, member: trial, name, period: 0 });
      const before = await listShards(out);
      const ages = await timesOf(out);
      const { child, ended } = startCommand([process.execPath, ...words(out, runs, "--resume")]);
      // Some die before the first shard, most in the middle of writing.
      const target = before.length + Math.floor(draw(0) * 9) - 1;
      while ((await listShards(out)).length < target && child.exitCode === null) await wait(2);
      await wait(target < before.length ? draw(1) * 300 : draw(1) * 10);
      child.kill("SIGKILL");
      if ((await ended).signal === "SIGKILL") killed += 1;
      // What was there is never computed again, so at most the shard under way on each thread is.
      const now = await timesOf(out);
      for (const [name, time] of ages) expect(now.get(name), name).toBe(time);
    }
    expect(killed).toBe(20);
    await expectWhole(out);
    const resumed = await call(out, runs, "--resume");
    expect(resumed.code).toBe(0);
    expect(hashIn(resumed)).toBe(whole);
    expect((await listShards(out)).every((name) => name.endsWith(".shard"))).toBe(true);
    const table = await readFile(join(out, "runs.csv"), "utf8");
    expect(table).toBe(await readFile(join(folder, "whole", "runs.csv"), "utf8"));
  });

  it("stopped by Ctrl+C ends with 130, leaves whole shards and goes on", async () => {
    const runs = 10_000;
    const out = join(folder, "stopped");
    const { child, ended } = startCommand([process.execPath, ...words(out, runs)]);
    while ((await listShards(out)).length < 3) await wait(2);
    child.kill("SIGINT");
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/Stopped: \d+ of 40 shards are done; --resume goes on/);
    const left = await listShards(out);
    expect(left.length).toBeLessThan(40);
    expect(left.every((name) => name.endsWith(".shard"))).toBe(true);
    const resumed = await call(out, runs, "--resume");
    expect(hashIn(resumed)).toBe(hashIn(await call(join(folder, "not-stopped"), runs)));
  });

  it("with a flipped byte in shards names and recomputes them", async () => {
    const out = join(folder, "flipped");
    const first = await call(out, 2000);
    const names = await listShards(out);
    expect(names.length).toBe(8);
    for (const [place, name] of names.slice(0, 4).entries()) {
      const path = join(out, "shards", name);
      const bytes = await readFile(path);
      bytes[Math.floor((bytes.length * (place + 0.5)) / 4)] ^= 4;
      await writeFile(path, bytes);
    }
    const again = await call(out, 2000, "--resume");
    expect(again.code).toBe(0);
    for (const name of names.slice(0, 4)) expect(again.err).toContain(`${name} is damaged`);
    expect(again.err.match(/is damaged/g)?.length).toBe(4);
    expect(hashIn(again)).toBe(hashIn(first));
    await expectWhole(out);
  });

  it("never overwrites a folder that holds something else", async () => {
    const out = join(folder, "taken");
    await call(out, 500);
    const before = await readFile(join(out, "ensemble.json"), "utf8");
    const same = await call(out, 500);
    expect(same.code).toBe(1);
    expect(same.err).toContain("--resume checks and completes it");
    const other = await call(out, 500, "--seed", "2", "--resume");
    expect(other.code).toBe(1);
    expect(other.err).toContain("these differ: --seed");
    expect(await readFile(join(out, "ensemble.json"), "utf8")).toBe(before);
    const strange = join(folder, "strange");
    await mkdir(strange);
    await writeFile(join(strange, "thesis.txt"), "mine");
    const refused = await call(strange, 500, "--resume");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("it holds “thesis.txt”");
    expect(await readdir(strange)).toEqual(["thesis.txt"]);
    await rm(join(out, "ensemble.json"));
    for (const name of ["summary.json", "paths.csv", "runs.csv"]) await rm(join(out, name));
    const foreign = await call(out, 500, "--seed", "3", "--resume");
    expect(foreign.code).toBe(1);
    expect(foreign.err).toContain("holds shards of another ensemble");
  });

  it("on a full disk ends with 74, names path and bytes, leaves nothing half-written and resumes", async () => {
    const runs = 5000;
    const whole = hashIn(await call(join(folder, "roomy"), runs));
    const out = join(folder, "full");
    await mkdir(out);
    const disk = limitDisk(out);
    try {
      const full = await startCommand(disk.command(words(join(out, "e"), runs))).ended;
      expect(full.code, full.err).toBe(74);
      expect(full.err).toMatch(
        /\.shard could not be written: .+ It needs [\d,]{5,} bytes, .* about [\d,]{7,} bytes\./,
      );
      expect(full.err).toContain(join(out, "e", "shards"));
      const left = await listShards(join(out, "e"));
      expect(left.filter((name) => !name.endsWith(".shard"))).toEqual([]);
      await expectWhole(join(out, "e"));
      expect(existsSync(join(out, "e", "summary.json"))).toBe(false);
      disk.free();
      const resumed = await call(join(out, "e"), runs, "--resume");
      expect(resumed.code, resumed.err).toBe(0);
      expect(hashIn(resumed)).toBe(whole);
    } finally {
      disk.remove();
    }
  });
});

interface SmallDisk {
  readonly command: (words: readonly string[]) => readonly string[];
  readonly free: () => void;
  readonly remove: () => void;
}

/** A disk of 600 kB: a file system of its own where we may mount one, else a limit on the size of any file. */
function limitDisk(path: string): SmallDisk {
  const node = process.execPath;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", path], { stdio: "ignore" });
    return {
      command: (list) => [node, ...list],
      free: () => void execFileSync("mount", ["-o", "remount,size=64m", path]),
      remove: () => void execFileSync("umount", [path]),
    };
  } catch {
    const limited = `trap '' XFSZ; ulimit -f 48; exec "$0" "$@"`;
    return {
      command: (list) => ["bash", "-c", limited, node, ...list],
      free: () => undefined,
      remove: () => undefined,
    };
  }
}
