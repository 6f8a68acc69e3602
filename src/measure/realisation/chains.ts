import { sameDimension } from "../../core/unit.ts";
import { formatDay } from "../../core/period.ts";
import { type Dossier, quantityOf, type Tie } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { divideRanges, scaleRange } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/**
 * What became of agreements that were replaced: the sum of what stands at the end of a chain over the sum it began with,
 * between the same two parties in the same direction. What lapsed counts as nothing; what the outside world pays, and totals of everything, are no announcements.
 * `dossier` holds all rows, replaced ones too; only what was known at `asOf` counts.
 */
export function measureChains(dossier: Dossier, asOf: number): readonly Result[] {
  const outside = new Set(dossier.actors.filter((actor) => actor.boundary).map((actor) => actor.id));
  const ties = dossier.ties.filter((tie) => !tie.total && !outside.has(tie.from));
  return [
    ...chainsOfTies(ties.filter((tie) => tie.date.end <= asOf)),
    ...chainsOfFigures(dossier, ties, asOf),
  ];
}

function chainsOfTies(ties: readonly Tie[]): readonly Result[] {
  return groupChains(ties).flatMap((chain) => {
    const replaced = new Set(chain.flatMap((tie) => tie.replaces));
    const known = new Set(chain.map((tie) => tie.id));
    const roots = chain.filter((tie) => !tie.replaces.some((id) => known.has(id)));
    const ends = chain.filter((tie) => !replaced.has(tie.id));
    const directions = new Set(roots.map(directionOf));
    return [...directions].flatMap((direction) => {
      const own = (list: readonly Tie[]): readonly Tie[] =>
        list.filter((tie) => directionOf(tie) === direction);
      return compare(own(roots), own(ends), ends, own(chain));
    });
  });
}

/** One letter may hold money in both directions; each is followed by itself. */
function directionOf({ from, to }: Tie): string {
  return `${from} ${to}`;
}

function compare(
  roots: readonly Tie[],
  ends: readonly Tie[],
  allEnds: readonly Tie[],
  chain: readonly Tie[],
): readonly Result[] {
  const [root] = roots;
  const first = sumAmounts(roots, root);
  const left = sumAmounts(
    ends.filter((tie) => tie.status !== "lapsed"),
    root,
  );
  if (!first || !left || first.low <= 0) return [];
  const last = allEnds.reduce((latest, tie) => (tie.date.end > latest.date.end ? tie : latest));
  const statuses = (list: readonly Tie[]): string => [...new Set(list.map((tie) => tie.status))].join(", ");
  const inputs = {
    first: statuses(roots),
    last: ends.length > 0 ? statuses(ends) : "none",
    announced: first.value,
    remaining: left.value,
  };
  const period = `${formatDay(root.date.end)}/${formatDay(last.date.end)}`;
  const value = scaleRange(divideRanges(left, first), 100);
  const found = { subject: root.from, of: root.to, value, unit: "percent", period, tag: root.id };
  const evidence = [...chain, ...allEnds].flatMap((tie) => [tie.id, ...tie.figures]);
  return [createResult("realisationChain", found, inputs, evidence)];
}

/** Ties joined by replacement, in file order; ties that neither replace nor are replaced are no chain. */
function groupChains(ties: readonly Tie[]): readonly (readonly Tie[])[] {
  const chainOf = new Map<string, Set<Tie>>(ties.map((tie) => [tie.id, new Set([tie])]));
  for (const tie of ties) {
    for (const id of tie.replaces) {
      const [own, before] = [chainOf.get(tie.id), chainOf.get(id)];
      if (!own || !before || own === before) continue;
      for (const member of own) {
        before.add(member);
        chainOf.set(member.id, before);
      }
    }
  }
  const chains = [...new Set(chainOf.values())].filter((chain) => chain.size > 1);
  const rank = new Map(ties.map((tie, index) => [tie, index]));
  return chains.map((chain) => [...chain].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)));
}

/** Sum in base units; `undefined` if an amount is missing or of another currency or dimension than the first tie's. */
function sumAmounts(ties: readonly Tie[], like: Tie): Range | undefined {
  return ties.reduce<Range | undefined>((sum, tie) => {
    const amount = comparable(tie, like);
    return sum && amount && addRanges(sum, amount);
  }, zero);
}

const zero: Range = { value: 0, low: 0, high: 0 };

function addRanges(a: Range, b: Range): Range {
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high };
}

function comparable(tie: Tie, root: Tie): Range | undefined {
  const [own, first] = [quantityOf(tie), quantityOf(root)];
  return own && first && tie.currency === root.currency && sameDimension(own.dimension, first.dimension)
    ? own
    : undefined;
}

/** Figures that supersede each other and stand for no tie of their own: a total that was cut. */
function chainsOfFigures(dossier: Dossier, ties: readonly Tie[], asOf: number): readonly Result[] {
  const byId = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  const behindTies = new Set(ties.flatMap((tie) => tie.figures));
  return dossier.figures.flatMap((figure) => {
    const before = byId.get(figure.replaces);
    if (!before || figure.known > asOf || behindTies.has(figure.id) || before.status !== "announced")
      return [];
    const [now, first] = [quantityOf(figure), quantityOf(before)];
    if (!now || !first || first.low <= 0 || !sameDimension(now.dimension, first.dimension)) return [];
    if (figure.currency !== before.currency) return [];
    const value = scaleRange(divideRanges(now, first), 100);
    const inputs = {
      first: before.status,
      last: figure.status,
      announced: first.value,
      remaining: now.value,
    };
    const period = `${before.periodLabel}/${figure.periodLabel}`;
    const found = { subject: figure.subject, of: figure.counterparty, value, unit: "percent", period };
    return [createResult("realisationChain", { ...found, tag: before.id }, inputs, [before.id, figure.id])];
  });
}
