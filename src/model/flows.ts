import type { Where } from "../core/problem.ts";
import { binary, one } from "./arithmetic.ts";
import type { Account, Accounts, Claim, Position, Share } from "./accounts.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import { instanceName, type Instance, type Scope } from "./dimensions.ts";
import type { IndexSyntax, Notes, PartySyntax, StatementOf } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** One payment, for one element of its indices. */
export interface Flow {
  readonly draft: VariableDraft;
  readonly base: string;
  readonly kind: "flow" | "interest";
  readonly notes: Notes;
  readonly where: Where;
  readonly payers: readonly Share[];
  readonly payees: readonly Share[];
  readonly currency: IndexSyntax | undefined;
  /** Amount in the money of the model: the variable times the rate of its currency. */
  amount: Expression;
  rate: Expression;
  /** The amount in the money of the model as a variable, if it is in another. */
  value?: VariableDraft;
  readonly step: number;
  /** The claim whose holders or issuers it is shared by. */
  readonly claim: Claim | undefined;
}

/** A purchase of a claim with its parties, for one element of its indices. */
export interface Purchase {
  readonly draft: VariableDraft;
  readonly claim: Claim;
  readonly notes: Notes;
  readonly buyers: readonly Share[];
  readonly sellers: readonly Share[];
}

/** Payments and changes of stocks. */
export class Flows {
  readonly flows: Flow[] = [];
  readonly purchases: Purchase[] = [];
  private readonly workshop: Workshop;
  private readonly accounts: Accounts;
  private readonly builder: ExpressionBuilder;

  constructor(workshop: Workshop, accounts: Accounts, builder: ExpressionBuilder) {
    this.workshop = workshop;
    this.accounts = accounts;
    this.builder = builder;
  }

  declareFlow(statement: StatementOf<"flow">, step: number): void {
    const { target, notes, payer, payee, where, currency } = statement;
    if (!this.declareTarget(statement, "flow")) return;
    const first = this.flows.length;
    for (const instance of this.workshop.dimensions.instances(target)) {
      const draft = this.createAmount(statement, instance);
      const payers = this.shares(payer, instance.scope, true);
      const payees = this.shares(payee, instance.scope, true);
      if (payers.length === 0 || payees.length === 0) continue;
      const amount = this.workshop.node("variable", draft);
      const base = target.name;
      const claim = this.sharedClaim(payer, instance.scope) ?? this.sharedClaim(payee, instance.scope);
      const parties = { payers, payees, currency, amount, rate: one, claim };
      this.flows.push({ draft, base, kind: "flow", notes, where, ...parties, step });
    }
    const declared = this.flows.slice(first);
    if (declared.length > 0 && declared.every(paysItself)) {
      const [{ payers }] = declared;
      this.workshop.report("pays-itself", where, { name: target.name, sector: payers[0].account.name });
    }
  }

  declareChange(statement: StatementOf<"change">, step: number): void {
    const { target, verb, asset } = statement;
    if (!this.declareTarget(statement, "change")) return;
    for (const instance of this.workshop.dimensions.instances(target)) {
      const draft = this.createAmount(statement, instance);
      const claim = this.accounts.claim(asset.name, asset.indices, instance.scope, asset.where);
      if (!claim) continue;
      if ((verb === "build") !== claim.isReal && (verb === "build" || verb === "purchase")) {
        this.workshop.report(verb === "build" ? "build-claim" : "purchase-stock", asset.where, {
          name: asset.name,
        });
        continue;
      }
      const amount = this.workshop.node("variable", draft);
      const record = (party: PartySyntax | undefined, gains: boolean): void => {
        if (!party) return;
        for (const { account, weight } of this.shares(party, instance.scope, false)) {
          const part = weight ? binary("*", weight, amount) : amount;
          this.change(claim, account, gains, part, party, statement, step, draft);
        }
      };
      if (verb === "purchase") {
        claim.isTraded = true;
        const side = (party: PartySyntax | undefined): readonly Share[] =>
          party ? this.shares(party, instance.scope, false) : [];
        const { notes } = statement;
        this.purchases.push({
          draft,
          claim,
          notes,
          buyers: side(statement.to),
          sellers: side(statement.from),
        });
      }
      record(statement.to, true);
      record(statement.from, false);
      if (verb === "writeoff" && !claim.isReal)
        this.cancelHoldings(claim, statement, instance, amount, step, draft);
    }
  }

  /** A written-off debt is lost by its holders, pro rata. */
  private cancelHoldings(
    claim: Claim,
    { from }: StatementOf<"change">,
    { scope }: Instance,
    amount: Expression,
    step: number,
    draft: VariableDraft,
  ): void {
    const account = from && this.accounts.account(from, scope);
    if (!account || !claim.issuers.some((position) => position.account === account)) return;
    for (const position of claim.holders) {
      const weight = this.weight(position, claim.holders, claim);
      position.volume.push({ sign: -1, amount: weight ? binary("*", weight, amount) : amount, step, draft });
    }
  }

