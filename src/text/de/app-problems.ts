import type { appProblems as english } from "../en/app-problems.ts";

export const appProblems: Record<keyof typeof english, string> = {
  "address-version":
    "Dieser Link hat die Version {value}, die dieses Kreislauf nicht kennt; seine Einstellungen wurden weggelassen.",
  "address-screen": "Eine Seite „{value}“ gibt es nicht; es gibt: {wanted}.",
  "address-parameter": "Der Link nennt „{key}“; das gibt es nicht und wurde weggelassen.",
  "address-value": "„{value}“ geht für „{key}“ nicht ({wanted}); gezeigt wird die Vorgabe.",
  "fixed-changed":
    "Dieser Link wurde als {fixed} festgehalten; mit den Daten von heute wäre er {now}. Seither hat sich eine Zahl, eine Methode oder das Dossier geändert.",
  "dossier-unknown": "Ein Dossier „{name}“ gibt es nicht; es gibt: {known}. Gezeigt wird das erste.",
  "worker-died":
    "Die Rechnung ist abgebrochen ({reason}). Ihre Eingaben bleiben; mit der nächsten Änderung geht es weiter.",
  "server-gone": "Der Server antwortet nicht. Was schon geladen ist, geht weiter.",
  "storage-full": "Im Browser ist kein Platz mehr; „{name}“ bleibt nur, bis Sie diese Seite schließen.",
  "storage-denied":
    "Ihr Browser behält nichts für Kreislauf (privates Fenster oder gesperrter Speicher); „{name}“ bleibt nur, bis Sie diese Seite schließen.",
  "storage-damaged":
    "Was dieser Browser als „{name}“ behalten hat, ist beschädigt und lässt sich nicht lesen; alles andere ist da.",
  "drop-not-text": "„{name}“ ist kein Text in UTF-8.",
  "drop-too-large": "„{name}“ hat {size} Bytes; gelesen werden höchstens {limit}.",
  "economy-not-kept":
    "Ihr Browser hat keinen Platz mehr für „{name}“ (oder behält nichts, wie in einem privaten Fenster); sie wurde nicht geöffnet.",
  "drop-ballots":
    "„{name}“ enthält Stimmzettel: Öffnen Sie die Datei unter „Planen“, „Abstimmen“; dort werden sie gezählt.",
  "drop-series":
    "„{name}“ ist keine Tabelle eines Dossiers oder einer Volkswirtschaft (Spalten: {columns}). Eine Reihe von Kursen untersucht `kreislauf explosive {name}`; Zahlen gehören in `figures.csv` eines Dossiers.",
  "drop-unknown":
    "„{name}“ kennt Kreislauf nicht; es liest ein Dossier oder eine Volkswirtschaft (Ordner), ein Modell (.kl), Ziele (.yaml), eine Tabelle (.csv) oder eine Abstimmung (.pb).",
  "picture-failed": "Dieser Browser konnte aus der Zeichnung kein PNG machen; das SVG lässt sich speichern.",
};
