import type { JSX } from "preact";
import type { Screen } from "../state/state.ts";

/** The three verbs, and what stands beside them. */
export type Verb = "measure" | "simulate" | "plan" | "more";

/** A screen in the frame. `View` stands in the first load and in the page the server sends; `load` comes when asked for. */
export type ScreenEntry = {
  readonly screen: Screen;
  readonly verb: Verb | undefined;
} & (
  | { readonly View: () => JSX.Element; readonly load?: undefined }
  | { readonly load: () => Promise<() => JSX.Element>; readonly View?: undefined }
);
