import type { PreparedModel } from "../app/worker/opened-models.ts";
import type { Dossier } from "../dossier/index.ts";
import { readGuide } from "../simulate/index.ts";
import { builtInModels, readGuideText, readModelText } from "../store/index.ts";
import { figuresOf } from "./model-argument.ts";

/** The built-in models with the texts they include, the figures they name and how they are shown. */
export async function preparedModels(dossier: Dossier): Promise<readonly PreparedModel[]> {
  const known = figuresOf(dossier);
  const models: PreparedModel[] = [];
  for (const name of await builtInModels()) {
    const { model } = await readModelText(name);
    const guideText = await readGuideText(name);
    // Files that a model includes are no models themselves.
    if (!model || !/^\s*model\b/m.test(model.text)) continue;
    const guide = guideText === undefined ? undefined : readGuide(`${name}.guide.yaml`, guideText).value;
    const texts = [model.text, ...model.files.values()];
    const named = texts.flatMap((text) =>
      [...text.matchAll(/\bfigure\s*\(\s*"([^"]*)"/g)].map(([, id]) => id),
    );
    const figures = [...known].filter(([id]) => named.includes(id));
    models.push({
      name,
      file: model.file,
      text: model.text,
      files: Object.fromEntries(model.files),
      figures: Object.fromEntries(figures),
      ...(guide && { guide }),
    });
  }
  return models;
}
