import { renderToString } from "preact-render-to-string";
import type { Problem } from "../core/problem.ts";
import type { Dossier } from "../dossier/index.ts";
import { App } from "./app.tsx";
import { pageOf } from "./page.ts";
import { fetchParts } from "./screen-view.tsx";
import type { Exhibit } from "./share/exhibit.ts";
import { AskedPicture, ExhibitStill } from "./share/exhibit-still.tsx";
import { isUntouched } from "./screens/plan/plan-order-of.ts";
import { PlanStill } from "./screens/plan/plan-still.tsx";
import { stillScreens } from "./screens/registry.ts";
import { writeAddress } from "./state/address.ts";
import { lookOf } from "./state/look.ts";
import type { AppState } from "./state/state.ts";
import type { DossierEntry, RunNote, View } from "./view.ts";
import { appText } from "./words.ts";
import { dossierAt, type Measured } from "./worker/measure-job.ts";
import type { Planned } from "./worker/plan-order.ts";

/** What the server knows when it sends a page. */
export interface FirstPage {
  readonly state: AppState;
  readonly original: Dossier;
  readonly measured: Measured;
  readonly library: readonly DossierEntry[];
  readonly notices: readonly Problem[];
  /** The plan of the state's economy for its own goals. */
  readonly planned?: Planned | undefined;
  /** Results of the state's screen with nothing changed. */
  readonly exhibit?: Exhibit | undefined;
}

/** Fetches what the server draws; to be awaited once before the first page. */
export async function prepareScreens(): Promise<void> {
  for (const screen of stillScreens) await fetchParts({ screen, evidence: "A001", doubts: { A001: 1 } });
}

/** The view of a state without a browser: nothing can be changed or run. */
export function stillView(first: FirstPage): View {
  const { state, original, measured, planned, exhibit } = first;
  const href = (patch: Partial<AppState>): string => writeAddress({ ...state, ...patch });
  const dossier = dossierAt(original, lookOf(state));
  const nothing = (): void => undefined;
  return {
    ...first,
    dossier,
    page: pageOf(dossier, measured, state, href),
    ...(state.screen === "plan" &&
      planned && {
        still: () => (
          <>
            {!isUntouched(state) && <AskedPicture />}
            <PlanStill planned={planned} />
          </>
        ),
      }),
    ...(exhibit && { still: () => <ExhibitStill exhibit={exhibit} /> }),
    busy: false,
    offline: false,
    canUndo: false,
    canRedo: false,
    href,
    change: nothing,
    notify: nothing,
    run: () => new Promise(() => undefined),
    stop: nothing,
    openDossier: () => new Promise(() => undefined),
    addDossier: nothing,
    forgetDossier: nothing,
    ran: exhibit && ranFor(exhibit, state),
    noteRun: nothing,
    results: { value: undefined },
  };
}

/** What one needs to get the results of an exhibit again. */
function ranFor(exhibit: Exhibit, { seed }: Pick<AppState, "seed">): RunNote | undefined {
  switch (exhibit.kind) {
    case "simulation":
    case "model":
      return exhibit.simulated;
    case "payers":
      return { hash: exhibit.found.hash, residual: exhibit.found.residual, runs: 1, seed };
    default:
      return undefined;
  }
}

/** The page as it is sent: the template of the build with the screen of a state in it, readable without script. */
export function renderFirstPage(template: string, first: FirstPage): string {
  const { state, original } = first;
  const { language, theme } = state;
  const title = `${appText(language, state.screen === "start" ? "tagline" : state.screen)} – ${original.title[language]} – Kreislauf`;
  const script = `<noscript><p class="without-script">${appText(language, "withoutScript")} <a href="/${language}/report">${appText(language, "report")}</a></p></noscript>`;
  return template
    .replace('<html lang="en">', `<html lang="${language}" data-theme="${theme}">`)
    .replace(
      "<title>Kreislauf</title>",
      () =>
        `<title>${escapeText(title)}</title>\n    <meta name="description" content="${escapeText(original.summary[language])}" />`,
    )
    .replace("<!--first-->", () => script + renderToString(<App view={stillView(first)} />));
}

/** Text as it stands in HTML. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
