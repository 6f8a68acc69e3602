import type { Dossier, Figure, Tie } from "./dossier.ts";

/**
 * The dossier as it was known at the end of a day: figures by their `known` day, ties by the last possible day
 * of their date. Something replaced drops out only if the thing that replaces it was known too.
 */
export function viewDossier(dossier: Dossier, options: { readonly asOf: number }): Dossier {
  const { asOf } = options;
  const figures = dossier.figures.filter((figure) => figure.known <= asOf);
  const ties = dossier.ties.filter((tie) => tie.date.end <= asOf);
  const goneFigures = new Set(figures.map((figure) => figure.replaces));
  const goneTies = new Set(ties.flatMap((tie) => tie.replaces));
  return {
    ...dossier,
    asOf,
    figures: figures.filter((figure) => !goneFigures.has(figure.id)),
    ties: ties.filter((tie) => !goneTies.has(tie.id)),
  };
}

/** Figures that say something else about the same thing, in either direction. */
export function conflictsOf({ figures }: Pick<Dossier, "figures">, id: string): readonly Figure[] {
  const known = conflicts.get(figures) ?? indexConflicts(figures);
  conflicts.set(figures, known);
  return known.get(id) ?? [];
}

const conflicts = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>();

/** The figures in conflict with each one that has any, in the order of the dossier. */
function indexConflicts(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const ids = new Map<string, Set<string>>();
  const add = (id: string, other: string): void => {
    ids.set(id, (ids.get(id) ?? new Set()).add(other));
  };
  for (const figure of figures) {
    for (const other of figure.conflicts) {
      add(figure.id, other);
      add(other, figure.id);
    }
  }
  return new Map(
    [...ids].map(([id, others]) => [id, figures.filter((figure) => others.has(figure.id))] as const),
  );
}

/** What to look for among figures; an absent key admits all. */
export interface FigureQuery {
  readonly subject?: string;
  readonly counterparty?: string;
  readonly measure?: string | readonly string[];
  readonly status?: Figure["status"];
  readonly origin?: Figure["origin"];
}

/** All figures that answer a query, latest period last; conflicting ones stand side by side, never averaged. */
export function figuresOn(dossier: Pick<Dossier, "figures">, query: FigureQuery): readonly Figure[] {
  const measures = typeof query.measure === "string" ? [query.measure] : query.measure;
  return dossier.figures
    .filter(
      (figure) =>
        (query.subject === undefined || figure.subject === query.subject) &&
        (query.counterparty === undefined || figure.counterparty === query.counterparty) &&
        (measures === undefined || measures.includes(figure.measure)) &&
        (query.status === undefined || figure.status === query.status) &&
        (query.origin === undefined || figure.origin === query.origin),
    )
    .sort((a, b) => (a.period?.end ?? 0) - (b.period?.end ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Ties that can be drawn and are in no sum of money: no amount is known, or only a physical one. */
export function unpricedTies(dossier: Pick<Dossier, "ties">): readonly Tie[] {
  return dossier.ties.filter((tie) => tie.amount === undefined || tie.currency === "");
}
