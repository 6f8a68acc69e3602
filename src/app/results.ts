import type { ClassResult, ClassVote, Lever } from "../plan/index.ts";
import type { GuideIncidence, WhoPays } from "../simulate/index.ts";
import type { ComparedPart } from "./screens/compare/compared-part.ts";
import type { Book } from "./worker/books-job.ts";
import type { ModelCard } from "./worker/model-card.ts";
import type { PreparedModel } from "./worker/opened-models.ts";
import type { Planned } from "./worker/plan-order.ts";
import type { Simulated } from "./worker/simulate-job.ts";

/** What a screen found besides the measured dossier, for what leaves the app. */
export type ScreenResults =
  | { readonly kind: "simulated"; readonly card: ModelCard; readonly shown: Simulated }
  | {
      readonly kind: "who-pays";
      readonly card: ModelCard;
      readonly guide: GuideIncidence;
      readonly found: WhoPays;
      readonly hash: string;
      /** That under the first policy, to compare with. */
      readonly before: WhoPays | undefined;
      /** Largest balance residual over turnover. */
      readonly residual: number;
    }
  | { readonly kind: "planned"; readonly planned: Planned }
  /** What the groups of a comparison found, of each that is whole. */
  | { readonly kind: "compared"; readonly parts: readonly ComparedPart[] }
  | {
      readonly kind: "voted";
      readonly vote: ClassVote;
      readonly result: ClassResult;
      readonly levers: readonly Lever[];
    }
  | {
      readonly kind: "model";
      /** Missing if the text has mistakes. */
      readonly card: ModelCard | undefined;
      readonly source: PreparedModel;
      readonly edits: Readonly<Record<string, string>>;
      readonly read: ReadBooks | undefined;
      /** The run of this text, if there is one. */
      readonly ran: Simulated | undefined;
    };

/** The books of a model: values of a period, or symbols only without one. */
export interface ReadBooks {
  readonly books: readonly Book[];
  readonly period: number | undefined;
}

/** Holds the results of the screen that is shown; whoever reads `value` while drawing follows it. */
export interface Noted {
  value: ScreenResults | undefined;
}
