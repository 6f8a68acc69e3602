import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { fetchSources } from "./print-foot.tsx";

type Dialog = (props: { readonly onClose: () => void }) => JSX.Element;

/** Opens link, citation and files of what is on the screen; the dialog is loaded when it is first asked for. */
export function ShareMenu(): JSX.Element {
  const { state, notify } = useView();
  const [loaded, setLoaded] = useState<{ readonly Shown: Dialog }>();
  const [open, setOpen] = useState(false);
  const show = async (): Promise<void> => {
    try {
      if (!loaded) setLoaded({ Shown: (await import("../share/share-dialog.tsx")).ShareDialog });
      await fetchSources();
      setOpen(true);
    } catch {
      notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
    }
  };
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => void show()}>
        {appText(state.language, "share")}
      </button>
      {open && loaded && <loaded.Shown onClose={() => setOpen(false)} />}
    </>
  );
}
