import type { ensembleCli as english } from "../en/ensemble-cli.ts";

export const ensembleCli: Record<keyof typeof english, string> = {
  modelArgument: "Datei eines Modells (.kl) oder Name eines eingebauten",
  ensembleDescription:
    "ein Modell oft mit gezogenen Annahmen laufen lassen: wie oft, wann, wie viel, und wovon es abhängt",
  scenarioOption:
    "Szenario im Vergleich (mehrfach möglich; a+b legt zwei übereinander; baseline ist das Modell selbst)",
  scenariosOption: "Datei mit eigenen Szenarien (.kl)",
  setOption: "einen Parameter festhalten: name=wert (mehrfach möglich)",
  outcomeOption:
    "was von jedem Lauf gefragt ist, etwa idx, 'crash = drawdown(idx) > 0.5', 'first(u > 0.08)' (mehrfach möglich)",
  runsOption: "Zahl der Läufe",
  seedOption: "Startzahl der Zufallszahlen",
  periodsOption: "Zahl der Perioden, wenn nicht die des Modells",
  designOption: "wie Annahmen gezogen werden: latin-hypercube oder plain",
  folderOption: "Ordner für Teile, Tabellen und Zusammenfassung",
  resumeOption: "ein angehaltenes Ensemble fortsetzen; heile Teile werden wieder verwendet",
  threadsOption: "Zahl der Threads (voreingestellt: alle Kerne)",
  formatOption: "Tabellen als parquet, csv oder json",
  byOption: "Anteile in Bändern dieses Parameters (mehrfach möglich)",
  ensembleProgress: "{done} von {total} Läufen.",
  ensembleTimeLeft: "{done} von {total} Läufen; noch etwa {left}.",
  ensembleStopping: "Wird nach den laufenden Teilen angehalten; noch einmal Strg+C hält sofort an.",
  ensembleStopped: "Angehalten: {done} von {total} Teilen sind fertig; --resume macht hier weiter.",
  ensembleWritten: "Geschrieben nach {folder}; Hash der Ergebnisse {hash}.",
  seconds: "{count} s",
  minutes: "{count} min",
  hours: "{count} h",
  sensitivityDescription:
    "welche Annahmen ein Ergebnis entscheiden, oder in welchem Kasten von Annahmen etwas häufig ist",
  oneOutcomeOption: "eine Zahl je Lauf, etwa 'drawdown(idx)'",
  methodOption: "sobol (Anteile an der Varianz) oder morris (billige Vorauswahl)",
  discoverOption:
    "den Kasten von Annahmen finden, in dem diese Bedingung häufig ist, etwa 'drawdown(idx) > 0.5'",
  oneScenarioOption: "Szenario (a+b legt zwei übereinander)",
  modelDossierOption: "Dossier, dessen Belege das Modell nennt",
  jsonOption: "ein JSON-Dokument ausgeben",
};
