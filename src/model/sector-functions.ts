import { binary, difference, sum } from "./arithmetic.ts";
import type { Account, Accounts, Movement, Position } from "./accounts.ts";
import { accumulates, inOrder, signed } from "./budgets.ts";
import type { SectorFunctions, Site } from "./build-expression.ts";
import type { Flow, Flows } from "./flows.ts";
import type { ExpressionSyntax, IndexSyntax } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

const names = ["networth", "assets", "liabilities", "receipts", "payments", "netlending"] as const;
type CallSyntax = Extract<ExpressionSyntax, { kind: "call" }>;

/** Functions of a sector: what it is worth, holds, owes, receives and pays; and positions after a step. */
export function createSectorFunctions(
  workshop: Workshop,
  accounts: Accounts,
  flows: Flows,
  steps: ReadonlyMap<string, number>,
): SectorFunctions {
  const stepOf = (step: IndexSyntax | undefined): number => {
    if (!step) return Infinity;
    const known = steps.get(step.name);
    if (known === undefined)
      workshop.report("unknown-step", step.where, {
        name: step.name,
        known: [...steps.keys()].join(", ") || "–",
      });
    return known ?? Infinity;
  };
  const positionsByDraft = (): ReadonlyMap<VariableDraft, readonly Position[]> => {
    const found = new Map<VariableDraft, Position[]>();
    for (const claim of accounts.claims.values()) {
      for (const position of [...claim.holders, ...claim.issuers]) {
        found.set(position.draft, [...(found.get(position.draft) ?? []), position]);
      }
    }
    return found;
  };
  let byDraft: ReturnType<typeof positionsByDraft> | undefined;

  let ordered: readonly Flow[] | undefined;
  const flowsOf = (wanted: readonly Account[], side: "payers" | "payees", step: number): Expression => {
    ordered ??= [...flows.flows].sort(inOrder);
    const parts = ordered
      .filter((flow) => flow.step <= step)
      .flatMap((flow) =>
        flow[side]
          .filter(({ account }) => wanted.includes(account))
          .map(({ weight }) => (weight ? binary("*", weight, flow.amount) : flow.amount)),
      );
    return sum(parts);
  };
  const until = (movements: readonly Movement[], step: number): Expression =>
    signed(movements.filter((movement) => movement.step <= step));

  /** A position when the statements up to a step have been carried out. */
  const positionAfter = (draft: VariableDraft, step: number, where: IndexSyntax["where"]): Expression => {
    byDraft ??= positionsByDraft();
    const positions = byDraft.get(draft) ?? [];
    const position = positions.find((each) => each.side === "held") ?? positions[0];
    const node = workshop.node("variable", draft, 1, where);
    if (!position) {
      workshop.report("after-no-position", where, { name: draft.name });
      return node;
    }
    const { claim } = position;
    const parts = claim.holders.length > 1 ? claim.holders : claim.issuers;
    if (draft === claim.total && parts.length > 1) {
      return sum(parts.map((part) => positionAfter(part.draft, step, where)));
    }
    const volume = until(position.volume, step);
    if (claim.isReal || accumulates(position)) {
      return sum([node, volume, binary("/", until(position.trades, step), claim.price)]);
    }
    // What an account has left over, if everything else it deals in is declared.
    const accountsWithIt = [position, ...claim.issuers].map((each) => each.account);
    const found = accountsWithIt
      .map((account) => ({ account, terms: dealings(account) }))
      .find(({ terms }) =>
        terms.every((term) => term.position.draft === draft || accumulates(term.position)),
      );
    const own = found?.terms.find((term) => term.position.draft === draft);
    if (draft.written || !found || !own) {
      workshop.report("after-unknowable", where, { name: draft.name });
      return node;
    }
    const receipts = [flowsOf([found.account], "payees", step)];
    const payments = [flowsOf([found.account], "payers", step)];
    for (const { position: other, sign } of found.terms) {
      if (other.draft !== draft) (sign === 1 ? receipts : payments).push(until(other.trades, step));
    }
    const left = own.sign === -1 ? difference(receipts, payments) : difference(payments, receipts);
    return sum([node, volume, binary("/", left, claim.price)]);
  };

  /** The positions whose changes an account pays for (−1) or is paid for (1). */
  const dealings = (account: Account): readonly { readonly position: Position; readonly sign: 1 | -1 }[] =>
    [...accounts.claims.values()].flatMap((claim) => {
      if (claim.isReal) return [];
      const { holders, issuers } = claim;
      if (issuers.length === 1 && issuers[0].account === account) {
        return holders.map((each) => ({ position: each, sign: 1 as const }));
      }
      if (holders.length === 1 && holders[0].account === account) {
        return issuers.map((each) => ({ position: each, sign: -1 as const }));
      }
      return [...holders, ...issuers]
        .filter((each) => each.account === account)
        .map((each) => ({ position: each, sign: each.side === "held" ? (-1 as const) : (1 as const) }));
    });

  const accountsOf = (call: CallSyntax, site: Site): readonly Account[] => {
    const [argument] = call.of;
    if (call.of.length !== 1 || argument?.kind !== "reference") {
      workshop.report("expected-sector-argument", call.where, { name: call.name });
      return [];
    }
    const [sector, account] = argument.name.split(".");
    const entry = accounts.sectors.get(sector);
    if (!entry) {
      accounts.unknownSector(argument.name, argument.where);
      return [];
    }
    const parts = account === undefined && entry.accounts.length > 0 ? entry.accounts : [account];
    const party = {
      kind: "sector",
      sector,
      indices: argument.indices,
      alias: undefined,
      where: argument.where,
    } as const;
    const found = parts.map((part) => accounts.account({ ...party, account: part }, site.scope));
    return found.every((each) => each !== undefined) ? found : [];
  };

  return {
    names,
    after: (draft, step) => positionAfter(draft, stepOf(step), step.where),
    value: (call, site) => {
      const wanted = accountsOf(call, site);
      const step = stepOf(call.after);
      const worth = (side: Position["side"]): Expression =>
        sum(
          accounts
            .positionsOf(wanted)
            .filter((position) => position.side === side)
            .map((position) => {
              const quantity = call.after
                ? positionAfter(position.draft, step, call.after.where)
                : workshop.node("variable", position.draft);
              return binary("*", position.claim.price, quantity);
            }),
        );
      switch (call.name as (typeof names)[number]) {
        case "assets":
          return worth("held");
        case "liabilities":
          return worth("owed");
        case "networth":
          return binary("-", worth("held"), worth("owed"));
        case "receipts":
          return flowsOf(wanted, "payees", step);
        case "payments":
          return flowsOf(wanted, "payers", step);
        case "netlending":
          return binary("-", flowsOf(wanted, "payees", step), flowsOf(wanted, "payers", step));
      }
    },
  };
}
