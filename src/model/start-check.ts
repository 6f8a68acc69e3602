import type { Accounts, Position } from "./accounts.ts";
import { evaluateConstant } from "./arithmetic.ts";
import type { Start } from "./initial-values.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** Share of a claim that rounded start values may be off. */
const tolerance = 1e-9;
const deepest = 200;

/** Balance sheets must close at the start: what the holders of a claim have is what its issuers owe. */
export function checkStart(
  workshop: Workshop,
  accounts: Accounts,
  starts: ReadonlyMap<VariableDraft, Start>,
): void {
  const parameters = [...workshop.parameters.values()];
  const known = new Map<number, number | undefined>();
  const startOf = (id: number, depth: number): number | undefined => {
    if (known.has(id)) return known.get(id);
    known.set(id, undefined);
    const initial = starts.get(workshop.drafts[id])?.initial;
    const value =
      initial && depth < deepest
        ? evaluateConstant(
            initial,
            (parameter) => parameters[parameter].value,
            (other) => startOf(other, depth + 1),
          )
        : undefined;
    known.set(id, value);
    return value;
  };
  const total = (positions: readonly Position[]): number | undefined => {
    let sum = 0;
    for (const { draft } of positions) {
      const value = startOf(draft.id, 0);
      if (value === undefined) return undefined;
      sum += value;
    }
    return sum;
  };
  for (const claim of accounts.claims.values()) {
    const { holders, issuers, name, where } = claim;
    const isValued = claim.atNetAssets && holders.length > 1;
    if (claim.isReal || (!isValued && (holders.length < 2 || issuers.length < 2))) continue;
    const held = total(holders);
    const owed = total(issuers);
    if (held === undefined || owed === undefined) continue;
    if (Math.abs(held - owed) <= tolerance * Math.max(1, Math.abs(held), Math.abs(owed))) continue;
    workshop.report(isValued ? "start-revalued" : "start-unbalanced", where, { name, held, owed });
  }
}
