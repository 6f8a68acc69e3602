import { useEffect, useRef, useState } from "preact/hooks";
import type { ClassVote } from "../../../plan/ballot/class-vote.ts";
import { DamagedRecord } from "../../data/kept-store.ts";
import { storageProblem } from "../../data/storage-problem.ts";
import { useView } from "../../view.ts";

/** A vote of one room, as this browser keeps it. */
export interface KeptVote extends ClassVote {
  readonly closed: boolean;
}

/** The vote on an economy's goals, kept in this browser and sent nowhere. */
export function useKeptVote(economy: string, empty: KeptVote): readonly [KeptVote, (next: KeptVote) => void] {
  const view = useView();
  const name = `kreislauf-vote-${economy}`;
  const [read] = useState(() => readVote(name));
  const [vote, setVote] = useState<KeptVote>(read.vote ?? empty);
  const told = useRef(false);
  useEffect(() => {
    if (read.damaged !== undefined) view.notify([storageProblem(new DamagedRecord(name), empty.title)]);
  }, [name]);
  const keep = (next: KeptVote): void => {
    setVote(next);
    try {
      // Ballots of a room are kept even where they cannot be read.
      if (read.damaged !== undefined) localStorage.setItem(`${name}-damaged`, read.damaged);
      localStorage.setItem(name, JSON.stringify(next));
    } catch (error) {
      if (told.current) return;
      told.current = true;
      view.notify([storageProblem(error, next.title)]);
    }
  };
  return [vote, keep];
}

/** The vote that is kept, or the text of what cannot be read as one. */
function readVote(name: string): { readonly vote?: KeptVote; readonly damaged?: string } {
  let text: string | null = null;
  try {
    text = localStorage.getItem(name);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    if (isVote(value)) return { vote: value };
  } catch {
    // A browser that keeps nothing has no text; one that is no JSON is damaged.
  }
  return text === null ? {} : { damaged: text };
}

function isVote(value: unknown): value is KeptVote {
  const vote = value as Partial<KeptVote> | undefined;
  return Array.isArray(vote?.projects) && Array.isArray(vote.ballots) && typeof vote.budget === "number";
}
