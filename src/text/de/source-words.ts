/** Words that stand for a source where a model has none to name. */
export const sourceWords: Readonly<Record<string, string>> = {
  assumption: "Annahme",
  estimate: "Schätzung",
  identity: "Identität",
  shock: "keine, ein Schock zum Ausprobieren",
  policy: "Politik",
  scenario: "von Szenarien gesetzt",
  calibrated: "kalibriert",
  memory: "Gedächtnis",
  "budget constraint": "Budgetbeschränkung",
  budget: "Budget",
  switch: "ein Schalter",
  specification: "Spezifikation",
  "perpetual inventory": "Bestandsfortschreibung",
  "own arithmetic": "eigene Rechnung",
  own: "eigene",
};
