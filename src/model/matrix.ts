import { hasErrors } from "../core/problem.ts";
import type { Bilingual } from "../text/language.ts";
import type { Account, Accounts, Claim, Movement, Position } from "./accounts.ts";
import { binary, negate, sum } from "./arithmetic.ts";
import { accumulates, signed } from "./budgets.ts";
import type { Flows } from "./flows.ts";
import type { Notes } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** A table of accounts: what an account has or receives (+), owes or pays (−). */
export interface Matrix {
  readonly kind: "balance" | "flows" | "revaluations";
  readonly columns: readonly string[];
  /** What the model calls the columns; empty where it says nothing. */
  readonly headings: readonly Bilingual[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  /** Name of the flow, claim or change; `Δ B` for transactions in a claim. */
  readonly name: string;
  readonly label: Bilingual;
  /** True if the row must add up to zero; rows of real stocks do not. */
  readonly isClosed: boolean;
  /** One a column; undefined: nothing. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Cell {
  /** As one would write it: `-r[-1]*B_h[-1]`. */
  readonly text: string;
  /** Over variables only, so that any run gives its value. */
  readonly value: Expression;
}

export interface Matrices {
  readonly balance: Matrix;
  readonly flows: Matrix;
  readonly revaluations: Matrix;
}

interface Part {
  readonly sign: 1 | -1;
  readonly text: string;
  readonly value: Expression;
}

/** Balance sheet, transaction flows, and revaluations with other changes. */
export function deriveMatrices(
  workshop: Workshop,
  accounts: Accounts,
  flows: Flows,
  priceOf: (claim: Claim, lag: number) => Expression,
): Matrices {
  const columns = [...accounts.accounts.keys()];
  const headings = [...accounts.accounts.values()].map((account) => headingOf(account, workshop.labels));
  // Of a model with mistakes nobody asks for them.
  if (hasErrors(workshop.problems)) return noMatrices(columns, headings);
  const place = new Map(columns.map((column, index) => [column, index]));
  const claims = [...accounts.claims.values()];
  const node = (draft: VariableDraft, lag = 0): Expression => workshop.node("variable", draft, lag);

  const collect = (): RowCollector => new RowCollector(columns.length, place);

  const balance = collect();
  for (const claim of claims) {
    for (const position of [...claim.holders, ...claim.issuers]) {
      const row = balance.row(claim.base, claim.notes, !claim.isReal);
      row(position.account, {
        sign: position.side === "held" ? 1 : -1,
        text: times(priceText(claim), position.draft.name),
        value: binary("*", priceOf(claim, 0), node(position.draft)),
      });
    }
  }

  const paid = collect();
  for (const flow of flows.flows) {
    const row = paid.row(flow.base, flow.notes, true);
    const value = node(flow.value ?? flow.draft);
    for (const [sign, shares] of [
      [-1, flow.payers],
      [1, flow.payees],
    ] as const) {
      for (const { account, weight } of shares) {
        row(account, { sign, text: flow.draft.name, value: weight ? binary("*", weight, value) : value });
      }
    }
  }
  for (const claim of claims) {
    if (claim.isReal) continue;
    const row = paid.row(`Δ ${claim.base}`, claim.notes, true);
    for (const position of [...claim.holders, ...claim.issuers]) {
      row(position.account, {
        sign: position.side === "held" ? -1 : 1,
        text: acquisitionText(position),
        value: acquisition(position, node, priceOf),
      });
    }
  }

  const other = collect();
  for (const claim of claims) {
    const positions = [...claim.holders, ...claim.issuers];
    if (claim.writtenPrice || claim.atNetAssets || claim.price.kind !== "number") {
      const row = other.row(`gain ${claim.base}`, claim.notes, !claim.isReal);
      for (const position of positions) {
        const { draft } = position;
        const gain = claim.atNetAssets
          ? binary(
              "-",
              binary("-", node(draft), node(draft, 1)),
              sum([signed(position.trades), signed(position.volume)]),
            )
          : binary("*", binary("-", priceOf(claim, 0), priceOf(claim, 1)), node(draft, 1));
        const text = claim.atNetAssets
          ? `gain(${draft.name})`
          : times(`d(${priceText(claim)})`, `${draft.name}[-1]`);
        row(position.account, { sign: position.side === "held" ? 1 : -1, text, value: gain });
      }
    }
    if (claim.isReal) {
      const row = other.row(`Δ ${claim.base}`, claim.notes, false);
      for (const position of positions) {
        if (!position.draft.written) continue;
        const change = binary(
          "-",
          binary("-", node(position.draft), node(position.draft, 1)),
          signed(position.volume),
        );
        row(position.account, {
          sign: 1,
          text: times(priceText(claim), `d(${position.draft.name})`),
          value: binary("*", priceOf(claim, 0), change),
        });
      }
    }
    for (const position of positions) {
      for (const movement of position.volume) {
        const isTransfer = !claim.isReal || claims.some((each) => countMovements(each, movement.draft) > 1);
        const row = other.row(movement.draft.base, movement.draft.notes, isTransfer);
        const side = position.side === "held" ? 1 : -1;
        row(position.account, {
          sign: (side * movement.sign) as 1 | -1,
          text: times(priceText(claim), movement.draft.name),
          value: binary("*", priceOf(claim, 0), movement.amount),
        });
      }
    }
  }
  const finish = (kind: Matrix["kind"], collector: RowCollector): Matrix => ({
    kind,
    columns,
    headings,
    rows: collector.rows(),
  });
  return {
    balance: finish("balance", balance),
    flows: finish("flows", paid),
    revaluations: finish("revaluations", other),
  };
}

/** Labels of the sector and its element in place of their names: `Firmen.current`, `Haushalte: Rentner`. */
function headingOf({ name }: Account, labels: Workshop["labels"]): Bilingual {
  const [column, elements = ""] = name.split(/[[\]]/);
  const [sector, ...account] = column.split(".");
  const indices = elements === "" ? [] : elements.split(",");
  const known = indices.filter((element) => labels.has(element));
  if (!labels.has(sector) && known.length === 0) return { en: "", de: "" };
  const heading = (language: "en" | "de"): string => {
    const labelOf = (one: string): string => {
      const notes = labels.get(one);
      return notes?.[language] ?? notes?.en ?? notes?.de ?? one;
    };
    const whole = [labelOf(sector), ...account].join(".");
    if (indices.length === 0) return whole;
    return known.length === 0 ? `${whole}[${elements}]` : `${whole}: ${indices.map(labelOf).join(", ")}`;
  };
  return { en: heading("en"), de: heading("de") };
}

function noMatrices(columns: readonly string[], headings: readonly Bilingual[]): Matrices {
  const empty = (kind: Matrix["kind"]): Matrix => ({ kind, columns, headings, rows: [] });
  return { balance: empty("balance"), flows: empty("flows"), revaluations: empty("revaluations") };
}

function countMovements(claim: Claim, draft: VariableDraft): number {
  return claim.holders.reduce(
    (count, position) => count + position.volume.filter((each: Movement) => each.draft === draft).length,
    0,
  );
}

/** Money spent on a position in a period. */
function acquisition(
  position: Position,
  node: (draft: VariableDraft, lag?: number) => Expression,
  priceOf: (claim: Claim, lag: number) => Expression,
): Expression {
  const { draft, claim } = position;
  if (accumulates(position)) return signed(position.trades);
  const change = binary("-", node(draft), binary("+", node(draft, 1), signed(position.volume)));
  return binary("*", priceOf(claim, 0), change);
}

function acquisitionText(position: Position): string {
  if (accumulates(position)) {
    return position.trades.map(({ sign, draft }) => `${sign === 1 ? "" : "-"}${draft.name}`).join("+") || "0";
  }
  return times(priceText(position.claim), `d(${position.draft.name})`);
}

function priceText({ writtenPrice, currency }: Claim): string {
  const syntax = writtenPrice?.syntax;
  const price = syntax?.kind === "reference" ? syntax.name : syntax ? "p" : "";
  return times(price, currency?.name ?? "");
}

function times(left: string, right: string): string {
  return left === "" || right === "" ? left + right : `${left}*${right}`;
}

/** Gathers parts of cells by row and account. */
class RowCollector {
  private readonly found = new Map<
    string,
    { readonly notes: Notes; isClosed: boolean; readonly parts: Map<number, Part[]> }
  >();
  private readonly width: number;
  private readonly place: ReadonlyMap<string, number>;

