import type { Accounts, Claim, Position } from "./accounts.ts";
import { binary, sum } from "./arithmetic.ts";
import { accumulates, signed } from "./budgets.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** Equations of totals, and of positions that add up their purchases and other changes. */
export function defineClaims(workshop: Workshop, accounts: Accounts): void {
  const node = (draft: VariableDraft, lag = 0): Expression => workshop.node("variable", draft, lag);
  for (const claim of accounts.claims.values()) {
    const { total, holders, issuers, price, isReal, atNetAssets } = claim;
    const positions = [...holders, ...issuers];
    const added = (position: Position): Expression =>
      sum([node(position.draft, 1), binary("/", signed(position.trades), price), signed(position.volume)]);
    const parts = holders.length > 1 ? holders : issuers.length > 1 ? issuers : [];
    if (parts.length > 0) {
      if (total.written) {
        workshop.report("total-is-sum", total.written.where, {
          name: total.name,
          parts: parts.map(({ draft }) => draft.name).join(", "),
        });
        total.written = undefined;
      }
      total.equation = sum(parts.map(({ draft }) => node(draft)));
    }
    if (atNetAssets) {
      defineAtNetAssets(workshop, accounts, claim, added);
      continue;
    }
    for (const position of positions) {
      const { draft } = position;
      if (draft.equation || (parts.length > 0 && draft === total)) continue;
      const hasChanges = position.volume.length > 0;
      if ((isReal && hasChanges) || (!isReal && accumulates(position))) draft.equation = added(position);
    }
  }
}

/** Holders share what the issuer's assets are worth after its other debts, in proportion to what they put in. */
function defineAtNetAssets(
  workshop: Workshop,
  accounts: Accounts,
  claim: Claim,
  added: (position: Position) => Expression,
): void {
  const { total, holders, issuers } = claim;
  const [issuer] = issuers;
  if (issuers.length !== 1) {
    workshop.report("net-assets-many-issuers", claim.where, { name: claim.name });
    return;
  }
  const columns = [...accounts.accounts.values()].filter(({ sector }) => sector === issuer.account.sector);
  const worth = accounts
    .positionsOf(columns)
    .filter((position) => position.claim !== claim)
    .map((position): { readonly sign: 1 | -1; readonly amount: Expression } => ({
      sign: position.side === "held" ? 1 : -1,
      amount: binary("*", position.claim.price, workshop.node("variable", position.draft)),
    }));
  const netAssets = signed(worth);
  total.equation = netAssets;
  if (holders.length === 1) return;
  const all = sum(holders.map(added));
  for (const holder of holders) {
    holder.draft.equation = binary("*", added(holder), binary("/", workshop.node("variable", total), all));
  }
}
