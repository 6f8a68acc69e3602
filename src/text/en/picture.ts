/** Pictures that leave the app: what stands above and below them. */
export const picture = {
  model: "{title}",
  scenario: "Scenario: {names}.",
  noScenario: "No scenario: muddling on.",
  changed: "Assumptions changed by hand: {list}.",
  more: "and {count} more",
  fanKey:
    "Grey dashes: muddling on. Coloured line: median of the runs; dark band: half of them, light band: nine of ten, thin lines: single runs.",
  modelSource: "Source: own calculation with the model “{title}” ({name}), {runs} runs, seed {seed}.",
  oneRunSource:
    "Source: own calculation with the model “{title}” ({name}), one run with the central assumptions, seed {seed}.",
  fewerRuns: "The link asks for {wanted} runs; a picture is drawn from {runs}.",
  planSource:
    "Source: own calculation from the accounts of the economy “{title}” ({name}), solved by {solver}.",
  version: "Kreislauf {version}, result {hash}.",
  versionOnly: "Kreislauf {version}.",
  onDay: "Calculated on {day}.",
  before: "Mark: {policy}.",
  policyUntil: "{policy}, counted from {from} to {until}.",
  notRead: "Not understood in the link, and left out: {list}.",
  claims: "{count} statements of the article, tested: {list}.",
  supported: "{count} supported",
  loose: "{count} roughly",
  contradicted: "{count} contradicted",
  unverified: "{count} not verifiable",
  matrix: "{model}: {equations} equations, {parameters} parameters, every payment with payer and payee",
  compared: "{count} states side by side",
} as const satisfies Record<string, string>;
