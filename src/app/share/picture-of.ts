import type { AppState } from "../state/state.ts";
import type { Exhibit } from "./exhibit.ts";
import { fanPicture } from "./fan-picture.tsx";
import { payerPicture } from "./payer-picture.tsx";
import type { PictureContent, PictureOptions } from "./picture-content.ts";
import { assumptionsInWords, say } from "./picture-words.ts";
import { planPicture } from "./plan-picture.tsx";

/** The picture of what was computed for a state; undefined if the state names a part that there is not. */
export function pictureOf(
  exhibit: Exhibit,
  state: AppState,
  options: PictureOptions = {},
): PictureContent | undefined {
  const { language, part } = state;
  switch (exhibit.kind) {
    case "nothing":
      return undefined;
    case "simulation":
      return fanPicture(exhibit.card, exhibit.simulated, state, options);
    case "payers":
      return payerPicture(exhibit.card, exhibit.guide, exhibit.found, state, options);
    case "plan":
      return part === "" ? planPicture(exhibit.document, state, options) : undefined;
    case "model": {
      const { card, simulated } = exhibit;
      const drawn = fanPicture(card, simulated, { ...state, part: "", runs: simulated.runs }, options);
      const values = {
        model: card.title[language],
        equations: card.equations,
        parameters: card.parameters.length,
      };
      return (
        drawn && { ...drawn, title: say(language, "matrix", values), lead: assumptionsInWords(card, state) }
      );
    }
  }
}

/** Drawings that fit into one picture. */
const mostCompared = 20;

/** States side by side: the drawings of each in turn, marked with its letter. */
export function comparedPicture(
  contents: readonly PictureContent[],
  { language }: Pick<AppState, "language">,
): PictureContent {
  const letterOf = (place: number): string => String.fromCharCode(65 + place);
  const largest = Math.max(0, ...contents.map(({ drawings }) => drawings.length));
  const most = Math.min(largest, Math.floor(mostCompared / Math.max(1, contents.length)));
  const drawings = Array.from({ length: most }, (_, at) =>
    contents.flatMap(({ drawings: own, title }, place) =>
      own[at]
        ? [{ ...own[at], title: `${letterOf(place)}: ${own[at].title || title}`, table: undefined }]
        : [],
    ),
  ).flat();
  return {
    title: say(language, "compared", { count: contents.length }),
    lead: [
      ...contents.map(({ title, lead }, place) =>
        [`${letterOf(place)}: ${title}`, ...lead.slice(-2)].join(" · "),
      ),
      ...(most < largest ? [say(language, "comparedFirst", { count: most })] : []),
    ],
    drawings,
    source: contents.map(({ source }, place) => `${letterOf(place)}: ${source.at(-1) ?? ""}`),
  };
}
