/** What the commands about ensembles and sensitivity say while they work, and their help. */
export const ensembleCli = {
  modelArgument: "file of a model (.kl), or the name of a built-in one",
  ensembleDescription:
    "run a model many times with drawn assumptions: how often, when, how much, and what it depends on",
  scenarioOption:
    "scenario to compare (again for more; a+b lays two over each other; baseline is the model itself)",
  scenariosOption: "file with scenarios of your own (.kl)",
  setOption: "fix a parameter: name=value (again for more)",
  outcomeOption:
    "what is asked of each run, e.g. idx, 'crash = drawdown(idx) > 0.5', 'first(u > 0.08)' (again for more)",
  runsOption: "number of runs",
  seedOption: "start of the random numbers",
  periodsOption: "number of periods, if not the model's own",
  designOption: "how assumptions are drawn: latin-hypercube or plain",
  folderOption: "folder for shards, tables and summary",
  resumeOption: "go on with an ensemble that was stopped; sound shards are used again",
  threadsOption: "threads to work on (default: all cores)",
  formatOption: "tables as parquet, csv or json",
  byOption: "shares within bands of this parameter (again for more)",
  ensembleProgress: "{done} of {total} runs.",
  ensembleTimeLeft: "{done} of {total} runs; about {left} left.",
  ensembleStopping: "Stopping after the shards under way; Ctrl+C again stops at once.",
  ensembleStopped: "Stopped: {done} of {total} shards are done; --resume goes on from here.",
  ensembleWritten: "Written to {folder}; hash of the results {hash}.",
  seconds: "{count} s",
  minutes: "{count} min",
  hours: "{count} h",
  sensitivityDescription:
    "which assumptions decide an outcome, or in which box of assumptions something is frequent",
  oneOutcomeOption: "one number a run, e.g. 'drawdown(idx)'",
  methodOption: "sobol (shares of the variance) or morris (cheap screening)",
  discoverOption:
    "find the box of assumptions in which this condition is frequent, e.g. 'drawdown(idx) > 0.5'",
  oneScenarioOption: "scenario (a+b lays two over each other)",
  modelDossierOption: "dossier whose figures the model names",
  jsonOption: "print one JSON document",
} as const satisfies Record<string, string>;
