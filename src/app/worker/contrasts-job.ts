import { answersOf, readOutcome, simulate } from "../../simulate/index.ts";
import { type ModelRef, openModel } from "./opened-models.ts";

/** Mean answer of the runs at the two values of a contrast; of a condition that is its share. */
export interface Contrast {
  readonly id: string;
  readonly first: number;
  readonly second: number;
}

/** Computes the contrasts of a guide: the same draws twice, one assumption changed. */
export async function computeContrasts(
  { model: ref, runs, seed }: { readonly model: ModelRef; readonly runs: number; readonly seed: number },
  progress: (share: number) => void,
): Promise<readonly Contrast[]> {
  const { model, guide } = await openModel(ref);
  if (!model) return [];
  const found: Contrast[] = [];
  for (const [place, { id, parameter, values, scenarios = [], ask }] of guide.contrasts.entries()) {
    const rule = readOutcome(ask, model).value;
    if (!rule) continue;
    const [first, second] = values.map((value) => {
      const set = { [parameter]: value };
      const options = { members: runs, seed, scenario: scenarios, set, outputs: rule.variables };
      const run = simulate(model.system, options).value;
      return run ? meanOf(answersOf(rule, run)) : NaN;
    });
    found.push({ id, first, second });
    progress((place + 1) / guide.contrasts.length);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return found;
}

function meanOf(answers: Float64Array): number {
  const known = answers.filter((answer) => !Number.isNaN(answer));
  return known.reduce((sum, answer) => sum + answer, 0) / known.length;
}
