import { binary, call, difference, negate, sum } from "./arithmetic.ts";
import type { Account, Accounts, Claim, Position } from "./accounts.ts";
import type { Flow, Flows } from "./flows.ts";
import { type Link, matchBudgets } from "./matching.ts";
import type { Balance, Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** What an account receives (or, with sign −1, pays). */
interface Term {
  readonly sign: 1 | -1;
  readonly amount: Expression;
  /** The unknown in it, and its value from the value of the amount. */
  readonly unknown: VariableDraft | undefined;
  readonly solve: (amount: Expression) => Expression;
}

const asItIs = (amount: Expression): Expression => amount;

/** Budgets of all accounts, and of pools of claims with many issuers and many holders. */
export class Budgets {
  private readonly workshop: Workshop;
  private readonly accounts: Accounts;
  private readonly flows: Flows;
  /** Variables left to the accounting. */
  private readonly unknown: ReadonlySet<VariableDraft>;
  private readonly payments: ReadonlySet<VariableDraft>;
  private readonly terms = new Map<string, Term[]>();
  private readonly labels: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly links: Link[] = [];
  private readonly linked: (VariableDraft | undefined)[] = [];

  constructor(workshop: Workshop, accounts: Accounts, flows: Flows, unknown: ReadonlySet<VariableDraft>) {
    this.workshop = workshop;
    this.accounts = accounts;
    this.flows = flows;
    this.unknown = unknown;
    this.payments = new Set(flows.flows.map(({ draft }) => draft));
    this.labels = [...accounts.accounts.keys()].sort();
    const claims = [...accounts.claims.values()].filter((claim) => !claim.isReal);
    this.labels.push(
      ...claims
        .filter((claim) => this.isOpenPool(claim))
        .map((claim) => claim.name)
        .sort(),
    );
    for (const [place, label] of this.labels.entries()) {
      this.terms.set(label, []);
      this.places.set(label, place);
    }
    for (const flow of [...flows.flows].sort(inOrder)) this.addFlow(flow);
    for (const claim of claims.sort((a, b) => (a.name < b.name ? -1 : 1))) this.addClaim(claim);
  }

  /** A claim with several issuers and holders, of which something is left to the accounting. */
  private isOpenPool(claim: Claim): boolean {
    const positions = [...claim.holders, ...claim.issuers];
    return (
      claim.issuers.length > 1 &&
      claim.holders.length > 1 &&
      positions.some((position) => !accumulates(position))
    );
  }

  private add(label: string, term: Omit<Term, "solve"> & { readonly solve?: Term["solve"] }): void {
    this.terms.get(label)?.push({ solve: asItIs, ...term });
  }

  private link(from: string, to: string, unknown: VariableDraft | undefined): void {
    const [a, b] = [this.places.get(from) ?? 0, this.places.get(to) ?? 0];
    if (a === b) return;
    this.links.push({ id: this.linked.length, from: a, to: b, isUnknown: unknown !== undefined });
    this.linked.push(unknown);
  }

  private addFlow({ draft, payers, payees, amount, rate }: Flow): void {
    const solve = (value: Expression): Expression => binary("/", value, rate);
    const unknown = this.unknown.has(draft) ? draft : undefined;
    const part = (weight: Expression | undefined): Expression =>
      weight ? binary("*", weight, amount) : amount;
    for (const { account, weight } of payers)
      this.add(account.name, { sign: -1, amount: part(weight), unknown, solve });
    for (const { account, weight } of payees)
      this.add(account.name, { sign: 1, amount: part(weight), unknown, solve });
    for (const payer of payers) {
      for (const payee of payees) this.link(payer.account.name, payee.account.name, unknown);
    }
  }

  private addClaim(claim: Claim): void {
    const pool = this.isOpenPool(claim) ? claim.name : undefined;
    const { holders, issuers } = claim;
    const positions = [...holders, ...issuers];
    // A party that does not exist has been reported.
    if (holders.length === 0 || issuers.length === 0) return;
    if (positions.every(accumulates)) {
      for (const position of positions) {
        const sign = position.side === "held" ? -1 : 1;
        if (position.trades.length > 0)
          this.add(position.account.name, { ...this.acquisition(position), sign });
        this.link(position.account.name, issuers[0].account.name, undefined);
      }
      return;
    }
    const tie = (position: Position, other: string): void => {
      const term = this.acquisition(position);
      const sign = position.side === "held" ? -1 : 1;
      this.add(position.account.name, { ...term, sign });
      if (other !== pool) this.add(other, { ...term, sign: sign === 1 ? -1 : 1 });
      this.link(position.account.name, other, term.unknown);
    };
    if (pool !== undefined) {
      for (const position of positions) {
        tie(position, pool);
        const amount = this.workshop.node("variable", position.draft);
        const unknown = this.unknown.has(position.draft) ? position.draft : undefined;
        this.add(pool, { sign: position.side === "held" ? 1 : -1, amount, unknown });
      }
    } else if (issuers.length === 1) {
      for (const position of holders) tie(position, issuers[0].account.name);
    } else {
      for (const position of issuers) tie(position, holders[0].account.name);
    }
  }

  /** Money spent on a position: price × change of the quantity that is no other change. */
  private acquisition(position: Position): Omit<Term, "sign"> {
    const { draft, claim } = position;
    if (accumulates(position)) {
      return { amount: signed(position.trades), unknown: undefined, solve: asItIs };
    }
    const node = this.workshop.node("variable", draft);
    const before = binary("+", this.workshop.node("variable", draft, 1), signed(position.volume));
    return {
      amount: binary("*", claim.price, binary("-", node, before)),
      unknown: this.unknown.has(draft) ? draft : undefined,
      solve: (amount) => binary("+", before, binary("/", amount, claim.price)),
    };
  }

  /** Gives every unknown its equation, and returns the redundant budgets. */
  close(wanted: ReadonlyMap<VariableDraft, Account>): readonly Balance[] {
    const issuing = new Set(
      [...this.accounts.claims.values()].flatMap((claim) => claim.issuers.map(({ account }) => account.name)),
    );
    const fixed = new Map(
      this.linked.flatMap((draft, link) => {
        const account = draft && wanted.get(draft);
        return account ? [[link, this.places.get(account.name) ?? 0] as const] : [];
      }),
    );
    const matching = matchBudgets(
      this.labels.length,
      this.links,
      (account) =>
        issuing.has(this.labels[account]) ? 0 : this.accounts.accounts.has(this.labels[account]) ? 1 : 2,
      fixed,
    );
    this.reportRings(matching.rings);
    this.reportLeaks(matching.overdetermined);
    for (const [link, account] of matching.accountOf) {
      const draft = this.linked[link];
      if (draft) this.solve(draft, this.labels[account]);
    }
    return matching.redundant
      .map((account) => this.labels[account])
      .filter((label) => (this.terms.get(label)?.length ?? 0) > 0)
      .map((label) => this.balance(label));
  }

  private solve(draft: VariableDraft, label: string): void {
    const terms = this.terms.get(label) ?? [];
    const own = terms.find((term) => term.unknown === draft);
    if (!own) return;
    const others = terms.filter((term) => term !== own);
    const [plus, minus] = ([1, -1] as const).map((sign) =>
      others.filter((term) => term.sign === sign).map((term) => term.amount),
    );
    draft.equation = own.solve(own.sign === 1 ? difference(minus, plus) : difference(plus, minus));
    draft.origin = "budget";
  }

  private balance(label: string): Balance {
    const terms = this.terms.get(label) ?? [];
    const of = (sign: 1 | -1): readonly Expression[] =>
      terms.filter((term) => term.sign === sign).map((term) => term.amount);
    return {
      label,
      residual: difference(of(1), of(-1)),
      turnover: sum(terms.map((term) => call("abs", term.amount))),
    };
  }

  private reportRings(rings: readonly (readonly number[])[]): void {
    const told = new Set<string>();
    for (const ring of rings) {
      if (this.workshop.isFull) return;
      const drafts = ring.flatMap((link) => this.linked[link] ?? []);
      // Elements of the same names are one mistake.
      const bases = [...new Set(drafts.map((draft) => draft.base))].sort().join(", ");
      if (told.has(bases)) continue;
      told.add(bases);
      // A payment is the likelier gap: claims usually follow from payments.
      const isPayment = (draft: VariableDraft): number => Number(this.payments.has(draft));
      const ranked = drafts.sort(
        (a, b) => isPayment(b) - isPayment(a) || a.where.line - b.where.line || a.id - b.id,
      );
      const [first] = ranked;
      const names = ranked.map((draft) => draft.name);
      this.workshop.report("needs-equation", first.where, { names: names.join(", ") });
    }
  }

  /** Groups of accounts whose payments and claims with others are all given: what they do not spend is lost. */
  private reportLeaks(groups: readonly (readonly number[])[]): void {
    for (const group of groups) {
      if (this.workshop.isFull) return;
      const names = new Set(group.map((account) => this.labels[account]));
      const crossing = new Map<string, VariableDraft>();
      for (const flow of this.flows.flows) {
        const sides = [flow.payers, flow.payees].map((shares) =>
          shares.some(({ account }) => names.has(account.name)),
        );
        if (sides[0] !== sides[1] || flow.payers.length + flow.payees.length > 2)
          crossing.set(flow.draft.name, flow.draft);
      }
      for (const claim of this.accounts.claims.values()) {
        if (claim.isReal) continue;
        const touches = [...claim.holders, ...claim.issuers].filter(({ account }) => names.has(account.name));
        if (touches.length === 0 || touches.length === claim.holders.length + claim.issuers.length) continue;
        for (const { draft } of touches) if (draft.written) crossing.set(draft.name, draft);
      }
      const written = [...crossing.values()].filter((draft) => draft.written);
      // A claim with an equation is the likeliest surplus: claims usually follow from payments.
      const culprit = written.find((draft) => !this.payments.has(draft)) ?? written.at(-1);
      const account = this.accounts.accounts.get([...names][0]);
      const where = culprit?.written?.where ?? account?.where;
      if (!where) continue;
      this.workshop.report("leak", where, {
        accounts: [...names].sort().join(", "),
        names:
          written
            .map((draft) => `${draft.name} (${draft.written?.where.line ?? 0})`)
            .sort()
            .join(", ") || "–",
        line: account?.where.line ?? 0,
        culprit: culprit?.name ?? "–",
      });
    }
  }
}

/** True if a position is what its purchases add up to; a total is, if all its parts are. */
export function accumulates({ draft, claim }: Position): boolean {
  if (draft === claim.total) {
    const parts = claim.holders.length > 1 ? claim.holders : claim.issuers;
    if (parts.length > 1) return parts.every(accumulates);
  }
  return (claim.isTraded || claim.atNetAssets) && !draft.written && draft.origin !== "budget";
}

/** Movements as one sum. */
export function signed(
  movements: readonly { readonly sign: 1 | -1; readonly amount: Expression }[],
): Expression {
  return sum(movements.map(({ sign, amount }) => (sign === 1 ? amount : negate(amount))));
}

/** By step and name: budgets then begin like the positions after a step, and share their sums. */
export function inOrder(a: Flow, b: Flow): number {
  if (a.step !== b.step) return a.step - b.step;
  return a.draft.name < b.draft.name ? -1 : a.draft.name > b.draft.name ? 1 : 0;
}
