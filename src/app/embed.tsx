import { renderToString } from "preact-render-to-string";
import { escapeText, type FirstPage, stillView } from "./first-page.tsx";
import { MapFigure, seriesOf } from "./parts/map-figure.tsx";
import { drawPicture, sourceLine } from "./share/picture.tsx";
import { writeAddress } from "./state/address.ts";
import { ViewContext } from "./view.ts";

/** The picture of a state as a page for frames of other pages: no script, with sources and the way back. */
export function renderEmbed(template: string, first: FirstPage): string {
  const view = stillView(first);
  const { language, theme } = first.state;
  const address = writeAddress(first.state);
  const title = view.dossier.title[language];
  const sheets = [...template.matchAll(/<link rel="stylesheet"[^>]*>/g)].map(([link]) => link).join("");
  const body = renderToString(
    <ViewContext.Provider value={view}>
      <main class="embed">
        <h1>
          <a href={address}>{title}</a>
        </h1>
        <MapFigure series={seriesOf(view)} id="embed">
          <p>
            {sourceLine(view, "")} <a href={address}>Kreislauf</a>
          </p>
        </MapFigure>
      </main>
    </ViewContext.Provider>,
  );
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1" /><title>${escapeText(title)}</title>${sheets}</head>
<body>${body}</body>
</html>
`;
}

/** The picture of a state as an SVG file; undefined if there is nothing to draw. */
export function renderPicture(first: FirstPage): string | undefined {
  return drawPicture(stillView(first), writeAddress(first.state));
}
