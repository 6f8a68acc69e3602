import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import type { Language } from "../text/language.ts";
import { Cells } from "./cells.ts";
import type { Dossier, Figure, Tie, WordName } from "./dossier.ts";
import type { Row } from "./table.ts";

/** Rows of `names.csv`; a word that the tables do not use is a warning, a doubled one an error. */
export function readNames(
  rows: readonly Row[],
  used: { readonly figures: readonly Figure[]; readonly ties: readonly Tie[] },
  problems: Problem[],
): readonly WordName[] {
  const words = new Set<string>(
    used.figures
      .flatMap((figure) => [
        figure.subject,
        figure.counterparty,
        figure.measure,
        figure.category,
        figure.periodLabel,
      ])
      .concat(used.ties.map(({ condition }) => condition))
      .filter(Boolean),
  );
  // Where tables have errors, their words may not have been read.
  const sound = !hasErrors(problems);
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const cells = new Cells(row, problems);
    const word = cells.needed("word");
    const { line } = row.where("word");
    const before = lines.get(word);
    if (before === undefined) lines.set(word, line);
    else cells.wrong("word", "doubled-id", { id: word, line: before });
    if (word !== "" && sound && !words.has(word)) {
      const options = { severity: "warning", hint: nearestName(word, words) } as const;
      problems.push(createProblem("name-unused", row.where("word"), { word }, options));
    }
    return { word, name: { en: cells.text("name_en") || word, de: cells.needed("name_de") } };
  });
}

/**
 * What a dossier calls its actors and the words of its tables, in one language.
 *
 * @example
 * import { namesIn } from "kreislauf/dossier";
 * const names = [{ word: "all listed", name: { en: "all listed firms", de: "alle notierten Firmen" } }];
 * namesIn({ actors: [], names }, "de").get("all listed"); // → "alle notierten Firmen"
 */
export function namesIn(
  dossier: Pick<Dossier, "actors" | "names">,
  language: Language,
): ReadonlyMap<string, string> {
  return new Map([
    ...dossier.names.map(({ word, name }) => [word, name[language]] as const),
    ...dossier.actors.map(({ id, name }) => [id, name[language]] as const),
  ]);
}
