import { findUnit } from "../core/unit.ts";
import type { Range } from "../ledger/ledger.ts";
import type { Dossier, Figure, Tie } from "./dossier.ts";
import { evaluateFormula } from "./formula.ts";

/** Other values for figures and ties, by id, in the unit of each. */
export type Doubts = Readonly<Record<string, number>>;

/**
 * The dossier with other values for some figures and ties. What is derived from a doubted figure is computed anew, and
 * a tie that takes its amount from one follows it in proportion. Ids that do not exist change nothing.
 */
export function doubtDossier(dossier: Dossier, doubts: Doubts): Dossier {
  if (Object.keys(doubts).length === 0) return dossier;
  const before = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  const after = new Map<string, Figure>();
  const changed = new Set<string>();
  const open = new Set<string>();
  const settle = (figure: Figure): Figure => {
    const known = after.get(figure.id);
    if (known) return known;
    if (open.has(figure.id)) return figure;
    open.add(figure.id);
    const result = anew(figure);
    open.delete(figure.id);
    after.set(figure.id, result);
    return result;
  };
  const anew = (figure: Figure): Figure => {
    if (Object.hasOwn(doubts, figure.id)) {
      changed.add(figure.id);
      return { ...figure, amount: exactly(doubts[figure.id]) };
    }
    if (figure.derivation === "") return figure;
    const { figures: used } = evaluateFormula(figure.derivation, before);
    for (const id of used) settle(before.get(id)!);
    if (!used.some((id) => changed.has(id))) return figure;
    const { quantity } = evaluateFormula(figure.derivation, new Map([...before, ...after]));
    const unit = findUnit(figure.unit, figure.currency);
    if (!quantity || !unit) return figure;
    changed.add(figure.id);
    return { ...figure, amount: times(quantity, 1 / unit.factor) };
  };
  const figures = dossier.figures.map(settle);
  const ties = dossier.ties.map((tie): Tie => {
    if (Object.hasOwn(doubts, tie.id)) return rescale(tie, doubts[tie.id]);
    const leader = leaderOf(tie, before);
    const now = leader && after.get(leader.id)?.amount;
    return leader?.amount && now && changed.has(leader.id) && tie.amount
      ? rescale(tie, tie.amount.value * (now.value / leader.amount.value))
      : tie;
  });
  return { ...dossier, figures, ties };
}

/** The figure a tie takes its amount from: the one that states it, or the only one there is. */
function leaderOf(tie: Tie, figures: ReadonlyMap<string, Figure>): Figure | undefined {
  const own = tie.figures.flatMap((id) => figures.get(id) ?? []).filter(({ amount }) => amount?.value);
  const stating = own.find(
    ({ amount, unit, currency }) =>
      amount?.value === tie.amount?.value && unit === tie.unit && currency === tie.currency,
  );
  return stating ?? (own.length === 1 ? own[0] : undefined);
}

/**
 * The dossier with every tie that is only announced worth `share` (0 to 1) of its amount: what would be known if that
 * share of the announced money were really paid.
 */
export function payAnnounced(dossier: Dossier, share: number): Dossier {
  if (share === 1) return dossier;
  const ties = dossier.ties.flatMap((tie) => {
    if (tie.status !== "announced" || !tie.amount) return [tie];
    return share > 0 ? [rescale(tie, tie.amount.value * share, true)] : [];
  });
  return { ...dossier, ties };
}

/** A tie with another amount; its schedule keeps its shape. */
function rescale(tie: Tie, value: number, keepBounds = false): Tie {
  const old = tie.amount?.value ?? 0;
  const factor = old === 0 ? 0 : value / old;
  return {
    ...tie,
    amount: keepBounds && tie.amount ? times(tie.amount, factor) : exactly(value),
    schedule: old === 0 ? [] : tie.schedule.map((part) => ({ ...part, amount: part.amount * factor })),
  };
}

function exactly(value: number): Range {
  return { value, low: value, high: value };
}

function times({ value, low, high }: Range, factor: number): Range {
  return { value: value * factor, low: low * factor, high: high * factor };
}
