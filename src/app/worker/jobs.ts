import type { Problem } from "../../core/problem.ts";
import type { Measurement } from "../../measure/measurement.ts";

/** What the app asks its worker for; every job is plain data, and so is its result. */
export type Job = {
  readonly kind: "measure";
  readonly dossier: string;
  readonly asOf: string;
  readonly reading: "announced" | "contracted" | "paid";
  readonly doubts: Readonly<Record<string, number>>;
};

interface Results {
  readonly measure: { readonly measurement: Measurement | undefined; readonly problems: readonly Problem[] };
}

export type JobResult<Kind extends Job["kind"]> = Results[Kind];
