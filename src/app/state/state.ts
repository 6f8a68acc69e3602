import type { Language } from "../../text/language.ts";

/** Screens of the app, by their word in the address. */
export const screens = [
  "start",
  "circuit",
  "measure",
  "simulate",
  "who-pays",
  "plan",
  "compare",
  "model",
  "data",
  "docs",
] as const;
export type Screen = (typeof screens)[number];

export type Theme = "auto" | "light" | "dark";
export type Reading = "announced" | "contracted" | "paid";

/**
 * Everything that decides what is on the screen, as plain data: two people with the same state see the same. It is
 * what the address holds, what undo steps through and what two scenarios are compared by.
 */
export interface AppState {
  readonly language: Language;
  readonly screen: Screen;
  /** Part of a screen: a page of the docs, an open measure. */
  readonly part: string;
  readonly dossier: string;
  /** Day, as `2025-11-17`; empty means the one the dossier names. */
  readonly asOf: string;
  readonly reading: Reading;
  /** Figures put in doubt: another value by id. */
  readonly doubts: Readonly<Record<string, number>>;
  /** Ids of the figures and ties whose evidence is open, joined by commas. */
  readonly evidence: string;
  /** Share of the announced money that is really paid, for the first screen: 0 to 1. */
  readonly paidShare: number;
  readonly model: string;
  /** The main text of the model, if it was put into the link. */
  readonly text: string;
  /** Names of scenarios laid over each other. */
  readonly scenarios: readonly string[];
  /** Parameters of the model moved by hand. */
  readonly set: Readonly<Record<string, number>>;
  readonly runs: number;
  readonly seed: number;
  /** Year of the loop map of the simulation; 0 as long as it is not open. */
  readonly mapYear: number;
  readonly economy: string;
  readonly objective: string;
  readonly years: number;
  /** Goals and limits of the plan moved by hand. */
  readonly goals: Readonly<Record<string, number>>;
  /** States put side by side, each as its address. */
  readonly compare: readonly string[];
  readonly theme: Theme;
  /** Content address that a fixed link carries; empty for one that is not fixed. */
  readonly fixed: string;
}

export const defaults: AppState = {
  language: "en",
  screen: "start",
  part: "",
  dossier: "ki-2025",
  asOf: "",
  reading: "announced",
  doubts: {},
  evidence: "",
  paidShare: 1,
  model: "ki-boom",
  text: "",
  scenarios: [],
  set: {},
  runs: 1000,
  seed: 1,
  mapYear: 0,
  economy: "lehrbeispiel",
  objective: "hours",
  years: 8,
  goals: {},
  compare: [],
  theme: "auto",
  fixed: "",
};
