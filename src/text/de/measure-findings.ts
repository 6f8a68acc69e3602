import type { findingsByMeasure as english } from "../en/measure-findings.ts";

export const findingsByMeasure: Record<keyof typeof english, string> = {
  other: "{subject}: {value} ({period})",
  indexWeight: "{subject}: {value} des Index ({period})",
  marketShare: "{subject} hat {value} von {of} ({period})",
  supplierShare: "{value} dessen, was {subject} kauft, kommt vom größten Lieferanten",
  priceEarnings: "{subject} kostet {value} des Jahresgewinns ({period})",
  priceEarningsPosition: "{subject} steht bei {value} der eigenen Spanne ({period})",
  impliedGrowth: "Der Kurs von {subject} setzt {value} Wachstum voraus ({low} bis {high})",
  yearsToJustify: "{subject} bräuchte {value}, um den Kurs zu verdienen",
  requiredPayback: "{subject}: {value} Umsatz, bis sich das Kapital einmal zurückzahlt",
  requiredAnnuity: "{subject}: {value} sind nötig, damit das Kapital seine Rendite bringt",
  requiredRepeated: "{subject}: {value} sind nötig, wenn sich die Ausgaben wiederholen",
  reportedRevenue: "{subject} meldet {value} ({period})",
  revenueGap: "{subject}: Es fehlen {value}",
  revenueMultiple: "{subject}: Nötig ist das {value}e des gemeldeten Umsatzes",
  growthContribution: "{subject} trägt {value} zum Wachstum bei ({period})",
  growthShare: "{subject} macht brutto {value} des Wachstums aus ({period})",
  growthShareNet: "Ohne Einfuhren macht {subject} {value} des Wachstums aus ({low} bis {high}, {period})",
  realisationChain: "{subject}: {value} der ersten Ankündigung sind übrig",
  economicLife: "{subject} hält am Markt {value}",
  accountingLife: "{subject} schreibt Server über {value} ab",
};