  constructor(width: number, place: ReadonlyMap<string, number>) {
    this.width = width;
    this.place = place;
  }

  row(name: string, notes: Notes, isClosed: boolean): (account: Account, part: Part) => void {
    let row = this.found.get(name);
    if (!row) {
      row = { notes, isClosed, parts: new Map() };
      this.found.set(name, row);
    }
    const { parts } = row;
    return (account, part) => {
      const column = this.place.get(account.name) ?? 0;
      const cell = parts.get(column);
      if (cell) cell.push(part);
      else parts.set(column, [part]);
    };
  }

  rows(): readonly MatrixRow[] {
    return [...this.found]
      .filter(([, { parts }]) => parts.size > 0)
      .map(([name, { notes, isClosed, parts }]) => ({
        name,
        label: { en: notes.en ?? notes.de ?? "", de: notes.de ?? notes.en ?? "" },
        isClosed,
        cells: this.cells(parts),
      }));
  }

  private cells(parts: ReadonlyMap<number, readonly Part[]>): readonly (Cell | undefined)[] {
    const cells: (Cell | undefined)[] = [];
    cells.length = this.width;
    cells.fill(undefined);
    for (const [column, cell] of parts) cells[column] = toCell(cell);
    return cells;
  }
}

const partsShown = 3;

function toCell(parts: readonly Part[]): Cell {
  const texts = parts.map(({ sign, text }) =>
    text.startsWith("-") || text.includes("+")
      ? `${sign === 1 ? "+" : "-"}(${text})`
      : `${sign === 1 ? "+" : "-"}${text}`,
  );
  const text = texts.length > partsShown ? `${texts.slice(0, partsShown).join(" ")} …` : texts.join(" ");
  return { text, value: sum(parts.map(({ sign, value }) => (sign === 1 ? value : negate(value)))) };
}
