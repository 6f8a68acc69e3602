import type { Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { BooksAnswer, BooksOrder } from "./books-job.ts";
import type { ComparedRuns } from "./comparison-job.ts";
import type { Contrast } from "./contrasts-job.ts";
import type { CardAnswer, EquationCard } from "./model-card.ts";
import type { ModelRef, PreparedModel } from "./opened-models.ts";
import type { SimulatedMapAnswer, SimulatedMapOrder } from "./simulated-map-job.ts";
import type { SimulateAnswer, SimulationOrder } from "./simulate-job.ts";
import type { WhoPaysAnswer, WhoPaysOrder, WhoPaysRangesAnswer } from "./who-pays-job.ts";
import type {
  Comparison,
  PlanDocument,
  ResourceBundle,
  SideBySide,
  TradeOffPoint,
} from "../../plan/index.ts";
import type { Look, Measured, ShareAnswer } from "./measure-job.ts";
import type { PlanAnswer, PlanOrder } from "./plan-order.ts";

/** What the app asks its worker for, by name; what is given and what is answered are plain data. */
interface Jobs {
  readonly measure: {
    readonly given: { readonly dossier: Dossier; readonly look: Look };
    readonly answer: Measured | { readonly problems: readonly Problem[]; readonly measurement?: undefined };
  };
  readonly shares: {
    readonly given: { readonly dossier: Dossier; readonly look: Look; readonly steps: number };
    readonly answer: readonly ShareAnswer[];
  };
  /** Reads the tables of a dossier that a user brings. */
  readonly read: {
    readonly given: { readonly files: ReadonlyMap<string, string> };
    readonly answer: { readonly dossier: Dossier | undefined; readonly problems: readonly Problem[] };
  };
  /** Reads the files of an economy that a user brings. */
  readonly "read-economy": {
    readonly given: { readonly files: ReadonlyMap<string, string> };
    readonly answer: {
      readonly economy:
        | {
            readonly id: string;
            readonly title: { readonly de: string; readonly en: string };
            readonly products: number;
          }
        | undefined;
      readonly problems: readonly Problem[];
    };
  };
  /** What a model says of itself. */
  readonly describe: { readonly given: { readonly model: ModelRef }; readonly answer: CardAnswer };
  /** The statements of the model behind a graph. */
  readonly explain: {
    readonly given: { readonly model: ModelRef; readonly graph: string };
    readonly answer: readonly EquationCard[];
  };
  /** Runs an ensemble; a newer order takes the place of an older one. */
  readonly simulate: {
    readonly given: { readonly order: SimulationOrder };
    readonly answer: SimulateAnswer;
  };
  /** Several orders of one model beside each other; undefined if a newer comparison came. */
  readonly compareRuns: {
    readonly given: { readonly orders: readonly SimulationOrder[] };
    readonly answer: ComparedRuns | undefined;
  };
  /** Paired runs with one assumption changed. */
  readonly contrasts: {
    readonly given: { readonly model: ModelRef; readonly runs: number; readonly seed: number };
    readonly answer: readonly Contrast[];
  };
  /** The texts of a built-in model. */
  readonly source: {
    readonly given: { readonly name: string };
    readonly answer: {
      readonly source: PreparedModel | undefined;
      readonly names: readonly string[];
      readonly problems: readonly Problem[];
    };
  };
  /** Balance sheet, flows and revaluations of a model. */
  readonly books: { readonly given: { readonly order: BooksOrder }; readonly answer: BooksAnswer };
  /** Who pays under scenarios, against the baseline. */
  readonly whoPays: { readonly given: { readonly order: WhoPaysOrder }; readonly answer: WhoPaysAnswer };
  /** How far who pays reaches over paired runs with drawn assumptions. */
  readonly whoPaysRanges: {
    readonly given: { readonly order: WhoPaysOrder };
    readonly answer: WhoPaysRangesAnswer;
  };
  /** The loop map of the simulated economy, year by year. */
  readonly simulatedMap: {
    readonly given: { readonly order: SimulatedMapOrder };
    readonly answer: SimulatedMapAnswer;
  };
  /** Ends the ensemble that is running; the worker and what it compiled stay. */
  readonly halt: { readonly given: object; readonly answer: undefined };
  /** Plans; a quick one is a preview that starts from the last plan. */
  readonly plan: {
    readonly given: { readonly order: PlanOrder; readonly quick: boolean };
    readonly answer: PlanAnswer;
  };
  /** Loads the solver and an economy before they are asked for. */
  readonly "ready-plan": { readonly given: { readonly economy: string }; readonly answer: undefined };
  readonly "trade-off": {
    readonly given: { readonly order: PlanOrder };
    readonly answer: readonly TradeOffPoint[];
  };
  readonly "compare-resources": {
    readonly given: { readonly order: PlanOrder; readonly bundle: ResourceBundle };
    readonly answer: Comparison | undefined;
  };
  /** A plan beside a year of the boom model, resource by resource. */
  readonly "beside-boom": {
    readonly given: { readonly order: PlanOrder; readonly document: PlanDocument; readonly year: number };
    readonly answer:
      | { readonly side: SideBySide; readonly years: readonly number[] }
      | { readonly side?: undefined; readonly problems: readonly Problem[] };
  };
}

export type JobKind = keyof Jobs;
export type Job = { readonly [Kind in JobKind]: { readonly kind: Kind } & Jobs[Kind]["given"] }[JobKind];
export type JobOf<Kind extends JobKind> = { readonly kind: Kind } & Jobs[Kind]["given"];
export type JobResult<Kind extends JobKind> = Jobs[Kind]["answer"];

/** How the worker does each job; `progress` takes the share done, 0 to 1, or a count with the step it belongs to. */
export type Workshop = {
  readonly [Kind in JobKind]: (
    job: JobOf<Kind>,
    progress: (share: number, step?: string) => void,
  ) => JobResult<Kind> | Promise<JobResult<Kind>>;
};
