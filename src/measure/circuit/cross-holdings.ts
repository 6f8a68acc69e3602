import type { Range } from "../../ledger/ledger.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { belongsTo, type Reading } from "../../ledger/selection.ts";
import type { Circuit } from "../measurement.ts";
import { aboutMethod } from "../method.ts";
import { inflateBookValue, type Stake } from "./book-value.ts";

/** What a firm is worth, and the figures that say so. */
export interface FirmValue {
  readonly value: Range;
  readonly evidence: readonly string[];
}

/**
 * How much the stakes between actors count the same value twice, at the values given. `undefined` if no stake joins two
 * actors of known value, or if more than all of a firm would be held (stakes from different dates).
 */
export function measureCrossHoldings(
  ledger: Ledger,
  status: Reading,
  unit: string,
  worthOf: (actor: string) => FirmValue | undefined,
): Circuit["bookInflation"] {
  const outside = new Set(ledger.actors.filter((actor) => actor.boundary).map((actor) => actor.id));
  const firms: string[] = [];
  const values: FirmValue[] = [];
  const place = (actor: string): number | undefined => {
    const known = firms.indexOf(actor);
    if (known >= 0) return known;
    const value = outside.has(actor) ? undefined : worthOf(actor);
    if (!value) return undefined;
    values.push(value);
    return firms.push(actor) - 1;
  };
  const stakes: Stake[] = [];
  const evidence: string[] = [];
  const held = new Map<number, number>();
  for (const { holder, issuer, share, status: own, instrument, id, evidence: figures } of ledger.holdings) {
    if (share === undefined || instrument !== "equity" || !belongsTo(own, status)) continue;
    const [a, b] = [place(holder), place(issuer)];
    if (a === undefined || b === undefined || a === b) continue;
    stakes.push({ holder: a, issuer: b, share });
    held.set(b, (held.get(b) ?? 0) + share);
    evidence.push(id, ...figures, ...values[a].evidence, ...values[b].evidence);
  }
  if (stakes.length === 0 || [...held.values()].some((share) => share >= 1)) return undefined;
  const { factor, countedTwice } = inflateBookValue(
    stakes,
    values.map(({ value }) => value.value),
  );
  const inputs = { firms: firms.join(", "), stakes: stakes.length };
  return { factor, countedTwice, unit, ...aboutMethod("bookInflation", inputs, evidence) };
}
