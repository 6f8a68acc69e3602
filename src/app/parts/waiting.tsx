import type { JSX } from "preact";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** What stands on a screen until it has something to show: the page as the server sent it, else a word. */
export function Waiting(): JSX.Element {
  const { state, still } = useView();
  return still?.() ?? <p class="quiet">{appText(state.language, "loading")}</p>;
}
