import { RangeRows } from "../../chart/index.ts";
import type { Verdict } from "../../measure/index.ts";
import {
  aboutResult,
  chartOfMeasure,
  chooseRows,
  findingInWords,
  leadingResult,
  localise,
  nameSubject,
  type Page,
  type ResultList,
  resultLists,
  scaleFor,
} from "../../report/index.ts";
import { describeMethod, formatQuantity } from "../../text/index.ts";
import type { View } from "../view.ts";
import { sizeOf } from "./drawing-size.ts";
import type { PictureContent, PictureDrawing, PictureOptions } from "./picture-content.ts";
import { sourceLine } from "./source-line.ts";

type Results = View["measured"]["measurement"][ResultList];
type Shown = Pick<View, "page" | "state" | "measured" | "dossier">;

/** The list of measures that a state's part names, the first one without a part; undefined if there is none. */
export function measurePicture(
  view: Shown,
  { prefix = "measure" }: PictureOptions = {},
): PictureContent | undefined {
  const { page, state, measured } = view;
  const { measurement } = measured;
  const lists = resultLists.filter((list) => measurement[list].length > 0);
  if (state.part === "claims" && measurement.claims.length > 0) return claimsPicture(view, prefix);
  const list = state.part === "" ? lists[0] : lists.find((one) => one === state.part);
  if (list === undefined) return undefined;
  const measures = [...new Set(measurement[list].map(({ measure }) => measure))];
  const drawings = measures.flatMap((measure) =>
    measureDrawings(
      page,
      measurement[list].filter((result) => result.measure === measure),
      `${prefix}-${measure}`,
    ),
  );
  return { title: page.say(list), lead: [], drawings, source: [sourceLine(view, "")] };
}

/** A card: its finding over its chart if it has one, then values and ranges. */
function measureDrawings(page: Page, all: Results, id: string): readonly PictureDrawing[] {
  const lead = leadingResult(page, all);
  const { name } = describeMethod(lead.measure, page.language);
  const finding = findingInWords(page, lead);
  const results = chooseRows(page, all, lead);
  const valueWords = (result: Results[number]): string => {
    const words = (amount: number): string => formatQuantity(amount, result.unit, page.language);
    const { value, low, high } = result.value;
    return low === high ? words(value) : `${words(value)} (${words(low)} … ${words(high)})`;
  };
  const nameOf = (result: Results[number]): string =>
    [nameSubject(page, result.subject), aboutResult(page, result)].filter(Boolean).join(", ");
  const chart = chartOfMeasure({ page, results: all }) ?? (
    <RangeRows
      id={id}
      title={finding}
      description={results.map((result) => `${nameOf(result)}: ${valueWords(result)}`).join("; ")}
      rows={results.map((result) => ({
        id: result.id,
        name: nameOf(result),
        words: valueWords(result),
        range: result.value,
        scale: scaleFor(result, results),
      }))}
    />
  );
  return [
    {
      id,
      title: finding,
      note: name,
      chart,
      ...sizeOf(chart),
      table: {
        head: [name, page.say("value")],
        rows: all.map((result) => [nameOf(result), valueWords(result)]),
      },
    },
  ];
}

const signs: Readonly<Record<Verdict, string>> = {
  supported: "✓",
  loose: "≈",
  contradicted: "✗",
  unverified: "?",
};

/** The statements of the article, each with its verdict and what was found. */
function claimsPicture(view: Shown, prefix: string): PictureContent {
  const { page, measured } = view;
  const { claims } = measured.measurement;
  const { language } = page;
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  const statementOf = (id: string): string =>
    page.dossier.claims.find((claim) => claim.id === id)?.statement[language] ?? id;
  const finding = page.say("claimsTitle", {
    count: claims.length,
    supported: count("supported"),
    loose: count("loose"),
    contradicted: count("contradicted"),
    unverified: count("unverified"),
  });
  const chart = (
    <RangeRows
      id={prefix}
      title={finding}
      description={claims.map(({ id, verdict }) => `${id}: ${page.say(verdict)}`).join("; ")}
      width={840}
      rows={claims.map(({ id, verdict }) => ({
        id,
        name: `${signs[verdict]} ${id} ${statementOf(id)}`,
        words: page.say(verdict),
        range: { value: 0, low: 0, high: 0 },
        scale: undefined,
      }))}
    />
  );
  return {
    title: finding,
    lead: [page.say("claimsIntro")],
    drawings: [
      {
        id: prefix,
        title: "",
        note: "",
        chart,
        ...sizeOf(chart),
        table: {
          head: [page.say("claims"), page.say("stated"), page.say("found")],
          rows: claims.map(({ id, verdict, stated, found }) => [
            `${signs[verdict]} ${page.say(verdict)}: ${statementOf(id)}`,
            localise(stated, language) || "–",
            localise(found, language) || "–",
          ]),
        },
      },
    ],
    source: [sourceLine(view, "")],
  };
}
