import type { Table } from "../../core/table.ts";
import type { Screen } from "../state/state.ts";
import type { View } from "../view.ts";
import { comparedLeaving } from "./leaving/compared.ts";
import { measuredLeaving } from "./leaving/measured.ts";
import { modelLeaving } from "./leaving/model.ts";
import { plannedLeaving } from "./leaving/planned.ts";
import { simulatedLeaving } from "./leaving/simulated.ts";
import { votedLeaving } from "./leaving/voted.ts";
import { payersLeaving } from "./leaving/who-pays.ts";

/** A drawing that stands alone: with its style, title, sources and date. */
export interface LeavingPicture {
  /** Part of the file's name. */
  readonly name: string;
  readonly label: string;
  /** The SVG; undefined if there is nothing to draw. */
  readonly draw: () => string | undefined;
}

export interface LeavingTable {
  readonly name: string;
  readonly label: string;
  readonly table: () => Table;
}

/** A text in a format of its own: JSON, goals, the text of a model. */
export interface LeavingDocument {
  /** Whole name of the file. */
  readonly file: string;
  readonly label: string;
  readonly type: string;
  readonly text: () => string;
}

/** Everything that can leave a screen, each with its source and date. */
export interface Leaving {
  readonly title: string;
  /** What the names of all files begin with. */
  readonly stem: string;
  /** Source, date, version, hash and address in one sentence. */
  readonly source: string;
  /** SHA-256 of the results; empty for a preview. */
  readonly hash: string;
  /** Day that the results speak of, as `2025-11-17`: of the dossier, or today. */
  readonly date: string;
  readonly pictures: readonly LeavingPicture[];
  readonly tables: readonly LeavingTable[];
  readonly documents: readonly LeavingDocument[];
  /** The lines that give the same on the command line. */
  readonly command: string;
  /** What the command needs or leaves out. */
  readonly commandNotes: readonly string[];
  /** Whether the server can draw it for a frame: not what is kept in this browser alone. */
  readonly canEmbed: boolean;
  /** What the link does not carry. */
  readonly linkNotes: readonly string[];
  /** What was computed with what, for a citation. */
  readonly method: string;
}

/** Where and when something leaves the app. */
export interface Leave {
  readonly view: View;
  /** The whole address of what is on the screen. */
  readonly address: string;
  /** Today, as `2025-11-17`. */
  readonly today: string;
}

const measuring: readonly Screen[] = ["start", "circuit", "measure"];
const calculating: readonly Screen[] = ["simulate", "who-pays", "plan", "model"];

/** What leaves the screen that is shown: undefined while it is being calculated, `page` for a screen without results. */
export function leavingOf(leave: Leave): Leaving | "page" | undefined {
  const { results, state } = leave.view;
  const found = results.value;
  switch (found?.kind) {
    case "simulated":
      return simulatedLeaving(leave, found);
    case "who-pays":
      return payersLeaving(leave, found);
    case "planned":
      return plannedLeaving(leave, found);
    case "voted":
      return votedLeaving(leave, found);
    case "model":
      return modelLeaving(leave, found);
    case "compared":
      return comparedLeaving(leave, found.parts);
    default:
      if (state.screen === "compare" && state.compare.length > 0) return comparedLeaving(leave);
      if (measuring.includes(state.screen)) return measuredLeaving(leave);
      return calculating.includes(state.screen) && state.part !== "vote" ? undefined : "page";
  }
}

/** What stands below a printed page: source, date and address, and the call that repeats it. */
export function printedSources(leave: Leave): readonly string[] {
  const leaving = leavingOf(leave);
  if (leaving === undefined || leaving === "page") return [`${leave.today}. ${leave.address}`];
  return [leaving.source, ...leaving.linkNotes, ...leaving.command.split("\n")];
}

/** Hash of what is on the screen, which a fixed link holds; empty as long as there is none. */
export function resultHash(
  leaving: ReturnType<typeof leavingOf>,
  measured: Pick<View["measured"], "hash">,
): string {
  return leaving === "page" ? measured.hash : (leaving?.hash ?? "");
}
