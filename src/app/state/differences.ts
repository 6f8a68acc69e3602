import type { Dossier, Figure, Tie } from "../../dossier/index.ts";
import type { Measurement } from "../../measure/index.ts";
import { nameSubject, type Page, resultLists } from "../../report/index.ts";
import { evidence as german } from "../../text/de/evidence.ts";
import { evidence as english } from "../../text/en/evidence.ts";
import { describeMethod, fill, formatQuantity } from "../../text/index.ts";

/** One result that two measurements of a dossier do not share. */
export interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Relative change, for the order. */
  readonly size: number;
}

/** What differs between two measurements, and between the dossiers behind them, as it is read, the largest relative change first. */
export function differences(
  before: Measurement,
  after: Measurement,
  page: Page,
  dossiers: { readonly before: Dossier; readonly after: Dossier },
): readonly Difference[] {
  const { language } = page;
  const words = language === "de" ? german : english;
  const found: Difference[] = [];
  const compare = (name: string, a: number, b: number, unit: string): void => {
    const [was, is] = [a, b].map((value) => formatQuantity(value, unit, language));
    if (was !== is) found.push({ name, before: was, after: is, size: Math.abs(b - a) / (Math.abs(a) || 1) });
  };
  const { unit } = after.circuit;
  compare(words.circulation, before.circuit.circulation.value, after.circuit.circulation.value, unit);
  for (const own of after.circuit.selfFinanced) {
    const old = before.circuit.selfFinanced.find(({ actor }) => actor === own.actor);
    const name = fill(words.selfFinanced, { actor: page.nameOf(own.actor) });
    if (old) compare(name, old.proportional, own.proportional, unit);
  }
  for (const list of resultLists) {
    const olds = new Map(before[list].map((result) => [result.id, result]));
    for (const result of after[list]) {
      const old = olds.get(result.id);
      const name = `${describeMethod(result.measure, language).name}: ${nameSubject(page, result.subject)} ${result.period}`;
      if (old) compare(name, old.value.value, result.value.value, result.unit);
    }
  }
  for (const claim of after.claims) {
    const old = before.claims.find(({ id }) => id === claim.id);
    if (old && old.verdict !== claim.verdict) {
      const name = fill(words.verdict, { id: claim.id });
      found.push({ name, before: page.say(old.verdict), after: page.say(claim.verdict), size: 1 });
    }
  }
  for (const [was, is] of movedRows(dossiers.before, dossiers.after)) {
    const [a, b] = [was.amount?.value ?? 0, is.amount?.value ?? 0];
    found.push({
      name: is.id,
      before: formatQuantity(a, was.unit, language, was.currency),
      after: formatQuantity(b, is.unit, language, is.currency),
      size: Math.abs(b - a) / (Math.abs(a) || 1),
    });
  }
  return found.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** Figures and ties whose amount is another one, in pairs. */
function movedRows(
  before: Dossier,
  after: Dossier,
): readonly (readonly [Figure, Figure] | readonly [Tie, Tie])[] {
  const pairs = <Row extends Figure | Tie>(
    olds: readonly Row[],
    news: readonly Row[],
  ): readonly (readonly [Row, Row])[] =>
    olds.flatMap((old, index) =>
      old.amount?.value === news[index].amount?.value ? [] : [[old, news[index]] as const],
    );
  return [...pairs(before.figures, after.figures), ...pairs(before.ties, after.ties)];
}
