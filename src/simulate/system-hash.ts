import { sha256 } from "../core/hash.ts";
import type { System } from "../model/system.ts";

/** What is said about numbers and where it stands, but does not decide them. */
const silent = new Set(["where", "label", "source", "unit", "origin"]);

/**
 * SHA-256 over everything in a model that decides its numbers under no scenario; each scenario has a hash of its own, so
 * that adding one leaves results of the others valid.
 */
export function hashSystem(system: System): string {
  return hashNumbers({ ...system, scenarios: [] });
}

/** SHA-256 over what decides numbers in a part of a model. */
export function hashNumbers(part: unknown): string {
  const text = JSON.stringify(part, (key: string, value: unknown) =>
    silent.has(key)
      ? undefined
      : typeof value === "number" && !Number.isFinite(value)
        ? String(value)
        : value,
  );
  return sha256(new TextEncoder().encode(text));
}
