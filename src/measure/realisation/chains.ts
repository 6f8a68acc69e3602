import { sameDimension } from "../../core/unit.ts";
import { formatDay } from "../../core/period.ts";
import { type Dossier, quantityOf, type Tie } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { divideRanges, scaleRange } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/**
 * What became of agreements that were replaced: the sum of what stands at the end of a chain over the sum it began with.
 * What lapsed counts as nothing; totals, which estimate everything an actor gets or spends, are no announcements.
 * `dossier` holds all rows, replaced ones too; only what was known at `asOf` counts.
 */
export function measureChains(dossier: Dossier, asOf: number): readonly Result[] {
  const ties = dossier.ties.filter((tie) => tie.date.end <= asOf && !tie.total);
  return [...chainsOfTies(ties), ...chainsOfFigures(dossier, asOf)];
}

function chainsOfTies(ties: readonly Tie[]): readonly Result[] {
  return groupChains(ties).flatMap((chain) => {
    const replaced = new Set(chain.flatMap((tie) => tie.replaces));
    const known = new Set(chain.map((tie) => tie.id));
    const roots = chain.filter((tie) => !tie.replaces.some((id) => known.has(id)));
    const ends = chain.filter((tie) => !replaced.has(tie.id));
    const first = sumAmounts(roots, roots[0]);
    const left = sumAmounts(
      ends.filter((tie) => tie.status !== "lapsed"),
      roots[0],
    );
    if (!first || !left || first.low <= 0) return [];
    const last = ends.reduce((latest, tie) => (tie.date.end > latest.date.end ? tie : latest));
    const statuses = (list: readonly Tie[]): string => [...new Set(list.map((tie) => tie.status))].join(", ");
    const inputs = {
      first: statuses(roots),
      last: statuses(ends),
      announced: first.value,
      remaining: left.value,
    };
    const period = `${formatDay(roots[0].date.end)}/${formatDay(last.date.end)}`;
    const value = scaleRange(divideRanges(left, first), 100);
    const found = {
      subject: roots[0].from,
      of: roots[0].to,
      value,
      unit: "percent",
      period,
      tag: roots[0].id,
    };
    return [
      createResult(
        "realisationChain",
        found,
        inputs,
        chain.flatMap((tie) => [tie.id, ...tie.figures]),
      ),
    ];
  });
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
function chainsOfFigures(dossier: Dossier, asOf: number): readonly Result[] {
  const byId = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  const behindTies = new Set(dossier.ties.flatMap((tie) => tie.figures));
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
