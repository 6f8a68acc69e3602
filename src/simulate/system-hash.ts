import { sha256 } from "../core/hash.ts";
import type { System } from "../model/system.ts";

/** What is said about numbers and where it stands, but does not decide them. */
const silent = new Set(["where", "label", "source", "unit", "origin"]);

/** SHA-256 over everything in a model that decides its numbers. */
export function hashSystem(system: System): string {
  const text = JSON.stringify(system, (key: string, value: unknown) =>
    silent.has(key)
      ? undefined
      : typeof value === "number" && !Number.isFinite(value)
        ? String(value)
        : value,
  );
  return sha256(new TextEncoder().encode(text));
}
