import type { Cursor } from "./cursor.ts";
import { parseExpression, parseIndices, parseList } from "./parse-expression.ts";
import { parseNotes, parseTarget } from "./parse-notes.ts";
import type { ChangeVerb, IndexSyntax, PartySyntax, Statement, StatementOf } from "./syntax.ts";

type Bare<Kind extends Statement["kind"]> = Omit<StatementOf<Kind>, "where" | "file">;

/** `sector households, firms(current, capital) "firms", clouds[cloud]`. */
export function parseSector(cursor: Cursor): Bare<"sector"> {
  const sectors = parseList(cursor, () => {
    const target = parseTarget(cursor);
    let accounts: readonly string[] = [];
    if (cursor.takeSymbol("(")) {
      accounts = parseList(cursor, () => cursor.expectName().text);
      cursor.expectSymbol(")");
    }
    return { target, accounts, notes: parseNotes(cursor) };
  });
  return { kind: "sector", sectors };
}

/** `asset B "bills" : government owes households as B_h, central_bank` or `stock K at P : firms`. */
export function parseAsset(cursor: Cursor, isReal: boolean): Bare<"asset"> {
  const target = parseTarget(cursor);
  let notes = parseNotes(cursor);
  const currency = parseCurrencyOf(cursor);
  const isAt = cursor.takeWord("at");
  const atNetAssets = isAt && cursor.isWord("net") && cursor.isWord("assets", cursor.ahead(1));
  if (atNetAssets) {
    cursor.next();
    cursor.next();
  }
  const price = isAt && !atNetAssets ? parseExpression(cursor) : undefined;
  notes = parseNotes(cursor, notes);
  expectColon(cursor);
  const first = parseList(cursor, () => parseParty(cursor));
  const base = { kind: "asset", target, price, atNetAssets, currency } as const;
  if (isReal) return { ...base, notes: parseNotes(cursor, notes), issuers: [], holders: first };
  cursor.expectWord("owes", "owe");
  const holders = parseList(cursor, () => parseParty(cursor));
  return { ...base, notes: parseNotes(cursor, notes), issuers: first, holders };
}

/** `flow C "consumption" : households -> firms`, or `flow interest on B at r[-1]`. */
export function parseFlow(cursor: Cursor): Bare<"flow"> | Bare<"interest"> {
  if (cursor.isWord("interest") && cursor.isWord("on", cursor.ahead(1))) {
    cursor.next();
    cursor.next();
    const asset = { where: cursor.where(), name: cursor.expectName().text };
    let notes = parseNotes(cursor);
    cursor.expectWord("at");
    const rate = parseExpression(cursor);
    notes = parseNotes(cursor, notes);
    return { kind: "interest", asset, rate, notes };
  }
  const target = parseTarget(cursor);
  const notes = parseNotes(cursor);
  const currency = parseCurrencyOf(cursor);
  expectColon(cursor);
  const payer = parseParty(cursor);
  cursor.expectSymbol("->");
  const payee = parseParty(cursor);
  const amount = cursor.takeSymbol("=") ? parseExpression(cursor) : undefined;
  return { kind: "flow", target, notes: parseNotes(cursor, notes), currency, payer, payee, amount };
}

/**
 * Changes of stocks: `purchase X of A : buyer from seller = amount`, `transfer X of A : from -> to = amount`,
 * `writeoff X of A : debtor or owner = amount`, `build X of K : owner = amount`.
 */
export function parseChange(cursor: Cursor, verb: ChangeVerb): Bare<"change"> {
  const target = parseTarget(cursor);
  let notes = parseNotes(cursor);
  cursor.expectWord("of");
  const asset = parseTarget(cursor);
  notes = parseNotes(cursor, notes);
  expectColon(cursor);
  const first = parseParty(cursor);
  let from: PartySyntax | undefined;
  let to: PartySyntax | undefined;
  if (verb === "purchase") {
    cursor.expectWord("from");
    [to, from] = [first, parseParty(cursor)];
  } else if (verb === "transfer") {
    cursor.expectSymbol("->");
    [from, to] = [first, parseParty(cursor)];
  } else if (verb === "build") {
    to = first;
  } else {
    from = first;
  }
  const amount = cursor.takeSymbol("=") ? parseExpression(cursor) : undefined;
  return { kind: "change", verb, target, notes: parseNotes(cursor, notes), asset, from, to, amount };
}

/** `close households with H`: which budget determines which unknown, if the accounting leaves a choice. */
export function parseClose(cursor: Cursor): Bare<"close"> {
  const party = parseParty(cursor);
  cursor.expectWord("with");
  return { kind: "close", party, variable: parseTarget(cursor) };
}

/** `firms.current[firm]`, `government as B_g`, `holders of E[firm]`. */
function parseParty(cursor: Cursor): PartySyntax {
  const where = cursor.where();
  const shared = (["holders", "issuers"] as const).find(
    (word) => cursor.isWord(word) && cursor.isWord("of", cursor.ahead(1)),
  );
  if (shared) {
    cursor.next();
    cursor.next();
  }
  if (cursor.token.kind !== "name") return cursor.fail("expected-sector", {});
  const [sector, account, ...more] = cursor.next().text.split(".");
  if (more.length > 0) cursor.fail("expected-sector", {});
  const { indices, lag } = parseIndices(cursor);
  if (lag > 0) cursor.fail("expected-sector", {});
  const alias = cursor.takeWord("as") ? cursor.expectName().text : undefined;
  return { kind: shared ?? "sector", sector, account, indices, alias, where };
}

function parseCurrencyOf(cursor: Cursor): IndexSyntax | undefined {
  if (!cursor.takeWord("in")) return undefined;
  return { where: cursor.where(), name: cursor.expectName().text };
}

function expectColon(cursor: Cursor): void {
  if (!cursor.takeSymbol(":")) cursor.fail("expected-parties", {});
}
