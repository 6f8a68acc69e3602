import type { View } from "../view.ts";

/** The line that gives the same results on the command line. */
export function commandOf({ state, measured }: View): string {
  const { measurement } = measured;
  return `kreislauf measure ${state.dossier} --as-of ${measurement.asOf} --status ${measurement.circuit.status} --json`;
}
