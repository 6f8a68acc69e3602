import { mapEmbed, notRead, pictureEmbed, refusedEmbed } from "../../app/embed.tsx";
import { type FirstPage, stillView } from "../../app/first-page.tsx";
import { type Exhibit, isComputed } from "../../app/share/exhibit.ts";
import { measurePicture } from "../../app/share/measure-picture.tsx";
import type { PictureContent } from "../../app/share/picture-content.ts";
import { drawSheet } from "../../app/share/picture-frame.tsx";
import { comparedPicture, pictureOf } from "../../app/share/picture-of.ts";
import { mapPicture } from "../../app/share/picture.tsx";
import { readAddress, writeAddress } from "../../app/state/address.ts";
import type { AppState, Screen } from "../../app/state/state.ts";
import type { Problem } from "../../core/problem.ts";
import type { DeskAnswer } from "../../jobs/desk.ts";
import { createProblem } from "../../text/index.ts";
import type { Exhibits } from "./exhibits.ts";

/** Screens that other pages may show; of data and docs there is no picture. */
export const picturedScreens = [
  "start",
  "circuit",
  "measure",
  "simulate",
  "who-pays",
  "model",
  "plan",
  "compare",
] as const satisfies readonly Screen[];

/** Whether a state can be drawn for other pages. */
export function isPictured({
  screen,
  part,
  compare,
}: Pick<AppState, "screen" | "part" | "compare">): boolean {
  if (screen === "plan" && part === "vote") return false;
  if (screen === "compare" && compare.length === 0) return false;
  return picturedScreens.some((one) => one === screen);
}

/** A picture in the form asked for, or why there is none: status, problems, and the seconds after which to ask again. */
export type PictureAnswer =
  | { readonly text: string }
  | {
      readonly text?: undefined;
      readonly status: Refusal["status"];
      readonly problems: readonly Problem[];
      /** The same in words, as a page for a frame. */
      readonly page: string;
    };

/** Why there is no picture. */
export interface Refusal {
  readonly content?: undefined;
  readonly status: 404 | 422 | 429 | 500;
  readonly problems: readonly Problem[];
}

export interface PictureSources {
  readonly template: string;
  readonly exhibits: Exhibits;
  /** What is known of a dossier's state, or why it cannot be measured as it stands. */
  readonly first: (state: AppState, notices: readonly Problem[]) => FirstPage | Refusal;
}

type Shown =
  | {
      readonly content: PictureContent;
      readonly exhibit?: Exhibit;
      /** The loop map has a page of its own, wide and upright. */
      readonly map?: FirstPage;
    }
  | Refusal;

export const retrySeconds = 2;

/** Pictures of states: as an SVG document, or as a page for a frame. */
export function picturesOf({ template, exhibits, first }: PictureSources): {
  /** `origin` stands before the address that the picture names. */
  readonly svg: (address: string, origin: string) => Promise<PictureAnswer>;
  readonly embed: (address: string) => Promise<PictureAnswer>;
} {
  return {
    svg: async (address, origin) => {
      const { state, problems: notices } = readAddress(address);
      const shown = await show(state, notices);
      if (!shown.content) return refuse(state, shown);
      const { content } = shown;
      const source = [...notRead(notices, state), ...content.source];
      return {
        text: drawSheet(
          { ...content, source },
          { address: origin + writeAddress(state), theme: state.theme },
        ),
      };
    },
    embed: async (address) => {
      const { state, problems: notices } = readAddress(address);
      const shown = await show(state, notices);
      if (!shown.content) return refuse(state, shown);
      const { content, exhibit, map } = shown;
      return {
        text: map ? mapEmbed(template, map) : pictureEmbed(template, state, content, { notices, exhibit }),
      };
    },
  };

  function refuse(state: AppState, shown: Refusal): PictureAnswer {
    const { status, problems } = shown;
    return { status, problems, page: refusedEmbed(template, state, problems) };
  }

  async function show(state: AppState, notices: readonly Problem[], prefix?: string): Promise<Shown> {
    const missing: Shown = {
      status: 404,
      problems: [problem("picture-missing", { path: writeAddress(state) })],
    };
    // A link to no screen must not become a picture of another one.
    if (!isPictured(state) || notices.some(({ code }) => code === "address-screen")) return missing;
    if (state.screen === "compare") return compared(state);
    const options = prefix === undefined ? {} : { prefix };
    if (isComputed(state)) {
      const { answer, day } = await exhibits.of(state);
      const exhibit = answer.kind === "done" ? answer.result : undefined;
      if (!exhibit || exhibit.kind === "nothing") return whyNot(answer) ?? missing;
      const content = pictureOf(exhibit, state, { ...options, day });
      return content ? { content, exhibit } : missing;
    }
    const known = first(state, notices);
    if ("status" in known) return known;
    const view = stillView(known);
    if (state.screen === "measure") {
      const content = measurePicture(view, options);
      return content ? { content } : missing;
    }
    const content = mapPicture(view, writeAddress(state), options);
    return content ? { content, map: known } : missing;
  }

  /** Every state compared, one after the other; one that cannot be drawn is the answer. */
  async function compared(state: AppState): Promise<Shown> {
    const contents: PictureContent[] = [];
    for (const [place, address] of state.compare.entries()) {
      const { state: other, problems } = readAddress(address);
      const inside = { ...other, language: state.language, theme: state.theme, compare: [] };
      const shown = await show(inside, problems, `compared-${place}`);
      if (!shown.content) return shown;
      contents.push(shown.content);
    }
    return { content: comparedPicture(contents, state) };
  }
}

/** Why there is no exhibit; undefined if there is none because there is nothing to show. */
function whyNot(answer: DeskAnswer<Exhibit>): Refusal | undefined {
  switch (answer.kind) {
    case "full":
      return { status: 429, problems: [problem("api-full", { seconds: retrySeconds })] };
    case "ended":
      return { status: 422, problems: [problem(`api-${answer.reason}`)] };
    case "failed":
      return { status: 500, problems: [problem("our-fault", { reason: "500" })] };
    case "done": {
      const problems = answer.result.kind === "nothing" ? answer.result.problems : [];
      return problems.length > 0 ? { status: 422, problems } : undefined;
    }
  }
}

function problem(
  code: Parameters<typeof createProblem>[0],
  values: Parameters<typeof createProblem>[2] = {},
): Problem {
  return createProblem(code, { file: "", line: 0, column: 0 }, values);
}
