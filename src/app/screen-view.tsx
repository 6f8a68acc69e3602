import type { JSX } from "preact";
import { lazy, type Lazy } from "./parts/lazy.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { entryOf, registry } from "./screens/registry.ts";
import type { AppState, Screen } from "./state/state.ts";
import { evidenceDrawer, scenarioBanner } from "./frame/frame.tsx";
import { useView } from "./view.ts";

const fetched: ReadonlyMap<Screen, Lazy<object>> = new Map(
  registry.flatMap(({ screen, load }) => (load ? [[screen, lazy(load)] as const] : [])),
);

/** The screen that the state names; one that is not in the first load is fetched. */
export function ScreenView(): JSX.Element {
  const { state } = useView();
  const { screen, View } = entryOf(state.screen);
  const Fetched = fetched.get(screen)?.Part;
  if (View) return <View key={screen} />;
  return <>{Fetched && <Fetched key={screen} waiting={<Waiting />} />}</>;
}

/** Fetches the parts that a state needs, so that the page is drawn whole. */
export async function fetchParts(state: Pick<AppState, "screen" | "evidence" | "doubts">): Promise<void> {
  await Promise.all([
    fetched.get(state.screen)?.ready(),
    state.evidence === "" ? undefined : evidenceDrawer.ready(),
    Object.keys(state.doubts).length === 0 ? undefined : scenarioBanner.ready(),
  ]);
}
