import type { ledgerProblems as english } from "../en/ledger-problems.ts";

export const ledgerProblems: Record<keyof typeof english, string> = {
  "mixed-status":
    "Zahlungen mit Stand „{one}“ und „{other}“ lassen sich nicht addieren; bitte einen Stand wählen.",
  "mixed-windows":
    "Zahlungen aus {one} und aus {other} lassen sich nicht addieren; bitte ein Fenster wählen.",
  "mixed-units": "Zahlungen in {one} und in {other} lassen sich nicht addieren; bitte erst umrechnen.",
  "total-exceeded":
    "Die bekannten Zahlungen bei {actor} ergeben {known} {unit}, mehr als die Summe {total} {unit} von „{flow}“; für die Außenwelt bleibt nichts.",
  "circuit-empty": "Keine Zahlung zwischen Akteuren fällt beim Stand „{status}“ in {window}.",
};
