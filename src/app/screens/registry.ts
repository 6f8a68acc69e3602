import type { Screen } from "../state/state.ts";
import type { ScreenEntry } from "./screen.ts";
import { Start } from "./start.tsx";

/** Every screen, in the order of the navigation; a new one adds one line. */
export const registry: readonly ScreenEntry[] = [
  { screen: "start", verb: undefined, View: Start },
  { screen: "circuit", verb: "measure", load: async () => (await import("./circuit.tsx")).Circuit },
  { screen: "measure", verb: "measure", load: async () => (await import("./measures.tsx")).Measures },
  {
    screen: "simulate",
    verb: "simulate",
    load: async () => (await import("./simulate/simulate.tsx")).Simulate,
  },
  {
    screen: "who-pays",
    verb: "simulate",
    load: async () => (await import("./simulate/who-pays.tsx")).WhoPaysScreen,
  },
  {
    screen: "model",
    verb: "simulate",
    load: async () => (await import("./model/model-screen.tsx")).ModelScreen,
  },
  { screen: "plan", verb: "plan", load: async () => (await import("./plan/plan.tsx")).Plan },
  { screen: "compare", verb: "more", load: async () => (await import("./compare/compare.tsx")).Compare },
  { screen: "data", verb: "more", load: async () => (await import("./data.tsx")).Data },
  { screen: "docs", verb: "more", load: async () => (await import("./docs.tsx")).Docs },
];

/** Screens that the server draws into the page it sends; they need no browser. */
export const stillScreens: readonly Screen[] = ["start", "circuit", "measure"];

/** The entry of a screen; the first one if there is none. */
export function entryOf(screen: Screen): ScreenEntry {
  return registry.find((entry) => entry.screen === screen) ?? registry[0];
}
