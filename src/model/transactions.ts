import type { Bilingual } from "../text/language.ts";
import type { Accounts, Claim, Position, Share } from "./accounts.ts";
import { binary } from "./arithmetic.ts";
import type { Flows } from "./flows.ts";
import type { Notes } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** What a claim is: one valued by price or net assets is a share; a debt is owed to one holder or to many. */
export type ClaimKind = "share" | "loan" | "bond";

/** A declared payment, or a purchase of a claim: who pays whom. Expressions are over variables only. */
export interface Transaction {
  /** Name as declared, without indices. */
  readonly base: string;
  readonly label: Bilingual;
  /** The claim bought, or on which interest or dividends are paid; undefined: a plain payment. */
  readonly claim: ClaimKind | undefined;
  readonly payers: readonly Party[];
  readonly payees: readonly Party[];
  readonly amount: Expression;
}

/** An account with its part of the amount; no weight: all of it. */
export interface Party {
  readonly account: string;
  readonly weight: Expression | undefined;
}

/** What accounts hold and owe of a claim, in money. */
export interface ClaimDocument {
  readonly base: string;
  readonly kind: ClaimKind;
  readonly holders: readonly Stand[];
  readonly issuers: readonly Stand[];
}

export interface Stand {
  readonly account: string;
  readonly value: Expression;
}

/** Payments and purchases of a model, with their parties. */
export function listTransactions(workshop: Workshop, flows: Flows): readonly Transaction[] {
  const node = (draft: VariableDraft): Expression => workshop.node("variable", draft);
  const parties = (shares: readonly Share[]): readonly Party[] =>
    shares.map(({ account, weight }) => ({ account: account.name, weight }));
  const paid = flows.flows.map((flow): Transaction => {
    const { base, claim, payers, payees, notes } = flow;
    return {
      base,
      label: labelOf(notes, base),
      claim: claim && kindOf(claim),
      payers: parties(payers),
      payees: parties(payees),
      amount: node(flow.value ?? flow.draft),
    };
  });
  const bought = flows.purchases.map(({ draft, claim, notes, buyers, sellers }): Transaction => ({
    base: draft.base,
    label: labelOf(notes, draft.base),
    claim: kindOf(claim),
    payers: parties(buyers),
    payees: parties(sellers),
    amount: node(draft),
  }));
  return [...paid, ...bought];
}

/** Claims of a model with what everyone holds and owes. */
export function listClaims(
  workshop: Workshop,
  accounts: Accounts,
  priceOf: (claim: Claim, lag: number) => Expression,
): readonly ClaimDocument[] {
  return [...accounts.claims.values()]
    .filter((claim) => !claim.isReal)
    .map((claim) => {
      const stand = ({ account, draft }: Position): Stand => ({
        account: account.name,
        value: binary("*", priceOf(claim, 0), workshop.node("variable", draft)),
      });
      const { base, holders, issuers } = claim;
      return { base, kind: kindOf(claim), holders: holders.map(stand), issuers: issuers.map(stand) };
    });
}

function kindOf({ writtenPrice, atNetAssets, holders }: Claim): ClaimKind {
  if (writtenPrice || atNetAssets) return "share";
  return holders.length > 1 ? "bond" : "loan";
}

function labelOf({ en, de }: Notes, base: string): Bilingual {
  return { en: en ?? de ?? base, de: de ?? en ?? base };
}
