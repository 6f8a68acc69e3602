import type { economy as english } from "../en/economy.ts";

/** Überschriften und Sätze über Volkswirtschaften und ihre Rechnung in Arbeitszeit. */
export const economy: Readonly<Record<keyof typeof english, string>> = {
  checkedFine: "{name}: keine Probleme ({sectors} Branchen, {products} Produkte, {year}).",
  identities: "Buchungsgleichungen, größte Abweichung in Mio. {currency}:",
  productRows: "Produkte (hergestellt und eingeführt = verwendet)",
  sectorColumns: "Branchen (Produktion = Vorleistungen + Wertschöpfung)",
  makeRows: "Herstellung (Produktion = Summe der Produkte)",
  domesticProduct: "Bruttoinlandsprodukt, Entstehung − Verwendung",
  domesticProductValue: "{income} − {expenditure} = {difference}",
  residual: "{difference} ({id})",
  radius: "Spektralradius der Vorleistungen · davon im Inland",
  title: "{title} – Arbeitswerte von {count} Produkten, Stunden je 1.000 {currency}",
  titleTop: "{title} – die {top} höchsten Arbeitswerte von {count} Produkten, Stunden je 1.000 {currency}",
  product: "Produkt",
  direct: "direkt",
  inputs: "Vorleistungen",
  capital: "Anlagen",
  value: "Wert",
  injuries: "Unfälle/Mio.",
  ghg: "THG",
  energy: "Energie",
  water: "Wasser",
  importsAsMadeHere: "Einfuhren sind bewertet, als wären sie mit den Techniken im Inland hergestellt.",
  importsLeftOut: "Einfuhren zählen nicht: Gezählt wird nur die Arbeit im Inland.",
  importsExchange:
    "Einfuhren sind mit den Ausfuhren bewertet, die sie bezahlen: {hours} Stunden je 1.000 {currency} Einfuhren.",
  capitalUnknown:
    "Verschlissene Anlagen sind nicht gezählt: Zu dieser Volkswirtschaft fehlen Investitionsverflechtung oder Abschreibungen.",
  totals:
    "Insgesamt {hours} Mio. Stunden, {persons}; mittlerer Arbeitswert {mean} Stunden je 1.000 {currency}.",
  persons: "{persons} Tausend Personen",
  personsUnknown: "Personen nicht bekannt",
  reservations: "Was die Zahlen nicht wissen können:",
  source: "Quellen und alle Produkte: --json",
};
