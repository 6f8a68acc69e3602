/** Pictures that leave the app: what stands above and below them. */
export const picture = {
  scenario: "Scenario: {names}.",
  noScenario: "No scenario: muddling on.",
  changed: "Assumptions changed by hand: {list}.",
  more: "and {count} more",
  fanKey:
    "Grey dashes: muddling on. Coloured line: median of the runs; dark band: half of them, light band: nine of ten, thin lines: single runs.",
  lineFinding: "{what}: {value} in {date}",
  lineKey: "Grey dashes: muddling on.",
  modelSource: "Source: own calculation with the model “{title}” ({name}), {runs} runs, seed {seed}.",
  oneRunSource:
    "Source: own calculation with the model “{title}” ({name}), one run with the central assumptions, seed {seed}.",
  fewerRuns: "The link asks for {wanted} runs; a picture is drawn from {runs}.",
  planSource:
    "Source: own calculation from the accounts of the economy “{title}” ({name}), solved by {solver}.",
  version: "Kreislauf {version}, result {hash}.",
  versionOnly: "Kreislauf {version}.",
  onDay: "Calculated on {day}.",
  policyUntil: "{policy}, counted from {from} to {until}.",
  notRead: "Not understood in the link, and left out: {list}.",
  matrix: "{model}: {equations} equations, {parameters} parameters, every payment with payer and payee",
  compared: "{count} states side by side",
  comparedFirst: "Drawn are the first {count} graphs of each.",
  stillDefault:
    "This is the model as it stands: no scenario, no changed assumption, calculated when the server started. With JavaScript you can move it.",
  stillPayers:
    "This is the model as it stands under its first policy, calculated when the server started. With JavaScript you can choose others.",
  stillModel:
    "This is the model as it stands, {runs} runs, calculated when the server started. With JavaScript you can read and change its text.",
  stillOther: "Your link asks for something else. Its picture, calculated for it:",
  stillTables: "the same with its numbers as tables",
  stillAlt: "Picture of exactly this link",
  noPicture: "There is no picture of this",
  noPictureLead: "The link leads to something that this server cannot draw:",
  openHere: "Open it in Kreislauf",
} as const satisfies Record<string, string>;
