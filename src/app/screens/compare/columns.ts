import type { Problem } from "../../../core/problem.ts";
import { readAddress } from "../../state/address.ts";
import { type Kind, kindOf } from "../../state/kept-states.ts";
import type { AppState } from "../../state/state.ts";

/** A kept state with its letter; places 0 to 3 are those of colours and dashes. */
export interface Column {
  readonly address: string;
  readonly state: AppState;
  readonly letter: string;
  readonly place: number;
}

/** States that have their quantities in common. */
export interface Group {
  readonly kind: Kind;
  /** The model or the economy; empty for what is measured: measures are the same for all dossiers. */
  readonly of: string;
  readonly columns: readonly Column[];
}

const letters = ["A", "B", "C", "D"] as const;

/** The columns of a comparison, and what is wrong in its addresses; what has no kind is left out. */
export function readColumns(addresses: readonly string[]): {
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
} {
  const read = addresses.map((address) => ({ address, ...readAddress(address) }));
  return {
    columns: read
      .filter(({ state }) => kindOf(state.screen))
      .slice(0, letters.length)
      .map(({ address, state }, place) => ({ address, state, place, letter: letters[place] })),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Columns by what they can be compared in, in the order in which they were kept. */
export function groupColumns(columns: readonly Column[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const column of columns) {
    const kind = kindOf(column.state.screen) ?? "measured";
    const of = { measured: "", simulated: column.state.model, planned: column.state.economy }[kind];
    const key = `${kind} ${of}`;
    groups.set(key, { kind, of, columns: [...(groups.get(key)?.columns ?? []), column] });
  }
  return [...groups.values()];
}

/** Names whose numbers are not the same in all states; one that a state lacks stands at its start there. */
export function movedNames(records: readonly Readonly<Record<string, number>>[]): readonly string[] {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
  return names.filter((name) => new Set(records.map((record) => record[name])).size > 1);
}
