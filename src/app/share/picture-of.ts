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
const mostCompared = 16;

/** States side by side: each graph of all of them in turn, marked with the letter of its state. */
export function comparedPicture(
  contents: readonly PictureContent[],
  { language }: Pick<AppState, "language">,
): PictureContent {
  const letterOf = (place: number): string => String.fromCharCode(65 + place);
  // The same graph of all states stands together, though not every state has it.
  const ids = [...new Set(contents.flatMap(({ drawings }) => drawings.map(({ id }) => id)))];
  const most = Math.max(1, Math.floor(mostCompared / Math.max(1, contents.length)));
  const drawings = ids.slice(0, most).flatMap((id) =>
    contents.flatMap(({ drawings: own, title }, place) => {
      const found = own.find((drawing) => drawing.id === id);
      const letter = letterOf(place);
      return found
        ? [{ ...found, id: `${letter}-${id}`, title: `${letter}: ${found.title || title}`, table: undefined }]
        : [];
    }),
  );
  return {
    title: say(language, "compared", { count: contents.length }),
    lead: [
      ...contents.map(({ title, lead }, place) =>
        [`${letterOf(place)}: ${title}`, ...lead.slice(-2)].join(" · "),
      ),
      ...(most < ids.length ? [say(language, "comparedFirst", { count: most })] : []),
    ],
    drawings,
    source: contents.map(({ source }, place) => `${letterOf(place)}: ${source.at(-1) ?? ""}`),
  };
}
