import type { JSX } from "preact";
import type { PairedDifference } from "../../../simulate/index.ts";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { type Cell, Rows, withSign } from "./comparison-table.tsx";
import type { RanColumn } from "./use-compared-runs.ts";
import { say } from "./words.ts";

interface TableProps {
  readonly card: ModelCard;
  readonly ran: readonly RanColumn[];
  /** Each column against the first; undefined where members are not the same. */
  readonly pairs: readonly (PairedDifference | undefined)[];
}

/** “In 62 of 100 runs” for every question and column, with what changes run by run. */
export function OutcomeTable({ card, ran, pairs }: TableProps): JSX.Element | null {
  const { language } = useView().state;
  const { outcomes } = card.guide;
  if (outcomes.length === 0) return null;
  const percent = (share: number): string => formatNumber(share * 100, language);
  const first = ran[0].column.letter;
  const cell = (id: string, { simulated }: RanColumn, place: number): Cell => {
    const found = simulated.picture.outcomes.find((one) => one.id === id)?.frequency;
    const pair = pairs[place]?.outcomes.find((one) => one.id === id);
    if (!found) return { text: "–" };
    return {
      text: say(language, "ofHundred", { share: percent(found.share), error: percent(found.error) }),
      note:
        pair &&
        say(language, "onlyHere", { first, here: percent(pair.onlyHere), there: percent(pair.onlyThere) }),
    };
  };
  return (
    <>
      <h3>{say(language, "outcomesTitle")}</h3>
      <Rows
        columns={ran.map(({ column }) => column)}
        title={say(language, "outcomesTitle")}
        rows={outcomes.map(({ id, words }) => ({
          name: `… ${words[language]}`,
          cells: ran.map((column, place) => cell(id, column, place)),
        }))}
      />
      <p class="quiet">{say(language, "outcomesSource")}</p>
    </>
  );
}

/** Where the columns are furthest apart in every graph: how far the same runs are apart. */
export function PairTable({ card, ran, pairs }: TableProps): JSX.Element | null {
  const { language } = useView().state;
  const others = ran.flatMap(({ column }, place) => {
    const pair = pairs[place];
    return pair ? [{ column, pair }] : [];
  });
  if (others.length === 0) return null;
  const percent = (share: number): string => formatNumber(share * 100, language);
  const first = ran[0].column.letter;
  const title = say(language, "pairsTitle", { first });
  return (
    <>
      <h3>{title}</h3>
      <Rows
        columns={others.map(({ column }) => column)}
        title={title}
        rows={card.guide.graphs.map(({ id, as, words }) => ({
          name: words[language],
          cells: others.map(({ pair }) => {
            const found = pair.graphs.find((graph) => graph.id === id);
            if (!found) return "–";
            const { period, median, higher, lower } = found;
            const date = ran[0].simulated.picture.dates[period];
            return {
              text: say(language, "pairCell", {
                date,
                median: withSign(formatReading(median, as, language, card.guide.money)),
              }),
              note: say(language, "pairShares", { higher: percent(higher), lower: percent(lower) }),
            };
          }),
        }))}
      />
      <p class="quiet">{say(language, "pairsNote", { first })}</p>
    </>
  );
}
