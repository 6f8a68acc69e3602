import { isTexts } from "./texts.ts";
import { keptStore } from "./kept-store.ts";

/** Texts of models that the user changed, by file: kept in this browser and nowhere else. */
export type ModelEdits = Readonly<Record<string, string>>;

const kept = keptStore<ModelEdits>("kreislauf-models", "edits", { isValue: isTexts, holds: true });

/** The changed files of a model; none if there are none. Fails if the browser keeps nothing or they are damaged. */
export async function ownEdits(model: string): Promise<ModelEdits> {
  return (await kept.find(model)) ?? {};
}

/** Keeps the changed files of a model; fails if the browser has no room. */
export async function keepEdits(model: string, edits: ModelEdits): Promise<void> {
  await (Object.keys(edits).length === 0 ? kept.forget(model) : kept.keep(edits, model));
}
