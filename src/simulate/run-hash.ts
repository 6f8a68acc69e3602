import { startHash } from "../core/hash.ts";
import type { Run } from "./run.ts";

/**
 * SHA-256 over names and bits of all series, names in alphabetical order: the same on every engine, any order of
 * statements and any number of threads.
 */
export function hashRun(run: Pick<Run, "series">): string {
  const hash = startHash();
  for (const name of Object.keys(run.series).sort()) {
    const { buffer, byteOffset, byteLength } = run.series[name];
    hash.add(Uint8Array.from(name, (letter) => letter.charCodeAt(0) & 0xff));
    hash.add(Uint8Array.of(0));
    hash.add(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.end();
}
