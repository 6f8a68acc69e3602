import type { Look } from "../worker/measure-job.ts";
import type { AppState } from "./state.ts";

/** What of the dossier a state looks at; the share of paid announcements belongs to the first screen. */
export function lookOf(state: AppState): Look {
  return {
    asOf: state.asOf,
    reading: state.reading,
    doubts: state.doubts,
    paidShare: state.screen === "start" ? state.paidShare : 1,
  };
}
