import { type ComputedScreen, type Exhibit, exhibitKey } from "../../app/share/exhibit.ts";
import { isUntouched } from "../../app/screens/plan/plan-order-of.ts";
import { writeAddress } from "../../app/state/address.ts";
import { type AppState, defaults } from "../../app/state/state.ts";
import type { Planned } from "../../app/worker/plan-order.ts";
import type { DeskAnswer } from "../../jobs/desk.ts";
import { Kept } from "../kept.ts";
import type { ExhibitJob } from "./exhibit-job.ts";

type ComputedState = AppState & { readonly screen: ComputedScreen };

/** What came of a job, and the day number on which it was done; of plans made with the build it is not known. */
export interface Computed {
  readonly answer: DeskAnswer<Exhibit>;
  readonly day?: number;
}

/** Results behind the pictures of states, each computed once while it is kept. */
export interface Exhibits {
  readonly of: (state: ComputedState) => Promise<Computed>;
  /** Results of a screen with nothing changed: kept as long as the server runs. */
  readonly untouched: (state: ComputedState) => Promise<Computed>;
}

const mostKept = 60;
/** Day number of today. */
const today = (): number => Math.floor(Date.now() / 86_400_000);

/**
 * Keeps what was computed. Two that ask for the same wait for one job; what failed, or was refused, is asked for again
 * next time. `plans` are those that the build has made for untouched goals.
 */
export function keepExhibits(
  run: (job: ExhibitJob) => Promise<DeskAnswer<Exhibit>>,
  plans: ReadonlyMap<string, Planned>,
): Exhibits {
  const some = new Kept<Promise<Computed>>(mostKept);
  const lasting = new Kept<Promise<Computed>>(Infinity);
  const from = (kept: Kept<Promise<Computed>>, state: ComputedState): Promise<Computed> => {
    const built =
      state.screen === "plan" && isUntouched(state) ? plans.get(state.economy)?.document : undefined;
    if (built)
      return Promise.resolve({ answer: { kind: "done", result: { kind: "plan", document: built } } });
    const key = exhibitKey(state);
    const known = lasting.get(key) ?? some.get(key);
    if (known) return known;
    const asked = run({ address: writeAddress(state) }).then((answer) => ({ answer, day: today() }));
    void kept.keep(key, asked);
    const forget = (): void => kept.drop(key);
    void asked.then(({ answer }) => (answer.kind === "done" ? undefined : forget()), forget);
    return asked;
  };
  return {
    of: (state) => from(some, state),
    untouched: ({ screen, model, economy }) => from(lasting, { ...defaults, screen, model, economy }),
  };
}
