import type { Figure } from "./dossier.ts";
import { figuresNamed } from "./formula.ts";

/** Figures by id that the formula of a derived figure names, as far as they exist. */
export function inputsOf(
  figure: Pick<Figure, "derivation">,
  figures: ReadonlyMap<string, Figure>,
): readonly string[] {
  return figure.derivation === "" ? [] : figuresNamed(figure.derivation, figures);
}

/**
 * A derived figure is known from the day on which the last figure of its formula was known, however long the
 * chain. Days flow from the latest figures to all that rest on them, each figure once, so that circles end too.
 */
export function dateDerived(figures: readonly Figure[]): readonly Figure[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const restingOn = new Map<string, string[]>();
  for (const figure of figures) {
    for (const input of inputsOf(figure, byId)) {
      const list = restingOn.get(input);
      if (list) list.push(figure.id);
      else restingOn.set(input, [figure.id]);
    }
  }
  const known = new Map<string, number>();
  for (const latest of figures.toSorted((a, b) => b.known - a.known)) {
    const reached = [latest.id];
    for (let id = reached.pop(); id !== undefined; id = reached.pop()) {
      if (known.has(id)) continue;
      known.set(id, latest.known);
      reached.push(...(restingOn.get(id) ?? []));
    }
  }
  return figures.map((figure) => {
    const day = known.get(figure.id) ?? figure.known;
    return day === figure.known ? figure : { ...figure, known: day };
  });
}
