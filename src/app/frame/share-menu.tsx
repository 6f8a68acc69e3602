import type { JSX } from "preact";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** Link, citation and files of what is on the screen; loaded when it is opened. */
export function ShareMenu(): JSX.Element {
  const { state } = useView();
  return (
    <button type="button" data-do="share" aria-haspopup="dialog">
      {appText(state.language, "share")}
    </button>
  );
}
