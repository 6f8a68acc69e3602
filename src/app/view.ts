import { createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";
import type { Problem } from "../core/problem.ts";
import type { Dossier } from "../dossier/index.ts";
import type { Language } from "../text/language.ts";
import type { Page } from "../report/index.ts";
import type { Noted } from "./results.ts";
import type { AppState } from "./state/state.ts";
import type { JobKind, JobOf, JobResult } from "./worker/jobs.ts";
import type { Progress } from "./worker/connection.ts";
import type { Measured } from "./worker/measure-job.ts";

/** A dossier that can be opened. */
export interface DossierEntry {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** True for a dossier that the user brought and that never left this browser. */
  readonly own: boolean;
}

/** What one needs to get the same simulation again, and whether its money adds up. */
export interface RunNote {
  readonly hash: string;
  /** Largest balance residual over turnover. */
  readonly residual: number;
  readonly runs: number;
  readonly seed: number;
  /** How many simulations stand side by side, if there are several; their hashes are hashed together. */
  readonly columns?: number;
}

/** What is on the screen. */
export interface Shown {
  readonly measured: Measured;
  /** The dossier as it is on the screen, with the doubts of the state. */
  readonly dossier: Dossier;
  /** The dossier without the doubts. */
  readonly original: Dossier;
}

/** Everything a screen needs: what is shown, and the ways to change it. */
export interface View extends Shown {
  readonly state: AppState;
  readonly page: Page;
  /** What stands for a screen until it has a result of its own: what the server draws, for the address it was asked for. */
  readonly still?: (() => JSX.Element) | undefined;
  readonly library: readonly DossierEntry[];
  /** Whether a newer measurement is under way. */
  readonly busy: boolean;
  readonly notices: readonly Problem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly offline: boolean;
  /** Address of this state with something changed: what a link leads to. */
  readonly href: (patch: Partial<AppState>) => string;
  readonly change: (patch: Partial<AppState>, options?: { readonly merge?: boolean }) => void;
  readonly notify: (problems: readonly Problem[]) => void;
  readonly run: <Kind extends JobKind>(
    job: JobOf<Kind>,
    options?: { readonly progress?: Progress },
  ) => Promise<JobResult<Kind>>;
  /** Ends all that is calculating. */
  readonly stop: () => void;
  /** A dossier by its id, the open one or another. */
  readonly openDossier: (id: string) => Promise<Dossier>;
  /** Holds a dossier that the user brought, and keeps it in this browser. */
  readonly addDossier: (dossier: Dossier) => void;
  readonly forgetDossier: (id: string) => void;
  /** The simulation on the screen, if there is one; the screen that shows it says so with `noteRun`. */
  readonly ran: RunNote | undefined;
  readonly noteRun: (note: RunNote | undefined) => void;
  /** What the screen found; the screen notes it with `useResults`. */
  readonly results: Noted;
}

export const ViewContext = createContext<View | undefined>(undefined);

/** The view of the app; only inside a screen or the frame. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error("No view around this part.");
  return view;
}
