import type { ComponentChildren, JSX } from "preact";
import { ChartDefinitions } from "../../chart/index.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { lazy } from "../parts/lazy.tsx";
import { Notices } from "./notices.tsx";
import { PrintFoot } from "./print-foot.tsx";
import { TopBar } from "./top-bar.tsx";

export const evidenceDrawer = lazy(async () => (await import("./evidence-drawer.tsx")).EvidenceDrawer);
export const scenarioBanner = lazy(async () => (await import("./scenario-banner.tsx")).ScenarioBanner);

const fixedLink = lazy(async () => (await import("./fixed-link.tsx")).FixedLink);

/** What stands around every screen. */
export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { state, busy } = useView();
  return (
    <>
      <a class="skip" href="#content">
        {appText(state.language, "skip")}
      </a>
      <ChartDefinitions language={state.language} />
      <TopBar />
      <Notices />
      <div class={state.evidence === "" ? "body" : "body with-drawer"}>
        <main id="content" tabIndex={-1} aria-busy={busy}>
          {Object.keys(state.doubts).length > 0 && <scenarioBanner.Part />}
          {children}
        </main>
        {state.evidence !== "" && <evidenceDrawer.Part />}
      </div>
      <BottomBar />
      <PrintFoot />
      {state.fixed !== "" && <fixedLink.Part />}
    </>
  );
}
