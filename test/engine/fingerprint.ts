import { hashRun, simulate } from "../../src/simulate/index.ts";
import type { System } from "../../src/model/system.ts";
import { sha256 } from "../../src/core/hash.ts";

/** One hash over the runs of several systems: what every engine has to agree on. */
export function fingerprint(systems: readonly System[], engine: "wasm" | "interpreter"): string {
  const hashes = systems.map((system) => {
    const scenario = system.scenarios.map(({ name }) => name);
    return hashRun(simulate(system, { scenario, engine, members: 5, seed: 3 }).value!);
  });
  return sha256(Uint8Array.from(hashes.join(), (letter) => letter.charCodeAt(0)));
}
