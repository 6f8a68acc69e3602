import { useEffect } from "preact/hooks";
import type { ScreenResults } from "../results.ts";
import { useView } from "../view.ts";

/** Notes what the screen found, so that it can be shared, saved and cited; `key` tells when it changes. */
export function useResults(results: ScreenResults | undefined, key: readonly unknown[]): void {
  const { results: noted } = useView();
  useEffect(() => {
    noted.value = results;
  }, key);
  useEffect(
    () => () => {
      noted.value = undefined;
    },
    [],
  );
}