  private change(
    claim: Claim,
    account: Account,
    gains: boolean,
    amount: Expression,
    party: PartySyntax,
    { verb }: StatementOf<"change">,
    step: number,
    draft: VariableDraft,
  ): void {
    const held = claim.holders.find((position) => position.account === account);
    const owed = claim.issuers.find((position) => position.account === account);
    // An issuer that sells issues, an issuer that buys redeems unless it also holds.
    const issues =
      verb === "purchase"
        ? gains
          ? held === undefined
          : owed !== undefined
        : owed !== undefined && held === undefined;
    const position = issues ? owed : (held ?? owed);
    if (!position) {
      this.workshop.report("no-position", party.where, { name: account.name, asset: claim.name });
      return;
    }
    const sign = gains === (position.side === "owed" && verb === "purchase") ? -1 : 1;
    if (verb === "writeoff" && position.side === "held" && !claim.isReal) {
      // A holder gives up a claim: its only issuer owes less.
      if (claim.issuers.length === 1) claim.issuers[0].volume.push({ sign: -1, amount, step, draft });
      else this.workshop.report("writeoff-issuer", party.where, { name: claim.name });
    }
    (verb === "purchase" ? position.trades : position.volume).push({ sign, amount, step, draft });
  }

  declareInterest(statement: StatementOf<"interest">, step: number): void {
    const { workshop } = this;
    const { asset, rate, notes, where } = statement;
    const claims = [...this.accounts.claims.values()].filter((claim) => claim.base === asset.name);
    if (claims.length === 0 || claims[0].isReal) {
      const known = [...this.accounts.claims.values()].filter((claim) => !claim.isReal);
      workshop.report("unknown-asset", asset.where, {
        name: asset.name,
        known: known.map((claim) => claim.base).join(", "),
      });
      return;
    }
    for (const claim of claims) {
      const many = claim.issuers.length > 1;
      for (const position of many ? claim.issuers : claim.holders) {
        const base = `interest.${position.draft.base}`;
        const { elements } = position;
        const name = instanceName(base, elements);
        if (!workshop.names.has(base)) {
          workshop.names.set(base, { name: base, kind: "flow", arity: elements.length, where, notes });
        } else if (workshop.variables.has(name)) {
          workshop.report("named-twice", where, {
            name: `interest on ${asset.name}`,
            line: workshop.names.get(base)?.where.line ?? 0,
          });
          return;
        }
        const draft = workshop.createVariable({ name, base, notes, where, origin: "interest" });
        this.pending.push(() => {
          const price = this.builder.build(rate, siteOf(claim.scope, base, elements));
          draft.equation = binary("*", price, workshop.node("variable", position.draft, 1));
        });
        const account = (each: Position): Account => this.accounts.incomeAccount(each.account);
        const share = (each: Position): Share => ({
          account: account(each),
          weight: each.side === "owed" ? undefined : this.weight(each, claim.holders, claim),
        });
        const alone = [{ account: account(position), weight: undefined }];
        const payers = many ? alone : claim.issuers.map(share);
        const payees = many ? claim.holders.map(share) : alone;
        const amount = workshop.node("variable", draft);
        this.flows.push({
          draft,
          base: `interest.${asset.name}`,
          kind: "interest",
          notes,
          where,
          payers,
          payees,
          currency: claim.currency,
          amount,
          rate: one,
          step,
          claim,
        });
      }
    }
  }

  /** Work that needs every name declared. */
  readonly pending: (() => void)[] = [];
  private declareTarget(
    { target, notes }: StatementOf<"flow"> | StatementOf<"change">,
    kind: "flow" | "change",
  ): boolean {
    const { name, where, indices } = target;
    return this.workshop.declare({ name, kind, arity: indices.length, where, notes });
  }

  private createAmount(
    statement: StatementOf<"flow"> | StatementOf<"change">,
    instance: Instance,
  ): VariableDraft {
    const { target, notes, amount } = statement;
    const { where, name: base } = target;
    const draft = this.workshop.createVariable({
      name: instance.name,
      base,
      notes,
      where,
      origin: "written",
    });
    if (amount) draft.written = { syntax: amount, scope: instance.scope, where: amount.where };
    return draft;
  }

  /** The accounts a party stands for: one, or all holders or issuers of a claim with their shares. */
  private shares(party: PartySyntax, scope: Scope, isIncome: boolean): readonly Share[] {
    if (party.kind === "sector") {
      const account = this.accounts.account(party, scope);
      return account ? [{ account, weight: undefined }] : [];
    }
    const name = party.account === undefined ? party.sector : `${party.sector}.${party.account}`;
    const claim = this.accounts.claim(name, party.indices, scope, party.where);
    if (!claim) return [];
    const positions = party.kind === "holders" ? claim.holders : claim.issuers;
    return positions.map((each) => ({
      account: isIncome ? this.accounts.incomeAccount(each.account) : each.account,
      weight: this.weight(each, positions, claim),
    }));
  }

  private sharedClaim(party: PartySyntax, scope: Scope): Claim | undefined {
    if (party.kind === "sector") return undefined;
    const name = party.account === undefined ? party.sector : `${party.sector}.${party.account}`;
    return this.accounts.claim(name, party.indices, scope, party.where);
  }

  /** A position's share in all positions of its side at the end of last period. */
  private weight(position: Position, positions: readonly Position[], claim: Claim): Expression | undefined {
    if (positions.length === 1) return undefined;
    const node = (draft: VariableDraft): Expression => this.workshop.node("variable", draft, 1);
    return binary("/", node(position.draft), node(claim.total));
  }
}

function paysItself({ payers, payees }: Flow): boolean {
  const [payer, payee] = [payers[0].account, payees[0].account];
  return payers.length === 1 && payees.length === 1 && payer === payee;
}
