import { useEffect, useState } from "preact/hooks";
import type { GuideIncidence, PairedDifference } from "../../../simulate/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Planned } from "../../worker/plan-order.ts";
import type { WhoPaysAnswer } from "../../worker/who-pays-job.ts";
import type { Column, Group } from "./columns.ts";
import type { MeasuredColumn } from "./measured-rows.ts";
import type { RanColumn } from "./use-compared-runs.ts";

/** What a group of a comparison found, whole: the numbers that leave the screen. */
export type ComparedPart =
  | { readonly kind: "measured"; readonly found: readonly MeasuredColumn[] }
  | {
      readonly kind: "simulated";
      readonly card: ModelCard;
      readonly ran: readonly RanColumn[];
      /** Each column against the first; undefined where members are not the same. */
      readonly pairs: readonly (PairedDifference | undefined)[];
      readonly payers: ComparedPayers | undefined;
    }
  | {
      readonly kind: "planned";
      readonly found: readonly { readonly column: Column; readonly planned: Planned }[];
    };

/** Who pays in each column, counted to the same date. */
export interface ComparedPayers {
  readonly guide: GuideIncidence;
  readonly until: string;
  readonly found: readonly {
    readonly column: Column;
    readonly answer: Extract<WhoPaysAnswer, { readonly hash: string }>;
  }[];
}

/** Told of what a group found; of nothing while it computes. */
export type NotePart = (part: ComparedPart | undefined) => void;

/** Collects what the groups of a comparison found; what belongs to other states than those shown is left out. */
export function useParts(groups: readonly Group[]): {
  readonly parts: readonly ComparedPart[];
  readonly noteOf: (group: Group) => NotePart;
} {
  const [noted, setNoted] = useState<ReadonlyMap<string, ComparedPart>>(new Map());
  const parts = groups.flatMap((group) => noted.get(keyOf(group)) ?? []);
  return {
    parts,
    noteOf: (group) => (part) =>
      setNoted((before) => {
        const others = [...before].filter(([key]) => key !== keyOf(group));
        return new Map(part ? [...others, [keyOf(group), part]] : others);
      }),
  };
}

/** Tells the comparison what this group found whenever `key` changes. */
export function useNotePart(note: NotePart, part: ComparedPart | undefined, key: readonly unknown[]): void {
  useEffect(() => note(part), key);
}

function keyOf({ kind, of, columns }: Group): string {
  return JSON.stringify([kind, of, columns.map(({ address }) => address)]);
}
