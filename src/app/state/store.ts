import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Problem } from "../../core/problem.ts";
import { readAddress, writeAddress } from "./address.ts";
import { goOn, type History, redo, startHistory, undo } from "./history.ts";
import type { AppState } from "./state.ts";

/** What the app remembers while it is open. */
export interface Store {
  readonly state: ReadonlySignal<AppState>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly notices: ReadonlySignal<readonly Problem[]>;
  /** Changes part of the state. While dragging (`merge`) one undo takes back the whole drag. */
  readonly change: (patch: Partial<AppState>, options?: { readonly merge?: boolean }) => void;
  /** Goes to an address of the app, as a link does. */
  readonly open: (address: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly notify: (problems: readonly Problem[]) => void;
  readonly dismiss: () => void;
}

/** The part of `window` that keeps the address. */
export interface AddressBar {
  readonly location: { readonly pathname: string; readonly search: string };
  readonly history: Pick<globalThis.History, "pushState" | "replaceState">;
  readonly addEventListener: (type: "popstate", listener: () => void) => void;
}

/** Opens the state that the address names and keeps both in step. */
export function createStore(bar: AddressBar): Store {
  const here = (): string => bar.location.pathname + bar.location.search;
  const first = readAddress(here());
  const history = signal<History<AppState>>(startHistory(first.state));
  const notices = signal<readonly Problem[]>(first.problems);
  const state = computed(() => history.value.present);

  const show = (next: History<AppState>, how: "pushState" | "replaceState"): void => {
    const turned = next.present.screen !== history.value.present.screen;
    history.value = next;
    const address = writeAddress(next.present);
    // Only turning to another screen is a step of the browser's own back button; a slider is not.
    if (address !== here()) bar.history[turned ? "pushState" : how](null, "", address);
  };
  bar.addEventListener("popstate", () => {
    const { state: back, problems } = readAddress(here());
    // A jump to a place on the page changes nothing else.
    if (writeAddress(back) === writeAddress(state.value)) return;
    history.value = goOn(history.value, back);
    notices.value = problems;
  });
  return {
    state,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    notices,
    change: (patch, options) =>
      // What was fixed is no longer what is shown.
      show(goOn(history.value, { ...state.value, fixed: "", ...patch }, options), "replaceState"),
    open: (address) => {
      const { state: next, problems } = readAddress(address);
      notices.value = problems;
      show(goOn(history.value, next), "pushState");
    },
    undo: () => show(undo(history.value), "replaceState"),
    redo: () => show(redo(history.value), "replaceState"),
    notify: (problems) => (notices.value = [...notices.value, ...problems]),
    dismiss: () => (notices.value = []),
  };
}
