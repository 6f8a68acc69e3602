/** Words that stand for a source where a model has none to name. */
export const sourceWords: Readonly<Record<string, string>> = {
  assumption: "assumption",
  estimate: "estimate",
  identity: "identity",
  shock: "none: a shock to try out",
  policy: "policy",
  scenario: "set by scenarios",
  calibrated: "calibrated",
  memory: "memory",
  "budget constraint": "budget constraint",
  budget: "budget",
  switch: "a switch",
  specification: "specification",
  "perpetual inventory": "perpetual inventory",
  "own arithmetic": "own arithmetic",
  own: "own",
};
