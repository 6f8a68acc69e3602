import type { JSX } from "preact";
import { Frame } from "./frame/frame.tsx";
import { ScreenView } from "./screen-view.tsx";
import { type View, ViewContext } from "./view.ts";

/** The whole app for a view: the same on the server and in the browser. */
export function App({ view }: { readonly view: View }): JSX.Element {
  return (
    <ViewContext.Provider value={view}>
      <Frame>
        <ScreenView />
      </Frame>
    </ViewContext.Provider>
  );
}
