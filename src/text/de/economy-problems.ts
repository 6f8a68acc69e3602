import type { economyProblems as english } from "../en/economy-problems.ts";

/** Probleme von Volkswirtschaften: Tabellen, die nicht zusammenpassen, Techniken, die es nicht geben kann. */
export const economyProblems: Readonly<Record<keyof typeof english, string>> = {
  "no-such-economy":
    "„{name}“ ist weder ein Ordner noch eine eingebaute Volkswirtschaft; eingebaut: {known}.",
  "unknown-product": "Ein Produkt „{name}“ gibt es nicht.",
  "unknown-industry": "Eine Branche „{name}“ gibt es nicht.",
  "unknown-purpose": "Einen Verwendungszweck „{name}“ gibt es nicht.",
  "row-missing": "Die Zeile „{name}“ fehlt.",
  "doubled-cell": "{row} × {column} steht schon in Zeile {line}.",
  "negative-quantity": "{column} kann nicht unter null liegen ({value}).",
  "share-above-one": "{column} ist {value}; ein Anteil liegt zwischen 0 und 1.",
  "product-disagrees":
    "{name}: {left} Mio. werden hergestellt und eingeführt, {right} Mio. verwendet; der Unterschied ist {difference} Mio. ({percent} %).",
  "sector-disagrees":
    "{name}: Die Produktion ist {left} Mio., Vorleistungen und Wertschöpfung sind {right} Mio.; der Unterschied ist {difference} Mio. ({percent} %).",
  "make-disagrees":
    "{name}: Die Produktion ist {left} Mio., die hergestellten Produkte ergeben {right} Mio.; der Unterschied ist {difference} Mio. ({percent} %).",
  "product-unmade": "Niemand stellt {name} her oder führt es ein, aber {users} Branchen brauchen es.",
  "inputs-without-output": "{name} braucht Vorleistungen von {inputs} Mio., stellt aber nichts her.",
  "eats-more-than-it-makes":
    "Die Branchen verbrauchen zusammen mehr, als sie herstellen (Spektralradius {radius}, er muss unter 1 liegen); am schwersten wiegt {name} mit Vorleistungen von {inputs} je Einheit.",
};
