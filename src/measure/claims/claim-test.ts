import { sameDimension } from "../../core/unit.ts";
import {
  type ClaimTest,
  type Comparison,
  type Dossier,
  evaluateFormula,
  type Figure,
  type Quantity,
} from "../../dossier/index.ts";
import { belongsTo } from "../../ledger/selection.ts";
import { cashKinds } from "../circuit/compile-network.ts";
import type { ClaimResult } from "../measurement.ts";
import { writeFigure, writeQuantity } from "./quantity-text.ts";

export type Piece = ClaimResult["tests"][number]["pieces"][number] & {
  /** It stands on something else than the words tested. */
  readonly independent: boolean;
};

/** What a claim is tested against: all figures, the ties known at the date, and that date. */
export interface Evidence {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly ties: Dossier["ties"];
  readonly asOf: number;
}

/** What a test states, as text. */
export function writeStated(test: ClaimTest, evidence: Evidence): string {
  switch (test.kind) {
    case "path":
      return `${test.through.join(" → ")} (${test.status})`;
    case "bound":
      return `${test.is} ${writeFormula(test.than, evidence)}`;
    default:
      return writeFormula(test.stated, evidence);
  }
}

/**
 * The pieces of evidence of a test, each with whether it passes. `passes` is undefined where a range lies on both sides
 * of a bound, or the dimensions do not compare. Evidence of low confidence, or not known at the date, is not counted.
 */
export function examine(test: ClaimTest, evidence: Evidence): readonly Piece[] {
  switch (test.kind) {
    case "near": {
      const stated = evaluate(test.stated, evidence);
      return test.found.map((formula) =>
        piece(formula, evidence, test.stated, (found) =>
          compare(stated, found, (value) => {
            const [below, above] = [Math.abs(found.low), Math.abs(found.high)];
            return (
              value >= found.low - test.tolerance * below && value <= found.high + test.tolerance * above
            );
          }),
        ),
      );
    }
    case "bound": {
      const than = evaluate(test.than, evidence);
      return test.found.map((formula) =>
        piece(formula, evidence, test.than, (found) =>
          than && fits(than, found) ? compareRanges(found, test.is, than) : undefined,
        ),
      );
    }
    case "span":
      return examineSpan(test.stated, test.found, evidence);
    case "category": {
      const stated = evidence.figures.get(test.stated)?.category;
      return test.found.map((id) =>
        pieceOf(id, [id], evidence, evidence.figures.get(id)?.category === stated),
      );
    }
    case "path":
      return test.through.slice(1).map((to, index) => leg(test.through[index], to, test.status, evidence));
  }
}

/** One verdict for all figures together: each piece passes if the stated value lies inside their common span. */
function examineSpan(stated: string, found: readonly string[], evidence: Evidence): readonly Piece[] {
  const value = evaluate(stated, evidence);
  const bare = found.map((formula) => ({
    formula,
    quantity: evaluate(formula, evidence),
    piece: piece(formula, evidence, stated, () => undefined),
  }));
  const comparable = bare.flatMap(({ quantity, piece: { counted } }) =>
    counted && value && quantity && fits(value, quantity) ? [quantity] : [],
  );
  const low = Math.min(...comparable.map((quantity) => quantity.low));
  const high = Math.max(...comparable.map((quantity) => quantity.high));
  return bare.map(({ quantity, piece: found }) => {
    const compares = value && quantity && fits(value, quantity);
    if (!compares) return { ...found, counted: false };
    return { ...found, passes: value.value >= low && value.value <= high };
  });
}

function leg(
  from: string,
  to: string,
  status: "announced" | "contracted" | "paid",
  evidence: Evidence,
): Piece {
  const ties = evidence.ties.filter(
    (tie) =>
      tie.from === from &&
      tie.to === to &&
      cashKinds.some((kind) => kind === tie.kind) &&
      belongsTo(tie.status, status),
  );
  return {
    formula: `${from} → ${to}`,
    found: ties.map((tie) => tie.id).join(", "),
    passes: ties.length > 0,
    counted: true,
    independent: true,
    evidence: ties.map((tie) => tie.id),
  };
}

function piece(
  formula: string,
  evidence: Evidence,
  like: string,
  judge: (found: Quantity) => boolean | undefined,
): Piece {
  const { quantity, figures } = evaluateFormula(formula, evidence.figures);
  const passes = quantity && judge(quantity);
  const found = pieceOf(formula, figures, evidence, passes, like);
  return quantity ? found : { ...found, counted: false };
}

function pieceOf(
  formula: string,
  figures: readonly string[],
  evidence: Evidence,
  passes: boolean | undefined,
  like = "",
): Piece {
  const used = figures.flatMap((id) => evidence.figures.get(id) ?? []);
  return {
    formula,
    found: writeFormula(formula, evidence, like),
    passes,
    counted: used.every((figure) => figure.confidence !== "low" && figure.known <= evidence.asOf),
    independent: used.some((figure) => figure.origin !== "article"),
    evidence: figures,
  };
}

function evaluate(formula: string, { figures }: Evidence): Quantity | undefined {
  return evaluateFormula(formula, figures).quantity;
}

/** A formula's value as text, in the unit of the figure `like` if it has the same dimension. */
function writeFormula(formula: string, evidence: Evidence, like = ""): string {
  const figure = evidence.figures.get(formula);
  if (figure) return writeFigure(figure);
  const quantity = evaluate(formula, evidence);
  return quantity ? writeQuantity(quantity, evidence.figures.get(like)) : "";
}

/** Plain numbers fit any dimension. */
function fits(a: Quantity, b: Quantity): boolean {
  const pure = (quantity: Quantity): boolean => Object.keys(quantity.dimension).length === 0;
  return sameDimension(a.dimension, b.dimension) || pure(a) || pure(b);
}

function compare(
  stated: Quantity | undefined,
  found: Quantity,
  inside: (value: number) => boolean,
): boolean | undefined {
  return stated && fits(stated, found) ? inside(stated.value) : undefined;
}

/** True or false if it holds for all, or for no, pair of values of the two ranges; else undecided. */
function compareRanges(a: Quantity, is: Comparison, b: Quantity): boolean | undefined {
  const holds: Record<Comparison, (x: number, y: number) => boolean> = {
    "<": (x, y) => x < y,
    "<=": (x, y) => x <= y,
    ">": (x, y) => x > y,
    ">=": (x, y) => x >= y,
  };
  const [worst, best] = is.startsWith("<")
    ? [
        [a.high, b.low],
        [a.low, b.high],
      ]
    : [
        [a.low, b.high],
        [a.high, b.low],
      ];
  if (holds[is](worst[0], worst[1])) return true;
  return holds[is](best[0], best[1]) ? undefined : false;
}
