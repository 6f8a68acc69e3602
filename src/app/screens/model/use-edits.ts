import { useEffect, useRef, useState } from "preact/hooks";
import { DamagedRecord } from "../../data/kept-store.ts";
import { storageProblem } from "../../data/storage-problem.ts";
import { keepEdits, type ModelEdits, ownEdits } from "../../data/own-models.ts";
import { useView } from "../../view.ts";
import type { PreparedModel } from "../../worker/opened-models.ts";

export interface Edits {
  /** Undefined until the browser has said what it keeps. */
  readonly edits: ModelEdits | undefined;
  readonly write: (file: string, text: string) => void;
  readonly discard: () => void;
}

/** What the user changed of a model: from the link, else from this browser, where every change is kept. */
export function useEdits(source: PreparedModel): Edits {
  const view = useView();
  const { text, model } = view.state;
  const [edits, setEdits] = useState<ModelEdits>();
  const told = useRef(false);
  useEffect(() => {
    const load = async (): Promise<void> => {
      // A browser that keeps nothing for us (a private window) still edits.
      const own = await ownEdits(model).catch((error: unknown): ModelEdits => {
        if (error instanceof DamagedRecord) view.notify([storageProblem(error, model)]);
        return {};
      });
      setEdits(text === "" ? own : { ...own, [source.file]: text });
    };
    void load();
  }, [source]);
  const keep = (next: ModelEdits): void => {
    setEdits(next);
    keepEdits(model, next).catch((error: unknown) => {
      if (told.current) return;
      told.current = true;
      view.notify([storageProblem(error, model)]);
    });
  };
  return {
    edits,
    write: (file, next) => {
      const original = file === source.file ? source.text : source.files[file];
      const others = Object.entries(edits ?? {}).filter(([name]) => name !== file);
      keep(Object.fromEntries(next === original ? others : [...others, [file, next]]));
    },
    discard: () => {
      keep({});
      if (text !== "") view.change({ text: "" });
    },
  };
}
