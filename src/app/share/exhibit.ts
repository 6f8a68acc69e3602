import type { Problem } from "../../core/problem.ts";
import type { PlanDesk, PlanDocument } from "../../plan/index.ts";
import type { GuideIncidence } from "../../simulate/index.ts";
import { planOrderOf } from "../screens/plan/plan-order-of.ts";
import { keyOf, whoPaysOrderOf } from "../screens/simulate/policy.ts";
import type { AppState } from "../state/state.ts";
import { type Book, readBooks } from "../worker/books-job.ts";
import { describeModel, type ModelCard } from "../worker/model-card.ts";
import { fetchModel, type ModelRef } from "../worker/opened-models.ts";
import { type Simulated, simulateOrder } from "../worker/simulate-job.ts";
import { whoPays } from "../worker/who-pays-job.ts";
import type { PayersFound } from "./payer-picture.tsx";

/** Results that a view shows and that have to be computed: plain data, from which pictures are drawn in any language. */
export type Exhibit =
  | { readonly kind: "simulation"; readonly card: ModelCard; readonly simulated: Simulated }
  | {
      readonly kind: "payers";
      readonly card: ModelCard;
      readonly guide: GuideIncidence;
      readonly found: PayersFound;
    }
  | {
      readonly kind: "model";
      readonly card: ModelCard;
      readonly simulated: Simulated;
      readonly books: readonly Book[];
    }
  | { readonly kind: "plan"; readonly document: PlanDocument }
  /** The state asks for what does not exist or cannot be read. */
  | { readonly kind: "nothing"; readonly problems: readonly Problem[] };

/** Screens whose numbers are computed from a model or an economy. */
export const computedScreens = ["simulate", "who-pays", "model", "plan"] as const;
export type ComputedScreen = (typeof computedScreens)[number];

export function isComputed(state: AppState): state is AppState & { readonly screen: ComputedScreen } {
  return computedScreens.some((screen) => screen === state.screen);
}

/** Runs that stand behind a picture at most; for a model's own page, as many as its screen draws. */
export const exhibitRuns = { most: 1_000, model: 50 } as const;

export type OpenEconomy = (name: string) => Promise<PlanDesk | { readonly problems: readonly Problem[] }>;

/** The part of a state that decides its numbers, as a text: the same in every language and on every part of a screen. */
export function exhibitKey(state: AppState & { readonly screen: ComputedScreen }): string {
  const { screen, model, text, scenarios, set, seed, economy, objective, years, goals } = state;
  const runs = Math.min(state.runs, exhibitRuns.most);
  switch (screen) {
    case "simulate":
      return JSON.stringify([screen, model, scenarios, sorted(set), seed, runs]);
    case "who-pays":
      return JSON.stringify([screen, model, scenarios, sorted(set), seed, state.part]);
    case "model":
      return JSON.stringify([screen, model, text, scenarios, sorted(set), seed]);
    case "plan":
      return JSON.stringify([screen, economy, objective, years, sorted(goals)]);
  }
}

function sorted(record: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Computes what a state shows, with the code and the numbers of the app itself. */
export async function computeExhibit(
  state: AppState & { readonly screen: ComputedScreen },
  openEconomy: OpenEconomy,
): Promise<Exhibit> {
  if (state.screen === "plan") return planned(state, openEconomy);
  const model: ModelRef = { name: state.model };
  if (state.screen === "model") return modelOf(state);
  const card = await describeModel(model);
  if (!card.parameters) return { kind: "nothing", problems: card.problems };
  if (state.screen === "who-pays") return payers(state, card);
  const { scenarios, set, seed } = state;
  const runs = Math.min(state.runs, exhibitRuns.most);
  const simulated = await simulateOrder({ model, scenarios, set, seed, runs }, () => undefined);
  if (!simulated.picture) return { kind: "nothing", problems: simulated.problems };
  return { kind: "simulation", card, simulated };
}

async function payers(state: AppState, card: ModelCard): Promise<Exhibit> {
  const { guide } = card;
  if (!guide.incidence) return { kind: "nothing", problems: [] };
  const order = whoPaysOrderOf(state, guide);
  const answer = await whoPays(order);
  if (!answer.found) return { kind: "nothing", problems: answer.problems };
  const first = guide.policies[0]?.scenarios ?? [];
  const isFirst = keyOf(order.scenarios) === keyOf(first);
  const before = isFirst ? undefined : (await whoPays({ ...order, scenarios: first })).found;
  const { found, hash, residual } = answer;
  return { kind: "payers", card, guide: guide.incidence, found: { found, hash, residual, before } };
}

async function modelOf(state: AppState): Promise<Exhibit> {
  const { source, problems } = await fetchModel(state.model);
  if (!source) return { kind: "nothing", problems };
  const model: ModelRef = {
    name: state.model,
    ...(state.text !== "" && { edits: { [source.file]: state.text } }),
  };
  const card = await describeModel(model);
  if (!card.parameters) return { kind: "nothing", problems: card.problems };
  const { scenarios, set, seed } = state;
  const runs = card.parameters.some(({ isDrawn }) => isDrawn) ? exhibitRuns.model : 1;
  const simulated = await simulateOrder({ model, scenarios, set, seed, runs }, () => undefined);
  if (!simulated.picture) return { kind: "nothing", problems: simulated.problems };
  const { books } = await readBooks({ model });
  return { kind: "model", card, simulated, books };
}

async function planned(state: AppState, openEconomy: OpenEconomy): Promise<Exhibit> {
  const { economy, wish } = planOrderOf(state);
  const desk = await openEconomy(economy);
  if (!("plan" in desk)) return { kind: "nothing", problems: desk.problems };
  const { value, problems } = desk.plan(wish, { explain: true });
  return value ? { kind: "plan", document: value } : { kind: "nothing", problems };
}
