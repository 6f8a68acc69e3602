import { nearestName } from "../core/nearest-name.ts";
import { formatPeriod } from "../core/period.ts";
import type { Problem, Where } from "../core/problem.ts";
import { findUnit, sameDimension, type Unit } from "../core/unit.ts";
import { createProblem } from "../text/problem.ts";
import type { Claim, Dossier, Figure, Tie } from "./dossier.ts";
import { evaluateFormula, type FormulaFault, type Quantity } from "./formula.ts";

interface Placed {
  readonly id: string;
  readonly where: Where;
}

/** Rows by id; of two with one id the first counts, the second is a problem of its own (`checkDoubled`). */
export function firstById<Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) if (item.id !== "" && !found.has(item.id)) found.set(item.id, item);
  return found;
}

/** Ids that occur twice in one table. */
export function checkDoubled(rows: readonly Placed[]): readonly Problem[] {
  const first = new Map<string, Where>();
  return rows.flatMap(({ id, where }) => {
    const before = first.get(id);
    if (!before) first.set(id, where);
    return before && id !== "" ? [createProblem("doubled-id", where, { id, line: before.line })] : [];
  });
}

/** References between rows of one table: they exist, do not point at themselves and run in no cycle. */
export function checkLinks<Item extends Placed>(
  items: readonly Item[],
  linksOf: (item: Item) => readonly string[],
  name: string,
): readonly Problem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const problems: Problem[] = [];
  for (const item of items) {
    for (const target of linksOf(item)) {
      if (target === item.id)
        problems.push(createProblem("link-to-itself", item.where, { id: item.id, name }));
      else if (!known.has(target)) {
        const hint = nearestName(target, known.keys());
        problems.push(createProblem("link-unknown", item.where, { id: item.id, name, target }, { hint }));
      }
    }
  }
  return [...problems, ...findCycles(items, known, linksOf, name)];
}

/** Each cycle once, at its first row. Iterative: a chain may be as long as the table. */
function findCycles<Item extends Placed>(
  items: readonly Item[],
  known: ReadonlyMap<string, Item>,
  linksOf: (item: Item) => readonly string[],
  name: string,
): readonly Problem[] {
  const state = new Map<string, "open" | "done">();
  const problems: Problem[] = [];
  for (const root of items) {
    if (state.has(root.id)) continue;
    const stack: { readonly id: string; readonly links: string[] }[] = [];
    const open = (item: Item): void => {
      state.set(item.id, "open");
      stack.push({ id: item.id, links: linksOf(item).filter((link) => link !== item.id && known.has(link)) });
    };
    open(root);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = top.links.pop();
      if (next === undefined) {
        state.set(top.id, "done");
        stack.pop();
      } else if (!state.has(next)) open(known.get(next)!);
      else if (state.get(next) === "open") {
        const cycle = stack.slice(stack.findIndex(({ id }) => id === next)).map(({ id }) => id);
        problems.push(
          createProblem("link-cycle", known.get(next)!.where, { name, cycle: [...cycle, next].join(" → ") }),
        );
      }
    }
  }
  return problems;
}

/** Derived figures have a formula that works, in their unit, and agree with it to the digits written. */
export function checkDerivations(figures: readonly Figure[]): readonly Problem[] {
  const byId = firstById(figures);
  return figures.flatMap((figure) => {
    if (figure.derivation === "") return [];
    const { quantity, fault, figures: used } = evaluateFormula(figure.derivation, byId);
    if (fault) return [faultProblem(figure.where, figure.derivation, fault, byId.keys())];
    const softer = used.find((id) => isSofter(byId.get(id)!.status, figure.status));
    if (softer !== undefined) {
      const values = {
        id: figure.id,
        status: figure.status,
        input: softer,
        softer: byId.get(softer)!.status,
      };
      return [createProblem("derivation-status", figure.where, values)];
    }
    const unit = findUnit(figure.unit, figure.currency);
    if (!unit || !figure.amount) return [];
    if (!suits(quantity, unit)) {
      return [createProblem("derivation-unit", figure.where, { id: figure.id, unit: figure.unit })];
    }
    const found = quantity.value / unit.factor;
    const stated = figure.amount.value;
    return Math.abs(found - stated) <= halfLastDigit(stated) * (1 + 1e-9)
      ? []
      : [
          createProblem("derivation-differs", figure.where, {
            id: figure.id,
            stated,
            found: Number(found.toPrecision(6)),
          }),
        ];
  });
}

/** How firm a status is; a result is as firm as the softest figure it rests on, or it is an estimate. */
const firmness: Readonly<Record<Figure["status"], number>> = {
  reported: 3,
  contracted: 2,
  announced: 1,
  estimated: 0,
  forecast: 0,
};

function isSofter(input: Figure["status"], result: Figure["status"]): boolean {
  return firmness[input] < firmness[result];
}

/** True if a result can be written in a unit: a plain number in any, everything else in its own dimension. */
export function suits(quantity: Quantity, unit: Unit): boolean {
  const pure = Object.keys(quantity.dimension).length === 0;
  return pure || sameDimension(quantity.dimension, unit.dimension);
}

/** Half a unit of the last digit a number is written with; 0.5 for a whole number. */
export function halfLastDigit(value: number): number {
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * Number(`1e-${decimals}`);
}

/** Claims refer to figures and actors that exist, in formulas that parse. */
export function checkClaims(
  claims: readonly Claim[],
  dossier: Pick<Dossier, "actors" | "figures">,
): readonly Problem[] {
  const byId = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  const actors = new Set(dossier.actors.map((actor) => actor.id));
  return claims.flatMap((claim) =>
    claim.tests.flatMap((test) => {
      if (test.kind === "path") {
        return test.through
          .filter((actor) => !actors.has(actor))
          .map((actor) =>
            createProblem("unknown-actor", claim.where, { actor }, { hint: nearestName(actor, actors) }),
          );
      }
      const formulas = [...test.found, test.kind === "bound" ? test.than : test.stated];
      return formulas.flatMap((formula) => {
        if (test.kind === "category") {
          return byId.has(formula) ? [] : [faultProblem(claim.where, formula, unknown(formula), byId.keys())];
        }
        const { fault } = evaluateFormula(formula, byId);
        return fault ? [faultProblem(claim.where, formula, fault, byId.keys())] : [];
      });
    }),
  );
}

function unknown(id: string): FormulaFault {
  return { code: "formula-unknown", at: 0, seen: id };
}

function faultProblem(where: Where, formula: string, fault: FormulaFault, known: Iterable<string>): Problem {
  const hint = fault.code === "formula-unknown" ? nearestName(fault.seen, known) : undefined;
  const [first = "", second = ""] = fault.periods?.map(formatPeriod) ?? [];
  const values = { formula, at: fault.at + 1, seen: fault.seen || "⏎" };
  return createProblem(fault.code, where, fault.periods ? { ...values, first, second } : values, { hint });
}

/** Earmarks lead from money to its use: the tie named must be cash that reaches the payer of this one. */
export function checkEarmarks(ties: readonly Tie[]): readonly Problem[] {
  const byId = new Map(ties.map((tie) => [tie.id, tie]));
  return ties.flatMap((tie) => {
    const fund = byId.get(tie.earmark);
    if (!fund || tie.earmark === "") return [];
    if (fund.to !== tie.from) {
      return [createProblem("earmark-elsewhere", tie.where, { id: tie.id, fund: fund.id, actor: tie.from })];
    }
    return fund.status === "lapsed"
      ? [createProblem("earmark-lapsed", tie.where, { id: tie.id, fund: fund.id })]
      : [];
  });
}
