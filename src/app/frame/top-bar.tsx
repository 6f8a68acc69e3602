import type { JSX } from "preact";
import { formatDay, readPeriod } from "../../core/period.ts";
import { formatDayInWords } from "../../text/index.ts";
import { entryOf, registry } from "../screens/registry.ts";
import { keepBeside, kindOf } from "../state/kept-states.ts";
import type { AppState, Screen, Theme } from "../state/state.ts";
import { useView } from "../view.ts";
import { type AppWord, appText } from "../words.ts";
import { ShareMenu } from "./share-menu.tsx";

const verbs = ["measure", "simulate", "plan"] as const;
const themes = ["auto", "light", "dark"] as const satisfies readonly Theme[];
const themeWords = { auto: "themeAuto", light: "themeLight", dark: "themeDark" } as const;

/** The comparison with what is shown in it. */
function besides(state: AppState): Partial<AppState> {
  return { screen: "compare", part: "", evidence: "", compare: keepBeside(state) };
}

/** Name of a screen in the navigation; the verb `measure` has a screen of measures. */
function wordOf(screen: Screen): AppWord {
  return screen === "measure" ? "measures" : screen;
}

/** The three verbs and the open dossier on the left, the tools on the right, the pages of a verb below. */
export function TopBar(): JSX.Element {
  const view = useView();
  const { state } = view;
  const { language } = state;
  const say = (key: AppWord): string => appText(language, key);
  const current = entryOf(state.screen);
  const to = (screen: Screen): string => view.href({ screen, part: "", evidence: "" });
  const pages = registry.filter(({ verb }) => verb !== undefined && verb === current.verb);
  return (
    <header class="top">
      <div class="row">
        <a class="brand" href={to("start")} aria-current={state.screen === "start" ? "page" : undefined}>
          {say("name")}
        </a>
        <nav class="verbs" aria-label={say("verbs")}>
          {verbs.flatMap((verb) => {
            const first = registry.find((entry) => entry.verb === verb);
            if (!first) return [];
            return (
              <a key={verb} href={to(first.screen)} aria-current={current.verb === verb ? "true" : undefined}>
                {say(verb)}
              </a>
            );
          })}
        </nav>
        <DossierMenu />
        <div class="tools" role="group" aria-label={say("tools")}>
          <button
            type="button"
            data-do="undo"
            disabled={!view.canUndo}
            aria-label={say("undo")}
            title={`${say("undo")} (Ctrl Z)`}
          >
            ↶
          </button>
          <button
            type="button"
            data-do="redo"
            disabled={!view.canRedo}
            aria-label={say("redo")}
            title={`${say("redo")} (Ctrl Y)`}
          >
            ↷
          </button>
          {kindOf(state.screen) && (
            <a class="button wide-only" href={view.href(besides(state))}>
              {say("compare")}
            </a>
          )}
          <ShareMenu />
          <details class="menu">
            <summary>{say("more")}</summary>
            <div class="sheet">
              {registry
                .filter(({ verb }) => verb === "more")
                .map(({ screen }) => (
                  <a
                    key={screen}
                    href={
                      screen === "compare" && kindOf(state.screen) ? view.href(besides(state)) : to(screen)
                    }
                    aria-current={state.screen === screen ? "page" : undefined}
                  >
                    {say(wordOf(screen))}
                  </a>
                ))}
              <p class="sheet-title">{say("theme")}</p>
              {themes.map((theme) => (
                <a
                  key={theme}
                  href={view.href({ theme })}
                  aria-current={state.theme === theme ? "true" : undefined}
                >
                  {say(themeWords[theme])}
                </a>
              ))}
            </div>
          </details>
          <a
            class="language"
            aria-label={say("otherLanguage")}
            href={view.href({ language: language === "de" ? "en" : "de" })}
            lang={language === "de" ? "en" : "de"}
            hreflang={language === "de" ? "en" : "de"}
          >
            <span class="wide-only">{say("otherLanguage")}</span>
            <span class="narrow-only" aria-hidden="true">
              {language === "de" ? "EN" : "DE"}
            </span>
          </a>
        </div>
      </div>
      {pages.length > 1 && (
        <nav class="pages" aria-label={say("screens")}>
          {pages.map(({ screen }) => (
            <a key={screen} href={to(screen)} aria-current={state.screen === screen ? "page" : undefined}>
              {say(wordOf(screen))}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}

/** The open dossier with its date; a menu if there are several. */
function DossierMenu(): JSX.Element {
  const view = useView();
  const { state, dossier, measured, library } = view;
  const { language } = state;
  const day = readPeriod(measured.measurement.asOf)?.end ?? dossier.asOf;
  return (
    <details class="menu dossier">
      <summary>
        <b>{dossier.title[language]}</b>{" "}
        <span class="quiet">{appText(language, "asOf", { day: formatDayInWords(day, language) })}</span>
      </summary>
      <div class="sheet">
        <p class="sheet-title">{appText(language, "dossier")}</p>
        {library.map(({ id, title, own }) => (
          <a
            key={id}
            href={view.href({ dossier: id, asOf: "", doubts: {}, evidence: "", part: "" })}
            aria-current={id === state.dossier ? "true" : undefined}
          >
            {title[language]}
            {own && ` (${appText(language, "ownDossier")})`}
          </a>
        ))}
        {view.original.vintages.length > 1 && (
          <>
            <p class="sheet-title">{appText(language, "version")}</p>
            {view.original.vintages.map((vintage) => {
              const text = formatDay(vintage);
              return (
                <a
                  key={vintage}
                  href={view.href({ asOf: vintage === view.original.asOf ? "" : text })}
                  aria-current={vintage === day ? "true" : undefined}
                >
                  {appText(language, "asOf", { day: formatDayInWords(vintage, language) })}
                </a>
              );
            })}
          </>
        )}
      </div>
    </details>
  );
}
