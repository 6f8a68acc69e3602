import { sha256 } from "../../core/hash.ts";
import { PlanWords } from "../../plan/programme/plan-answer.ts";
import type { PlanDocument } from "../../plan/programme/plan-document.ts";
import { planSeries } from "../../plan/programme/plan-series.ts";
import { LineOverYears, lineInWords, titleOf, wordsOf } from "../screens/plan/year-charts.tsx";
import { say as planWords } from "../screens/plan/say.ts";
import type { AppState } from "../state/state.ts";
import type { PictureContent, PictureDrawing, PictureOptions } from "./picture-content.ts";
import { madeBy, say } from "./picture-words.ts";

const size = { width: 420, height: 230 } as const;
/** Of each kind of reason, those that weigh most. */
const mostReasons = 5;

/** A plan: its answer in words over the lines of its years; without a plan, the rules that clash and the ways out. */
export function planPicture(
  document: PlanDocument,
  { language }: Pick<AppState, "language">,
  { day, prefix = "plan" }: PictureOptions = {},
): PictureContent {
  const words = new PlanWords(document, language);
  const lines = planSeries(document);
  const drawings = lines.map((line): PictureDrawing => ({
    id: line.id,
    title: lineInWords(line, document.years, language),
    note: "",
    chart: (
      <LineOverYears {...{ line, language, ...size }} years={document.years} id={`${prefix}-${line.id}`} />
    ),
    ...size,
    table: {
      head: [planWords(language, "year"), titleOf(line, language)],
      rows: [
        ...(line.base === undefined
          ? []
          : [[planWords(language, "today"), wordsOf(line, language)(line.base)]]),
        ...line.values.map((value, index) => [String(index + 1), wordsOf(line, language)(value)]),
      ],
    },
  }));
  const reasons = words
    .impossible()
    .filter(({ lines: list, heading }) => list.length > 0 || heading === undefined)
    .flatMap(({ heading, lines: list }) =>
      heading === undefined ? list : [heading, ...list.slice(0, mostReasons).map((one) => `– ${one}`)],
    );
  const { economy, solver } = document;
  return {
    title: words.headline(),
    lead: [words.title(), ...(document.yearly ? words.facts() : reasons)],
    drawings,
    source: [
      ...words.reservations().slice(0, 1),
      [
        say(language, "planSource", { title: economy.title[language], name: economy.id, solver }),
        ...madeBy(language, hashOfPlan(document), day),
      ].join(" "),
    ],
  };
}

/** SHA-256 of what `kreislauf plan --json` prints. */
export function hashOfPlan(document: PlanDocument): string {
  return sha256(new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`));
}
