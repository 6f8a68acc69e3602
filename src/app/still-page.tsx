import type { JSX } from "preact";
import { writeAddress } from "./state/address.ts";
import type { AppState } from "./state/state.ts";

/** The part of a page that stands for a screen until the screen has a result of its own. */
export interface StillPage {
  /** What the page is an answer to. */
  readonly address: string;
  readonly html: string;
}

/** What the server sent in place of the screen of a state; a page kept for another address has nothing of it. */
export function readStill(page: Element, state: AppState): StillPage | undefined {
  const still = page.querySelector(`[data-still="${state.screen}"]`);
  return still ? { address: addressOf(state), html: still.outerHTML } : undefined;
}

/** The same for the view, as long as the state asks for what the page was an answer to. */
export function stillOf(page: StillPage | undefined, state: AppState): (() => JSX.Element) | undefined {
  if (!page || page.address !== addressOf(state)) return undefined;
  // Written by this app on the server, not by a user.
  return () => <div dangerouslySetInnerHTML={{ __html: page.html }} />;
}

/** Neither the drawer nor the contrast change what a screen shows. */
function addressOf(state: AppState): string {
  return writeAddress({ ...state, evidence: "", theme: "auto" });
}
