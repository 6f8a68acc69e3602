import type { Dossier } from "../../../dossier/index.ts";
import { leadingResult, nameSubject, resultLists } from "../../../report/index.ts";
import {
  describeMethod,
  formatMoney,
  formatQuantity,
  formatShare,
  type Language,
} from "../../../text/index.ts";
import { pageOf } from "../../page.ts";
import { lookOf } from "../../state/look.ts";
import type { View } from "../../view.ts";
import { dossierAt, type Measured } from "../../worker/measure-job.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./comparison-table.tsx";
import { say } from "./words.ts";

/** A column with the measurement of its dossier. */
export interface MeasuredColumn {
  readonly column: Column;
  readonly original: Dossier;
  readonly measured: Measured;
}

/** What goes round in each. */
export function circuitRows(found: readonly MeasuredColumn[], language: Language): readonly Row[] {
  const row = (name: string, of: (one: MeasuredColumn) => string): Row => ({ name, cells: found.map(of) });
  const circuitOf = (one: MeasuredColumn): Measured["measurement"]["circuit"] =>
    one.measured.measurement.circuit;
  const money = (one: MeasuredColumn, amount: number): string =>
    formatMoney(amount, circuitOf(one).unit, language);
  const focus = (one: MeasuredColumn): string => {
    const own = circuitOf(one).selfFinanced.find(({ actor }) => actor === one.original.focus);
    if (!own) return "–";
    return [own.certain, own.proportional, own.possible].map((amount) => money(one, amount)).join(" · ");
  };
  const focusName = ({ original }: MeasuredColumn): string =>
    original.actors.find(({ id }) => id === original.focus)?.name[language] ?? original.focus;
  const actor = [...new Set(found.map(focusName))].join(" / ");
  return [
    row(say(language, "total"), (one) => money(one, circuitOf(one).totalFlow)),
    row(say(language, "circulation"), (one) => money(one, circuitOf(one).circulation.value)),
    row(say(language, "share"), (one) => formatShare(circuitOf(one).circulation.shareOfFlow, language)),
    row(
      say(language, "loops"),
      (one) => `${circuitOf(one).loops.length}${circuitOf(one).loopsComplete ? "" : "+"}`,
    ),
    row(say(language, "selfFinanced", { actor }), focus),
  ];
}

/** The leading result of every measure that at least one of the states has. */
export function resultRows(found: readonly MeasuredColumn[], view: View): readonly Row[] {
  const { language } = view.state;
  const pages = found.map(({ original, measured, column }) =>
    pageOf(dossierAt(original, lookOf(column.state)), measured, { ...column.state, language }, view.href),
  );
  return resultLists.flatMap((list) => {
    const measures = new Set(
      found.flatMap(({ measured }) => measured.measurement[list].map(({ measure }) => measure)),
    );
    return [...measures].map((measure): Row => ({
      name: describeMethod(measure, language).name,
      cells: found.map(({ measured }, index) => {
        const results = measured.measurement[list].filter((result) => result.measure === measure);
        if (results.length === 0) return "–";
        const lead = leadingResult(pages[index], results);
        return {
          text: formatQuantity(lead.value.value, lead.unit, language),
          note: `${nameSubject(pages[index], lead.subject)}, ${lead.period}`,
        };
      }),
    }));
  });
}
