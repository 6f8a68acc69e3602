import type { JSX } from "preact";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
import { TableBehind } from "../../parts/table-behind.tsx";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

const heads = ["lowest", "low", "median", "high", "highest", "baseline"] as const;

/** The numbers of a fan, a row a period. */
export function FanTable(props: {
  readonly graph: GuideGraph;
  readonly found: PictureGraph;
  readonly dates: readonly string[];
  readonly words: (value: number) => string;
}): JSX.Element {
  const { graph, found, dates, words } = props;
  const { language } = useView().state;
  const columns = [...found.fan.bands, found.baseline];
  return (
    <TableBehind
      label={graph.words[language]}
      heads={[say(language, "period"), ...heads.map((head) => say(language, head))]}
      rows={() => dates.map((date, period) => [date, ...columns.map((column) => words(column[period]))])}
    />
  );
}
