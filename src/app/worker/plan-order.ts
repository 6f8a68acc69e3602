import type { Problem } from "../../core/problem.ts";
import type { GoalsRecord, Lever, PlanDocument, PlanWish } from "../../plan/index.ts";

/** An economy by its name, with what is asked of it. */
export interface PlanOrder {
  readonly economy: string;
  readonly wish: PlanWish;
}

/** A plan with all that can be moved in it; without a document the goals could not be read. */
export interface Planned {
  readonly levers: readonly Lever[];
  /** The goals as they were planned for. */
  readonly goals: GoalsRecord;
  readonly document: PlanDocument | undefined;
  readonly problems: readonly Problem[];
}

/** What was found, or why nothing could be. */
export type PlanAnswer = Planned | { readonly levers?: undefined; readonly problems: readonly Problem[] };
