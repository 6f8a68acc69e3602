import { numberColumn, type Table, textColumn } from "../core/table.ts";
import type { Language } from "../text/language.ts";
import type { Guide } from "./guide.ts";
import type { Picture, PictureGraph } from "./picture.ts";

type Shown = Pick<Guide, "graphs" | "outcomes">;
const numbers = ["lowest", "low", "median", "high", "highest", "baseline"] as const;

/**
 * The fans of a picture as one tidy table: a row a graph and date, with the 5, 25, 50, 75 and 95 % quantiles and the
 * median of the baseline, each in the unit of its row.
 */
export function fanTable(guide: Shown, picture: Picture, language: Language): Table {
  const columns = [
    ...["date", "graph", "shows", "unit"].map(textColumn),
    ...numbers.map((name) => numberColumn(name)),
  ];
  const rows = graphsOf(guide, picture).flatMap(({ graph, found }) =>
    picture.dates.map((date, period) => [
      date,
      graph.id,
      graph.words[language],
      graph.unit[language],
      ...found.fan.bands.map((band) => band[period]),
      found.baseline[period],
    ]),
  );
  return { columns, rows };
}

/** The sample paths of a picture: a row a graph, run and date. Runs are numbered as members are. */
export function sampleTable(guide: Shown, picture: Picture, language: Language): Table {
  const columns = [...["date", "graph", "unit"].map(textColumn), numberColumn("run"), numberColumn("value")];
  const rows = graphsOf(guide, picture).flatMap(({ graph, found }) =>
    found.samples.flatMap((path, sample) =>
      picture.dates.map((date, period) => [date, graph.id, graph.unit[language], sample + 1, path[period]]),
    ),
  );
  return { columns, rows };
}

/** How often what was asked happened: share of the runs with its 95 % interval. */
export function outcomeTable(guide: Shown, { outcomes }: Picture, language: Language): Table {
  const columns = [
    textColumn("outcome"),
    textColumn("asks"),
    ...["share", "low", "high", "hits", "runs"].map((name) => numberColumn(name)),
  ];
  const rows = outcomes.map(({ id, frequency: { share, interval, hits, runs } }) => {
    const words = guide.outcomes.find((outcome) => outcome.id === id)?.words[language] ?? id;
    return [id, words, share, ...interval, hits, runs];
  });
  return { columns, rows };
}

/** Graphs of a guide in its order, with what was found of them. */
function graphsOf(
  guide: Shown,
  picture: Picture,
): readonly { readonly graph: Guide["graphs"][number]; readonly found: PictureGraph }[] {
  return guide.graphs.flatMap((graph) => {
    const found = picture.graphs.find(({ id }) => id === graph.id);
    return found ? [{ graph, found }] : [];
  });
}
