import { sha256 } from "../../../core/hash.ts";
import { type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import type { ComparedPart } from "../../screens/compare/compared-part.ts";
import { scenariosOf } from "../../screens/compare/simulated-words.ts";
import { readAddress } from "../../state/address.ts";
import type { AppState, Screen } from "../../state/state.ts";
import { commandLine, planCommand } from "../command.ts";
import type { Leave, Leaving, LeavingDocument } from "../leaving.ts";
import { hashOfPlan } from "../plan-picture.tsx";
import { jsonText } from "../save.ts";
import { say } from "../say.ts";
import { dayInWords } from "../today.ts";
import { comparedTables } from "./compared-tables.ts";
import { simulateCommand } from "./simulated.ts";
import { payersCommand } from "./who-pays.ts";

const simulating: readonly Screen[] = ["simulate", "who-pays", "model"];
const stem = "kreislauf-comparison";

/** A column of the comparison: the call that gives its numbers, the hash of its result once that is there. */
interface Told {
  readonly commands: readonly string[];
  readonly hash: string;
  /** Goals of its plan, to be saved for the call. */
  readonly goals?: LeavingDocument;
}

/**
 * What leaves a comparison: its states with their addresses and calls, and of every part that is computed the numbers of
 * all its columns, as tables and as one document.
 */
export function comparedLeaving(
  { view, address, today }: Leave,
  parts: readonly ComparedPart[] = [],
): Leaving {
  const { language, compare } = view.state;
  const origin = address.slice(0, address.indexOf("/", "https://".length));
  const columns = compare.map((one, place) => {
    const letter = String.fromCharCode(65 + place);
    const told =
      parts.map((part) => toldOf(part, one, language)).find(Boolean) ??
      uncomputed(letter, readAddress(one).state, view.measured.measurement.asOf);
    return { letter, address: origin + one, ...told };
  });
  const states: Table = {
    columns: ["state", "address", "command", "result"].map(textColumn),
    rows: columns.map((column) => [column.letter, column.address, column.commands[0], column.hash]),
  };
  const values = { count: columns.length, list: columns.map(({ letter }) => letter).join(", ") };
  const tables = [
    { name: "states", label: say(language, "statesTable"), table: () => states },
    ...parts.flatMap((part) => comparedTables(part, view)),
  ];
  const goals = columns.flatMap((column) => column.goals ?? []);
  const isWhole = columns.every(({ hash }) => hash !== "");
  const source = say(language, "comparedLine", {
    ...values,
    day: dayInWords(today, language),
    version: engineVersion,
    address,
  });
  return {
    title: say(language, "comparedTitle", values),
    stem,
    source,
    hash: sha256(new TextEncoder().encode([...compare, view.measured.hash].join("\n"))),
    date: today,
    pictures: [],
    tables,
    documents: [
      {
        file: `${stem}.json`,
        label: say(language, "comparedDocument"),
        type: "application/json",
        text: () =>
          jsonText({
            source,
            version: engineVersion,
            tables: Object.fromEntries(tables.map(({ name, table }) => [name, recordsOf(table())])),
          }),
      },
      ...goals,
    ],
    command: columns.flatMap(({ commands }) => commands).join("\n"),
    commandNotes: [
      ...(isWhole ? [] : [say(language, "comparedWaiting")]),
      ...(goals.length > 0
        ? [say(language, "saveFirst", { files: goals.map(({ file }) => file).join(", ") })]
        : []),
    ],
    canEmbed: true,
    linkNotes: [],
    method: say(language, "methodCompared", { version: engineVersion, states: columns.length }),
  };
}

/** What a computed part tells of the state at an address; undefined if it is not in it. */
function toldOf(part: ComparedPart, address: string, language: AppState["language"]): Told | undefined {
  const isIt = ({ column }: { readonly column: { readonly address: string } }): boolean =>
    column.address === address;
  switch (part.kind) {
    case "measured": {
      const found = part.found.find(isIt);
      if (!found) return undefined;
      const { measurement, hash } = found.measured;
      const { dossier, asOf, circuit } = measurement;
      return { commands: [measureCommand(dossier, asOf, circuit.status)], hash };
    }
    case "simulated": {
      const found = part.ran.find(isIt);
      if (!found) return undefined;
      const { column, simulated } = found;
      const scenarios = scenariosOf(column, part.card);
      const { model, set } = column.state;
      const { runs, seed, hash } = simulated;
      const { payers } = part;
      return {
        commands: [
          simulateCommand(model, { scenarios, set, runs, seed }),
          ...(payers
            ? [payersCommand(model, payers.guide, { scenarios, set, seed, until: payers.until })]
            : []),
        ],
        hash,
      };
    }
    case "planned": {
      const found = part.found.find(isIt);
      const { document, goals } = found?.planned ?? {};
      if (!found || !document) return undefined;
      const { letter } = found.column;
      const file = `goals-${letter}.yaml`;
      return {
        commands: [planCommand(document.economy.id, file)],
        hash: hashOfPlan(document),
        goals: {
          file,
          label: `${letter}: ${say(language, "goalsDocument")}`,
          type: "application/yaml",
          text: () => jsonText(goals),
        },
      };
    }
  }
}

/** The call of a state whose numbers are not there yet. */
function uncomputed(letter: string, state: AppState, day: string): Told {
  const { screen, economy, model, dossier, asOf, reading } = state;
  const command =
    screen === "plan"
      ? planCommand(economy, `goals-${letter}.yaml`)
      : simulating.includes(screen)
        ? simulateCommand(model, state)
        : measureCommand(dossier, asOf || day, reading);
  return { commands: [command], hash: "" };
}

function measureCommand(dossier: string, asOf: string, status: string): string {
  return commandLine(["measure", dossier, "--as-of", asOf, "--status", status, "--json"]);
}

/** Rows as records; what is no number is null. */
function recordsOf({ columns, rows }: Table): readonly Readonly<Record<string, unknown>>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, place) => [name, row[place]])));
}
