import type { simulateProblems as english } from "../en/simulate-problems.ts";

/** Probleme: simulate. */
export const simulateProblems: Readonly<Record<keyof typeof english, string>> = {
  "unknown-scenario": "Das Modell hat kein Szenario „{name}“; es hat: {known}.",
  "unknown-parameter": "Das Modell hat keinen Parameter „{name}“.",
  "unknown-output": "Das Modell hat keine Variable „{name}“.",
  "parameter-not-finite": "{name} ist auf {value} gesetzt; nötig ist eine endliche Zahl.",
  "change-after-end": "{name} ändert sich erst ab Periode {from}; die Läufe enden mit Periode {periods}.",
  "parameter-outside-range": "{name} ist auf {value} gesetzt; das Modell erlaubt {low} bis {high}.",
  "bad-periods": "{value} Perioden lassen sich nicht simulieren, nur ganze Zahlen von 1 bis {limit}.",
  "bad-members": "{value} Läufe lassen sich nicht simulieren, nur ganze Zahlen von 1 bis {limit}.",
  "bad-seed":
    "{value} taugt nicht als Startzahl des Zufalls; nötig ist eine ganze Zahl von 0 bis 9007199254740991.",
  "run-too-large":
    "{members} Läufe, {periods} Perioden und {outputs} Variablen ergeben {size} MB; höchstens {limit} MB werden behalten. Bitte weniger Variablen verlangen.",
  "bad-window": "Periode {from} bis {to} ist kein Zeitraum dieser Läufe; 1 bis {last} ist möglich.",
  "other-members":
    "Ein Ergebnis mit {members} Läufen lässt sich nicht mit einem von {others} Läufen vergleichen: Es müssen dieselben Läufe sein.",
  "block-too-large":
    "{count} Variablen hängen innerhalb einer Periode voneinander ab, und mehr als {limit} davon müssten geraten werden, um sie zu entwirren: {variables}, … Einige davon sollten die Vorperiode lesen.",
  "circular-start": "Der Anfangswert von {variable} hängt von sich selbst ab.",
  "start-not-finite": "Der Anfangswert von {variable} ist {value}, keine endliche Zahl.",
  "no-steady-state":
    "Von den Anfangswerten aus fand sich kein Zustand, der sich wiederholt (Lauf {member}): Nach {periods} Perioden ändert sich {variable} noch um einen Anteil von {change} je Periode.",
  "not-finite":
    "In Periode {period} (Lauf {member}) ist {variable} keine endliche Zahl: Etwas wird durch null geteilt, wächst über alle Grenzen, oder es wird Logarithmus oder Wurzel einer negativen Zahl verlangt.",
  unsolved:
    "In Periode {period} (Lauf {member}) ließ sich für diese Gleichungen keine gemeinsame Lösung finden: {variables}. Die beiden Seiten für {variable} weichen um einen Anteil von {residual} voneinander ab.",
  "more-failures": "Insgesamt scheitern {count} von {members} Läufen.",
  "balance-broken":
    "Die Bilanz „{label}“ geht um einen Anteil von {residual} des Umsatzes nicht auf (Lauf {member}); Rundung erklärt höchstens 1e-9.",
  "check-broken":
    "Die Prüfung „{label}“ schlägt in Periode {period} fehl (Lauf {member}; {count} von {members} Läufen).",
  "outcome-unsupported": "„{name}“ lässt sich vom Pfad eines Laufs nicht erfragen.",
  "outcome-arguments": "{name} kann mit diesen Angaben nichts anfangen.",
  "outcome-one-value":
    "{name} von einem einzigen Wert ist dieser Wert, Periode für Periode; über einen ganzen Lauf heißt es {instead}(…).",
  "outcome-date": "{name} liegt außerhalb der Zeit des Modells.",
  "outcome-set": "Das Modell hat keine Dimension oder Menge „{name}“.",
  "outcome-shape":
    "„{name}“ ist eine Zahl je Periode; hier wird eine Zahl je Lauf gebraucht, etwa peak({name}) oder last({name}).",
  "outcome-condition": "„{name}“ ist keine Bedingung; es fehlt ein Vergleich, etwa {name} > 0.5.",
  "outcome-twice": "Zwei Ergebnisse heißen „{name}“; jedes braucht einen eigenen Namen: name = …",
  "bad-runs": "{value} Läufe gehen nicht; möglich sind ganze Zahlen von {least} bis {limit}.",
  "contradictory-scenarios":
    "Die Szenarien „{first}“ und „{second}“ widersprechen sich: Beide setzen {name} in Periode {period}.",
  "replaced-by-scenario":
    "{name} = {value} gilt nicht: Das Szenario „{scenario}“ setzt {name} ab Periode {period} selbst. Ein eigenes Szenario „with {scenario} : {name} = …“ ändert es.",
  "nothing-drawn":
    "Das Modell zieht keinen Parameter, es gibt also nichts zu variieren; Parameter brauchen dafür eine Verteilung (~).",
  "unknown-design": "„{name}“ ist kein Versuchsplan; es gibt: {known}.",
  "unknown-band": "„{name}“ ist kein gezogener Parameter.",
  "disk-full":
    "{file} konnte nicht geschrieben werden: {reason}. Die Datei braucht {bytes} Bytes, alles noch zu Rechnende etwa {remaining} Bytes. Halb Geschriebenes liegt nicht herum; --resume macht hier weiter.",
  "folder-not-empty":
    "Der Ordner {folder} ist nicht leer (darin liegt „{name}“) und enthält kein Ensemble; geschrieben wurde nichts.",
  "other-ensemble":
    "Im Ordner {folder} liegt ein anderes Ensemble, vom Modell {model}; verschieden sind: {differences}. Überschrieben wurde nichts; bitte einen anderen Ordner nennen.",
  "other-shards":
    "Im Ordner {folder} liegen Teile eines anderen Ensembles ({name}); überschrieben wurde nichts.",
  "ensemble-exists": "Im Ordner {folder} liegt dieses Ensemble schon; --resume prüft und vervollständigt es.",
  "newer-ensemble": "Den Ordner {folder} hat eine neuere Version geschrieben (Format {format}).",
  "shard-damaged": "{name} ist beschädigt und wird neu berechnet.",
};
