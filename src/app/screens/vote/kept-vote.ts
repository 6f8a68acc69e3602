import { useState } from "preact/hooks";
import type { ClassVote } from "../../../plan/ballot/class-vote.ts";
import { createProblem } from "../../../text/problem.ts";
import { useView } from "../../view.ts";

/** A vote of one room, as this browser keeps it. */
export interface KeptVote extends ClassVote {
  readonly closed: boolean;
}

/** The vote on an economy's goals, kept in this browser and sent nowhere. */
export function useKeptVote(economy: string, empty: KeptVote): readonly [KeptVote, (next: KeptVote) => void] {
  const view = useView();
  const name = `kreislauf-vote-${economy}`;
  const [vote, setVote] = useState<KeptVote>(() => readVote(name) ?? empty);
  const keep = (next: KeptVote): void => {
    setVote(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      view.notify([createProblem("storage-full", { file: "", line: 0, column: 0 }, { name })]);
    }
  };
  return [vote, keep];
}

function readVote(name: string): KeptVote | undefined {
  try {
    const text = localStorage.getItem(name);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isVote(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isVote(value: unknown): value is KeptVote {
  const vote = value as Partial<KeptVote> | undefined;
  return Array.isArray(vote?.projects) && Array.isArray(vote.ballots) && typeof vote.budget === "number";
}
