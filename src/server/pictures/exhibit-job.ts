import { computeExhibit, type Exhibit, isComputed } from "../../app/share/exhibit.ts";
import { readAddress } from "../../app/state/address.ts";
import { type PreparedModel, takeModelsFrom } from "../../app/worker/opened-models.ts";
import type { Problem } from "../../core/problem.ts";
import { loadSolver, PlanDesk } from "../../plan/index.ts";
import { createProblem } from "../../text/index.ts";

/** What is known to those who compute: the models and economies of the server. */
export interface ExhibitSources {
  readonly models: readonly PreparedModel[];
  /** Texts of the economies' folders, by name. */
  readonly economies: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** A state to be computed, as its address. */
export interface ExhibitJob {
  readonly address: string;
}

/** Makes the one who computes; models stay compiled and economies read from job to job. */
export function exhibitWorkshop({
  models,
  economies,
}: ExhibitSources): (job: ExhibitJob) => Promise<Exhibit> {
  takeModelsFrom({
    names: () => Promise.resolve(models.map(({ name }) => name)),
    model: (name) => {
      const model = models.find((one) => one.name === name);
      return model ? Promise.resolve(model) : Promise.reject(new Error(`no model ${name}`));
    },
  });
  const desks = new Map<string, Promise<PlanDesk | { readonly problems: readonly Problem[] }>>();
  const openDesk = async (name: string): Promise<PlanDesk | { readonly problems: readonly Problem[] }> => {
    const files = economies.get(name);
    if (!files) {
      const values = { name, known: [...economies.keys()].sort().join(", ") };
      return {
        problems: [createProblem("no-such-economy", { file: "economy", line: 0, column: 0 }, values)],
      };
    }
    const { value, problems } = PlanDesk.open(await loadSolver(), new Map(Object.entries(files)));
    return value ?? { problems };
  };
  return async ({ address }) => {
    const { state } = readAddress(address);
    if (!isComputed(state)) throw new Error(`${address} is not computed`);
    return computeExhibit(state, (name) => {
      const desk = desks.get(name) ?? openDesk(name);
      if (economies.has(name)) desks.set(name, desk);
      return desk;
    });
  };
}
