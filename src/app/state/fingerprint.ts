import { sha256 } from "../../core/hash.ts";
import { writeAddress } from "./address.ts";
import type { AppState } from "./state.ts";

/**
 * Content address of what is on the screen: 16 hexadecimal digits of the SHA-256 of the state (as its address) and the
 * hash of the results. It changes if the data, a method or the state change, and not with language or contrast.
 */
export function fingerprint(state: AppState, resultHash: string): string {
  const content = writeAddress({ ...state, language: "en", theme: "auto", fixed: "" });
  return sha256(new TextEncoder().encode(`${content}\n${resultHash}`)).slice(0, 16);
}
