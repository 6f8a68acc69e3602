/** What the command line says about ensembles and sensitivity. */
export const ensembles = {
  title: "{model}: {runs} runs, seed {seed}, {design}",
  "design-plain": "plain draws",
  "design-latin-hypercube": "Latin hypercube",
  scenario: "Scenario: {name}",
  failed: "{failed} of {runs} runs have no full path and are in no share (see summary.json).",
  conditions: "How often",
  frequency: "in {share} ± {error} of 100 runs",
  within: "among runs with {parameter} from {low} to {high}",
  passages: "When first",
  passage: "{early} … {middle} … {late} (5 %, 50 %, 95 % of those in which it happens)",
  never: "never",
  amounts: "How much",
  amount: "{middle} (90 % of the runs: {low} … {high}; central: {central})",
  difference: "{middle} (90 % of the runs: {low} … {high})",
  paths: "At the end ({date})",
  correlations: "What it goes with (rank correlation)",
  differences: "{scenario} less {against}, run by run",
  conditionDifference: "only here: {here} of 100 runs; only there: {there}",
  meaning:
    "A share of runs is a statement about the chosen ranges of the assumptions, nothing else: no forecast, no probability.",
} as const satisfies Record<string, string>;
