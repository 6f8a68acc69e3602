import { useEffect, useState } from "preact/hooks";
import { type OwnEconomy, ownEconomies } from "../../data/own-economies.ts";

/** Economies kept in this browser; none where it keeps nothing. Another `round` asks again. */
export function useOwnEconomies(round = 0): readonly OwnEconomy[] {
  const [own, setOwn] = useState<readonly OwnEconomy[]>([]);
  useEffect(() => {
    ownEconomies().then(setOwn, () => setOwn([]));
  }, [round]);
  return own;
}
