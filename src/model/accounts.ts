import { nearestName } from "../core/nearest-name.ts";
import type { Where } from "../core/problem.ts";
import { one } from "./arithmetic.ts";
import { instanceName, type Scope } from "./dimensions.ts";
import type { IndexSyntax, Notes, PartySyntax, StatementOf } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop, Written } from "./workshop.ts";

/** A column of the matrices, with a budget: a sector, an element of it, or one of its accounts. */
export interface Account {
  /** `firms.current[nvidia]`; unique. */
  readonly name: string;
  /** `firms[nvidia]`. */
  readonly sector: string;
  readonly where: Where;
}

/** An account and its part of an amount; no weight: all of it. */
export interface Share {
  readonly account: Account;
  weight: Expression | undefined;
}

/** What one account holds or owes of a claim. */
export interface Position {
  readonly draft: VariableDraft;
  readonly elements: readonly string[];
  readonly account: Account;
  readonly side: "held" | "owed";
  readonly claim: Claim;
  /** Changes that are no transactions, in units of the claim. */
  readonly volume: Movement[];
  /** Purchases and sales (on the owed side: issues and redemptions), in money. */
  readonly trades: Movement[];
}

/** One declared change of a position. */
export interface Movement {
  readonly sign: 1 | -1;
  readonly amount: Expression;
  readonly step: number;
  readonly draft: VariableDraft;
}

/** An asset or real stock, for one element of its indices. */
export interface Claim {
  readonly name: string;
  readonly base: string;
  readonly elements: readonly string[];
  readonly scope: Scope;
  readonly notes: Notes;
  readonly where: Where;
  readonly isReal: boolean;
  readonly atNetAssets: boolean;
  readonly total: VariableDraft;
  readonly holders: readonly Position[];
  readonly issuers: readonly Position[];
  readonly writtenPrice: Written | undefined;
  readonly currency: IndexSyntax | undefined;
  /** Value of one unit in the money of the model. */
  price: Expression;
  /** True if purchases are declared for it, which its positions then add up. */
  isTraded: boolean;
}

interface SectorEntry {
  readonly name: string;
  readonly arity: number;
  readonly accounts: readonly string[];
  readonly where: Where;
  readonly notes: Notes;
}

/** Sectors with their accounts, and claims between them. */
export class Accounts {
  readonly sectors = new Map<string, SectorEntry>();
  readonly accounts = new Map<string, Account>();
  readonly claims = new Map<string, Claim>();
  private readonly firstAccounts = new Map<string, Account>();
  private readonly workshop: Workshop;

  constructor(workshop: Workshop) {
    this.workshop = workshop;
  }

  declareSectors(statement: StatementOf<"sector">): void {
    for (const { target, accounts, notes } of statement.sectors) {
      const { name, where, indices } = target;
      const known = this.sectors.get(name);
      if (known) {
        this.workshop.report("named-twice", where, { name, line: known.where.line });
        continue;
      }
      this.sectors.set(name, { name, arity: indices.length, accounts, where, notes });
      if (notes.en !== undefined || notes.de !== undefined) this.workshop.labels.set(name, notes);
      for (const { elements } of this.workshop.dimensions.instances(target)) {
        const sector = instanceName(name, elements);
        for (const account of accounts.length > 0 ? accounts : [undefined]) {
          const column = instanceName(account === undefined ? name : `${name}.${account}`, elements);
          const created = { name: column, sector, where };
          this.accounts.set(column, created);
          if (!this.firstAccounts.has(sector)) this.firstAccounts.set(sector, created);
        }
      }
    }
  }

  declareClaim(statement: StatementOf<"asset">): void {
    const { workshop } = this;
    const { target, notes, issuers, holders } = statement;
    const { name, where } = target;
    const isReal = issuers.length === 0;
    const arity = target.indices.length;
    if (!workshop.declare({ name, kind: isReal ? "stock" : "claim", arity, where, notes })) return;
    const isSingle = (parties: readonly PartySyntax[]): boolean =>
      parties.length === 1 && this.freeIndices(parties[0], statement).length === 0;
    const single = { held: isSingle(holders), owed: isSingle(issuers) };
    const bases = new Map<PartySyntax, string>();
    for (const [side, parties] of [
      ["held", holders],
      ["owed", issuers],
    ] as const) {
      for (const party of parties) bases.set(party, this.nameOf(party, statement, single[side]));
    }
    for (const instance of workshop.dimensions.instances(target)) {
      const base = { where, notes };
      const total = workshop.createVariable({
        ...base,
        name: instance.name,
        base: name,
        origin: "definition",
      });
      const positions = { held: [] as Position[], owed: [] as Position[] };
      const claim: Claim = {
        ...base,
        name: instance.name,
        base: name,
        elements: instance.elements,
        scope: instance.scope,
        isReal,
        atNetAssets: statement.atNetAssets,
        total,
        holders: positions.held,
        issuers: positions.owed,
        writtenPrice: statement.price && { syntax: statement.price, scope: instance.scope },
        currency: statement.currency,
        price: one,
        isTraded: false,
      };
      this.claims.set(instance.name, claim);
      for (const [side, parties] of [
        ["held", holders],
        ["owed", issuers],
      ] as const) {
        for (const party of parties) {
          const free = this.freeIndices(party, statement);
          const partyBase = bases.get(party) ?? name;
          for (const { elements, scope } of workshop.dimensions.instances(
            { name: partyBase, indices: free },
            instance.scope,
          )) {
            const account = this.account(party, scope);
            if (!account) continue;
            const all = [...instance.elements, ...elements];
            const draft = single[side]
              ? total
              : workshop.createVariable({
                  ...base,
                  name: instanceName(partyBase, all),
                  base: partyBase,
                  origin: "definition",
                });
            positions[side].push({
              draft,
              elements: single[side] ? instance.elements : all,
              account,
              side,
              claim,
              volume: [],
              trades: [],
            });
          }
        }
      }
    }
  }

