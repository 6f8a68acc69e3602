import type { ComponentChildren, JSX } from "preact";
import { ChartDefinitions } from "../../chart/index.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { EvidenceDrawer } from "./evidence-drawer.tsx";
import { Notices } from "./notices.tsx";
import { ScenarioBanner } from "./scenario-banner.tsx";
import { TopBar } from "./top-bar.tsx";

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
          <ScenarioBanner />
          {children}
        </main>
        {state.evidence !== "" && <EvidenceDrawer />}
      </div>
      <BottomBar />
    </>
  );
}
