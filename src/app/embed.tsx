import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Problem } from "../core/problem.ts";
import { describeProblem } from "../text/index.ts";
import { escapeText, type FirstPage, stillView } from "./first-page.tsx";
import { MapFigure, seriesOf } from "./parts/map-figure.tsx";
import { BookTable } from "./screens/model/books.tsx";
import type { Exhibit } from "./share/exhibit.ts";
import type { PictureContent } from "./share/picture-content.ts";
import { PictureFigures } from "./share/picture-figures.tsx";
import { say } from "./share/picture-words.ts";
import { sourceLine } from "./share/source-line.ts";
import { writeAddress } from "./state/address.ts";
import type { AppState } from "./state/state.ts";
import { ViewContext } from "./view.ts";

/** A state as a page for frames of other pages: its finding, what is drawn, and below it where that comes from. */
interface EmbedPage {
  readonly state: AppState;
  readonly title: string;
  readonly body: JSX.Element;
  readonly source: readonly string[];
}

/** The loop map of a state as a page for frames. */
export function mapEmbed(template: string, first: FirstPage): string {
  const view = stillView(first);
  return renderEmbed(template, {
    state: first.state,
    title: view.dossier.title[first.state.language],
    body: (
      <ViewContext.Provider value={view}>
        <MapFigure series={seriesOf(view)} id="embed" />
      </ViewContext.Provider>
    ),
    source: [...notRead(first.notices, first.state), sourceLine(view, "")],
  });
}

/** A picture as a page for frames, with its numbers as tables; of a model also its accounts. */
export function pictureEmbed(
  template: string,
  state: AppState,
  content: PictureContent,
  options: { readonly notices?: readonly Problem[]; readonly exhibit?: Exhibit | undefined } = {},
): string {
  const { notices = [], exhibit } = options;
  const { language } = state;
  return renderEmbed(template, {
    state,
    title: content.title,
    body: (
      <>
        <PictureFigures {...{ content, language }} />
        {exhibit?.kind === "model" &&
          exhibit.books.map(
            (book) => book.rows.length > 0 && <BookTable key={book.kind} {...{ book, language }} />,
          )}
      </>
    ),
    source: [...notRead(notices, state), ...content.source],
  });
}

/** A page for frames that says why there is no picture. */
export function refusedEmbed(template: string, state: AppState, problems: readonly Problem[]): string {
  const { language } = state;
  return renderEmbed(template, {
    state,
    title: say(language, "noPicture"),
    body: (
      <>
        <p>{say(language, "noPictureLead")}</p>
        <ul>
          {problems.map((problem) => (
            <li key={problem.code}>{describeProblem(problem, language)}</li>
          ))}
        </ul>
      </>
    ),
    source: [],
  });
}

/** What of a link was not understood: a picture of something else than the link says must tell. */
export function notRead(
  notices: readonly Problem[],
  { language }: Pick<AppState, "language">,
): readonly string[] {
  if (notices.length === 0) return [];
  const list = notices.map((notice) => describeProblem(notice, language)).join(" ");
  return [say(language, "notRead", { list })];
}

function renderEmbed(template: string, { state, title, body, source }: EmbedPage): string {
  const { language, theme } = state;
  const address = writeAddress(state);
  const sheets = [...template.matchAll(/<link rel="stylesheet"[^>]*>/g)].map(([link]) => link).join("");
  const page = renderToString(
    <main class="embed">
      <h1>
        <a href={address}>{title}</a>
      </h1>
      {body}
      <footer class="quiet">
        {source.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <a href={address}>{say(language, "openHere")}</a>
        </p>
      </footer>
    </main>,
  );
  // The app itself stands in no frame: links leave this one.
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1" /><base target="_blank" /><title>${escapeText(title)}</title>${sheets}</head>
<body>${page}</body>
</html>
`;
}
