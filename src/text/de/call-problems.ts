import type { callProblems as english } from "../en/call-problems.ts";

export const callProblems: Record<keyof typeof english, string> = {
  "file-missing": "Die Datei {file} fehlt.",
  "file-too-large": "Die Datei {file} hat {size} Bytes; gelesen werden höchstens {limit}.",
  "too-many-files": "Der Ordner hat mehr als {limit} Dateien; der Rest wurde nicht gelesen.",
  "not-utf8": "Die Datei {file} ist ab Byte {byte} kein UTF-8; bitte als UTF-8 speichern.",
  "no-such-dossier": "„{name}“ ist weder ein Ordner noch ein eingebautes Dossier; eingebaut sind: {known}.",
  "no-such-schema": "Ein Schema namens „{name}“ gibt es nicht; es gibt: {known}.",
  "unknown-command": "Einen Befehl „{name}“ gibt es nicht.",
  "unknown-option": "Eine Option „{name}“ gibt es nicht.",
  "missing-argument": "Das Argument <{name}> fehlt.",
  "missing-option-value": "Die Option {name} braucht einen Wert.",
  "surplus-argument": "„{name}“ ist ein Argument zu viel.",
  "bad-option-value": "{option} kann nicht „{value}“ sein; möglich ist: {wanted}.",
  "cannot-write": "In {file} wurde nichts geschrieben: {reason}.",
  "port-in-use": "Port {port} von {host} ist belegt; mit --port lässt sich ein anderer nennen.",
  "cannot-listen":
    "An {host}, Port {port}, lässt sich nicht lauschen; mit --host oder --port lässt sich anderes nennen.",
  "our-fault":
    "Das ist unser Fehler, nicht Ihrer: {reason}. Bitte melden Sie ihn mit dem Befehl, den Sie aufgerufen haben; KREISLAUF_DEBUG=1 oder --json zeigt mehr.",
  "api-value": "„{path}“ passt nicht: {wanted}.",
  "api-full": "Zu viele Anfragen warten; bitte in {seconds} Sekunden noch einmal.",
  "api-time":
    "Die Rechnung hat länger als 10 Sekunden gedauert und wurde beendet; weniger Läufe, Perioden oder Ausgaben verlangen.",
  "api-memory":
    "Die Rechnung brauchte mehr Speicher, als einer Anfrage zusteht, und wurde beendet; weniger Läufe oder Ausgaben verlangen.",
  "picture-missing": "Von {path} gibt es kein Bild.",
  "page-missing": "Unter {path} gibt es keine Seite.",
  "method-refused": "{path} lässt sich nicht mit {method} aufrufen.",
  "request-refused": "Die Anfrage wurde abgelehnt: {reason}.",
  "output-or-discover": "--output und --discover gehen nicht zusammen; eines von beiden genügt.",
};
