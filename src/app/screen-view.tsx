import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { createProblem } from "../text/problem.ts";
import { entryOf } from "./screens/registry.ts";
import { useView } from "./view.ts";
import { appText } from "./words.ts";

type Component = () => JSX.Element;
const loaded = new Map<string, Component>();

/** The screen that the state names; one that is not in the first load is fetched. */
export function ScreenView(): JSX.Element {
  const view = useView();
  const entry = entryOf(view.state.screen);
  const [, redraw] = useState(0);
  const { screen, load } = entry;
  useEffect(() => {
    if (!load || loaded.has(screen)) return;
    const fetchScreen = async (): Promise<void> => {
      try {
        loaded.set(screen, await load());
        redraw((count) => count + 1);
      } catch {
        view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
      }
    };
    void fetchScreen();
  }, [screen]);
  const Shown = entry.View ?? loaded.get(screen);
  if (!Shown && view.still) return view.still();
  return Shown ? <Shown key={screen} /> : <p class="quiet">{appText(view.state.language, "loading")}</p>;
}
