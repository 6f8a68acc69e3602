import { useEffect, useState } from "preact/hooks";
import { DamagedRecord } from "../../data/kept-store.ts";
import { storageProblem } from "../../data/storage-problem.ts";
import { useView } from "../../view.ts";
import { type OwnEconomy, ownEconomies } from "../../data/own-economies.ts";

/** Economies kept in this browser; none where it keeps nothing. Another `round` asks again. */
export function useOwnEconomies(round = 0): readonly OwnEconomy[] {
  const [own, setOwn] = useState<readonly OwnEconomy[]>([]);
  const { notify, state } = useView();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { values, damaged } = await ownEconomies();
      setOwn(values);
      // What is damaged is missed only by whoever asks for it.
      if (damaged.includes(state.economy))
        notify([storageProblem(new DamagedRecord(state.economy), state.economy)]);
    };
    load().catch(() => setOwn([]));
  }, [round]);
  return own;
}