  /** Declares the name of a position: `B_h` or `B.households`; a sole holder's is that of the claim. */
  private nameOf(party: PartySyntax, statement: StatementOf<"asset">, single: boolean): string {
    const { workshop } = this;
    const { target, notes } = statement;
    const full = `${target.name}.${party.sector}`;
    if (single) {
      if (!workshop.names.has(full)) workshop.aliases.set(full, target.name);
      if (party.alias !== undefined) {
        if (workshop.names.has(party.alias))
          workshop.report("named-twice", party.where, {
            name: party.alias,
            line: workshop.names.get(party.alias)?.where.line ?? 0,
          });
        workshop.aliases.set(party.alias, target.name);
      }
      return target.name;
    }
    const arity = target.indices.length + this.freeIndices(party, statement).length;
    const name = party.alias ?? full;
    if (workshop.names.has(name)) {
      workshop.report(party.alias === undefined ? "position-needs-name" : "named-twice", party.where, {
        name,
        line: workshop.names.get(name)?.where.line ?? 0,
      });
    } else {
      workshop.declare({ name, kind: "position", arity, where: party.where, notes });
    }
    if (name !== full && !workshop.names.has(full)) workshop.aliases.set(full, name);
    return name;
  }

  private freeIndices(party: PartySyntax, { target }: StatementOf<"asset">): readonly IndexSyntax[] {
    return party.indices.filter(
      (index) =>
        this.workshop.dimensions.setOf(index.name) &&
        !target.indices.some((known) => known.name === index.name),
    );
  }

  /** The account a party means in a scope, or undefined with a problem. */
  account(party: PartySyntax, scope: Scope): Account | undefined {
    const { workshop } = this;
    const entry = this.sectors.get(party.sector);
    if (!entry) {
      this.unknownSector(party.sector, party.where);
      return undefined;
    }
    if (entry.accounts.length > 0 && party.account === undefined) {
      const wanted = entry.accounts.map((account) => `${entry.name}.${account}`).join(", ");
      workshop.report("account-missing", party.where, { name: entry.name, wanted });
      return undefined;
    }
    if (party.account !== undefined && !entry.accounts.includes(party.account)) {
      workshop.report("unknown-account", party.where, {
        name: `${party.sector}.${party.account}`,
        known: entry.accounts.join(", ") || "–",
      });
      return undefined;
    }
    if (party.indices.length !== entry.arity) {
      const values = { name: party.sector, count: party.indices.length, wanted: entry.arity };
      workshop.report("wrong-index-count", party.where, values);
      return undefined;
    }
    const elements = party.indices.map((index) => workshop.dimensions.resolve(index, scope));
    if (!elements.every((element) => element !== undefined)) return undefined;
    const base = party.account === undefined ? party.sector : `${party.sector}.${party.account}`;
    const account = this.accounts.get(instanceName(base, elements));
    if (!account)
      workshop.report("no-such-element", party.where, { name: base, element: elements.join(", ") });
    return account;
  }

  /** Where a sector receives and pays income: its first account. */
  incomeAccount(account: Account): Account {
    return this.firstAccounts.get(account.sector) ?? account;
  }

  unknownSector(name: string, where: Where): void {
    this.workshop.report(
      "unknown-sector",
      where,
      { name, known: [...this.sectors.keys()].join(", ") || "–" },
      nearestName(name, this.sectors.keys()),
    );
  }

  /** The claim a name with indices means in a scope. */
  claim(name: string, indices: readonly IndexSyntax[], scope: Scope, where: Where): Claim | undefined {
    const { workshop } = this;
    const entry = workshop.names.get(name);
    if (entry?.kind !== "claim" && entry?.kind !== "stock") {
      const known = [...workshop.names.values()].filter(({ kind }) => kind === "claim" || kind === "stock");
      workshop.report(
        "unknown-asset",
        where,
        { name },
        nearestName(
          name,
          known.map((each) => each.name),
        ),
      );
      return undefined;
    }
    if (indices.length !== entry.arity) {
      workshop.report("wrong-index-count", where, { name, count: indices.length, wanted: entry.arity });
      return undefined;
    }
    const elements = indices.map((index) => workshop.dimensions.resolve(index, scope));
    if (!elements.every((element) => element !== undefined)) return undefined;
    const claim = this.claims.get(instanceName(name, elements));
    if (!claim) workshop.report("no-such-element", where, { name, element: elements.join(", ") });
    return claim;
  }

  /** Positions of the accounts of a sector (or of one account). */
  positionsOf(accounts: readonly Account[]): readonly Position[] {
    const wanted = new Set(accounts);
    return [...this.claims.values()].flatMap((claim) =>
      [...claim.holders, ...claim.issuers].filter((position) => wanted.has(position.account)),
    );
  }
}
