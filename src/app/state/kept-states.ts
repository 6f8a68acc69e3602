import { readAddress, writeAddress } from "./address.ts";
import type { AppState, Screen } from "./state.ts";

/** States of one kind have quantities in common; those of different kinds have none. */
export type Kind = "measured" | "simulated" | "planned";

const kinds: Readonly<Partial<Record<Screen, Kind>>> = {
  start: "measured",
  circuit: "measured",
  measure: "measured",
  simulate: "simulated",
  "who-pays": "simulated",
  plan: "planned",
};

/** How many states are compared at most. */
export const mostKept = 4;

/** The kind of what a screen shows; undefined if it cannot be put beside others. */
export function kindOf(screen: Screen): Kind | undefined {
  return kinds[screen];
}

/** The address under which a state is kept: without what belongs to the visit alone. */
export function keptAddress(state: AppState): string {
  return writeAddress({ ...state, compare: [], evidence: "", fixed: "", theme: "auto" });
}

/** Whether a state is among those kept; the language does not matter. */
export function isKept(state: AppState): boolean {
  const own = plain(keptAddress(state));
  return state.compare.some((address) => plain(address) === own);
}

/** The states kept with this one among them; the oldest makes room. */
export function keepBeside(state: AppState): readonly string[] {
  return isKept(state) ? state.compare : [...state.compare, keptAddress(state)].slice(-mostKept);
}

function plain(address: string): string {
  return keptAddress({ ...readAddress(address).state, language: "en" });
}
