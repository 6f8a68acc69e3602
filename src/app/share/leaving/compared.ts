import { sha256 } from "../../../core/hash.ts";
import { type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import { readAddress } from "../../state/address.ts";
import type { AppState, Screen } from "../../state/state.ts";
import { commandLine, planCommand } from "../command.ts";
import type { Leave, Leaving } from "../leaving.ts";
import { say } from "../say.ts";
import { dayInWords } from "../today.ts";
import { simulateCommand } from "./simulated.ts";

const simulating: readonly Screen[] = ["simulate", "who-pays", "model"];

/** What leaves a comparison: its states with their addresses, and the calls that give the numbers of each. */
export function comparedLeaving({ view, address, today }: Leave): Leaving {
  const { language, compare } = view.state;
  const origin = address.slice(0, address.indexOf("/", "https://".length));
  const columns = compare.map((one, place) => ({
    letter: String.fromCharCode(65 + place),
    address: origin + one,
    ...callOf(readAddress(one).state, view.measured.measurement.asOf),
  }));
  const table: Table = {
    columns: ["state", "address", "command"].map(textColumn),
    rows: columns.map((column) => [column.letter, column.address, column.command]),
  };
  const values = { count: columns.length, list: columns.map(({ letter }) => letter).join(", ") };
  const needsGoals = columns.some(({ isPlan }) => isPlan);
  return {
    title: say(language, "comparedTitle", values),
    stem: "kreislauf-comparison",
    source: say(language, "comparedLine", {
      ...values,
      day: dayInWords(today, language),
      version: engineVersion,
      address,
    }),
    hash: sha256(new TextEncoder().encode([...compare, view.measured.hash].join("\n"))),
    date: today,
    pictures: [],
    tables: [{ name: "states", label: say(language, "statesTable"), table: () => table }],
    documents: [],
    command: columns.map(({ command }) => command).join("\n"),
    commandNotes: needsGoals ? [say(language, "comparedGoals")] : [],
    canEmbed: true,
    linkNotes: [],
    method: say(language, "methodCompared", { version: engineVersion, states: columns.length }),
  };
}

/** The call that gives the numbers of a state. */
function callOf(state: AppState, day: string): { readonly command: string; readonly isPlan: boolean } {
  if (state.screen === "plan") return { command: planCommand(state.economy), isPlan: true };
  if (simulating.includes(state.screen))
    return { command: simulateCommand(state.model, state), isPlan: false };
  const { dossier, asOf, reading } = state;
  const words = ["measure", dossier, "--as-of", asOf || day, "--status", reading, "--json"];
  return { command: commandLine(words), isPlan: false };
}
