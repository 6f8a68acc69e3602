import type { modelCli as english } from "../en/model-cli.ts";

/** Was die Befehle zu Modellen sagen, abgesehen von Problemen. */
export const modelCli: Readonly<Record<keyof typeof english, string>> = {
  simulateDescription: "ein Modell rechnen: einen Verlauf oder viele mit gezogenen Parametern",
  matrixDescription: "Bilanz, Transaktionen und Umbewertungen eines Modells ausgeben",
  modelArgument: "eine Datei name.kl oder der Name eines mitgelieferten Modells",
  scenarioOption: "Szenario des Modells; mehrfach möglich",
  setOption: "Wert eines Parameters, name=wert; mehrfach möglich",
  periodsOption: "Zahl der Perioden",
  runsOption: "Zahl der Verläufe; der erste hat die mittleren Parameter",
  seedOption: "ganze Zahl, aus der die Ziehungen folgen",
  outFileOption: "Zieldatei: .csv, .json oder .parquet",
  jsonOption: "ein JSON-Dokument ausgeben",
  dossierOption: "Dossier, dessen Belege das Modell nennt",
  formatOption: "text, csv oder html",
  periodOption: "Nummer der Periode, deren Werte erscheinen; ohne sie die Symbole",
  checkedModel: "{name}: keine Probleme ({variables} Variable, {parameters} Parameter, {budgets}).",
  redundant: "überzähliges Budget: {names}",
  simulated:
    "{name}: {periods} Perioden, {members} Verläufe; größter Rest des überzähligen Budgets {residual} des Umsatzes.",
  period: "Periode",
};
