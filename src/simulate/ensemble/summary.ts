import type { ShardNotes } from "../run-shard.ts";
import type { Frequency } from "./frequency.ts";
import type { Spread } from "./number-collector.ts";
import type { EnsemblePlan } from "./plan.ts";

/** What an ensemble says, without a path of each run: all shares and spreads are over its drawn runs. */
export interface EnsembleSummary {
  readonly plan: Omit<EnsemblePlan, "scenarios">;
  /** Names of the periods from period 0 on. */
  readonly dates: readonly string[];
  /** 0: quantiles are exact; otherwise how far they may be off (relative). */
  readonly accuracy: number;
  /** Runs (the first ones) that correlations and bands are taken from. */
  readonly comparedRuns: number;
  readonly scenarios: readonly ScenarioSummary[];
  /** Every later scenario less the first, run by run under the same assumptions and noise. */
  readonly differences: readonly ScenarioDifference[];
}

export interface ScenarioSummary {
  readonly name: string;
  readonly parts: readonly string[];
  /** Runs without a full path; they are in no share and no spread. */
  readonly failed: number;
  readonly failures: ShardNotes["failed"];
  readonly maxResidual: number;
  readonly brokenChecks: Readonly<Record<string, number>>;
  readonly paths: readonly PathSummaryTable[];
  readonly amounts: readonly (OutcomeOf & Spread)[];
  readonly conditions: readonly ConditionSummary[];
  readonly firstPassages: readonly PassageSummary[];
}

interface OutcomeOf {
  readonly name: string;
  /** Value with the central assumptions. */
  readonly central: number;
  /** Rank correlation with every drawn parameter, the strongest first. */
  readonly correlations: readonly RankCorrelation[];
}

export interface RankCorrelation {
  readonly parameter: string;
  readonly correlation: number;
}

/** A fan: in each period how an outcome spreads over the runs. */
export interface PathSummaryTable {
  readonly name: string;
  readonly unit: string;
  readonly periods: readonly Spread[];
  readonly central: readonly number[];
  /** Paths of the first runs. */
  readonly samples: readonly (readonly number[])[];
}

export interface ConditionSummary extends OutcomeOf {
  readonly frequency: Frequency;
  /** Shares among runs whose parameter lies in a band; five bands with equally many runs. */
  readonly bands: readonly ParameterBands[];
}

export interface ParameterBands {
  readonly parameter: string;
  readonly bands: readonly { readonly low: number; readonly high: number; readonly frequency: Frequency }[];
}

/** When something happens first, among the runs in which it does. */
export interface PassageSummary extends OutcomeOf {
  readonly frequency: Frequency;
  readonly periods: Spread;
  /** Dates of the quantiles; empty if it never happens. */
  readonly dates: readonly string[];
}

export interface ScenarioDifference {
  readonly scenario: string;
  readonly against: string;
  readonly paths: readonly {
    readonly name: string;
    readonly unit: string;
    readonly periods: readonly Spread[];
  }[];
  readonly amounts: readonly (Spread & {
    readonly name: string;
    readonly greater: Frequency;
    readonly less: Frequency;
  })[];
  /** In how many runs a condition holds in this scenario only, and in the other only. */
  readonly conditions: readonly {
    readonly name: string;
    readonly here: Frequency;
    readonly there: Frequency;
  }[];
}
