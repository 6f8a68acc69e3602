import type { simulateProblems as english } from "../en/simulate-problems.ts";

/** Probleme: simulate. */
export const simulateProblems: Readonly<Record<keyof typeof english, string>> = {
  "unknown-scenario": "Das Modell hat kein Szenario „{name}“; es hat: {known}.",
  "unknown-parameter": "Das Modell hat keinen Parameter „{name}“.",
  "unknown-output": "Das Modell hat keine Variable „{name}“.",
  "parameter-not-finite": "{name} ist auf {value} gesetzt; nötig ist eine endliche Zahl.",
  "parameter-outside-range": "{name} ist auf {value} gesetzt; das Modell erlaubt {low} bis {high}.",
  "bad-periods": "{value} Perioden lassen sich nicht simulieren, nur ganze Zahlen von 1 bis {limit}.",
  "bad-members": "{value} Läufe lassen sich nicht simulieren, nur ganze Zahlen von 1 bis {limit}.",
  "bad-seed":
    "{value} taugt nicht als Startzahl des Zufalls; nötig ist eine ganze Zahl von 0 bis 9007199254740991.",
  "run-too-large":
    "{members} Läufe, {periods} Perioden und {outputs} Variablen ergeben {size} MB; höchstens {limit} MB werden behalten. Bitte weniger Variablen verlangen.",
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
};
