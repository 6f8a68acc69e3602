/** What the commands about models say, apart from problems. */
export const modelCli = {
  simulateDescription: "run a model: one path, or many with drawn parameters",
  matrixDescription: "print balance sheet, transaction flows and revaluations of a model",
  modelArgument: "a file name.kl, or the name of a built-in model",
  scenarioOption: "scenario of the model; may be repeated",
  setOption: "value of a parameter, name=value; may be repeated",
  periodsOption: "number of periods",
  runsOption: "number of paths; the first has the central parameters",
  seedOption: "whole number that the draws follow from",
  outFileOption: "file to write: .csv, .json or .parquet",
  jsonOption: "print one JSON document",
  dossierOption: "dossier whose figures the model names",
  formatOption: "text, csv or html",
  periodOption: "number of the period whose values are shown; without it the symbols",
  checkedModel: "{name}: no problems ({variables} variables, {parameters} parameters, {budgets}).",
  redundant: "redundant budget: {names}",
  simulated:
    "{name}: {periods} periods, {members} paths; largest residual of the redundant budget {residual} of turnover.",
  period: "period",
} as const satisfies Record<string, string>;
