/** Part of an ensemble: members `first` … `first + members − 1`. */
export interface Shard {
  readonly first: number;
  readonly members: number;
}

/**
 * Cuts an ensemble into parts of nearly the same size, each but the last of an even number of members (two go side by side).
 *
 * @example
 * import { cutShards } from "kreislauf/jobs";
 * cutShards(0, 5, 2); // → [{ first: 0, members: 4 }, { first: 4, members: 1 }]
 */
export function cutShards(first: number, members: number, parts: number): readonly Shard[] {
  const size = Math.max(2, 2 * Math.ceil(members / parts / 2));
  const shards: Shard[] = [];
  for (let from = 0; from < members; from += size) {
    shards.push({ first: first + from, members: Math.min(size, members - from) });
  }
  return shards;
}
