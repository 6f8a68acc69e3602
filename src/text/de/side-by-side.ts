import type { sideBySide as english } from "../en/side-by-side.ts";

/** Dieselben Mittel im Boom-Modell und in einem Plan. */
export const sideBySide: Readonly<Record<keyof typeof english, string>> = {
  title: "Dieselben Mittel, im Boom ({boom}, {year}) und im Plan ({economy}):",
  boomColumn: "Boom",
  planColumn: "KI im Plan",
  todayColumn: "Ganze Wirtschaft heute",
  freedColumn: "Durch den Plan frei",
  line: "{name} ({unit}): Boom {boom}; KI im Plan {plan}; ganze Wirtschaft heute {today}; durch den Plan frei {freed}",
  share: "{share} von allem",
  shareOfToday: "({share} von allem heute)",
  chartTitle: "Mittel im Boom und im Plan",
  chartNote: "Jedes Mittel hat seinen eigenen Maßstab; der längste Balken ist seine größte Zahl.",
  yearOfBoom: "Jahr des Booms",
  resourcesLead:
    "Aus dem mittleren Verlauf des Boom-Modells ohne Szenarien und aus diesem Plan. Wo die Daten keine Zahl hergeben, steht der Grund an ihrer Stelle.",
  resource: "Mittel",
  how: "Formel und Quelle",

  investment: "Investitionen",
  hours: "Arbeitsstunden",
  electricity: "Strom",
  compute: "Rechner",
  chips: "KI-Chips in Betrieb",
  operation: "Emissionen des Betriebs",
  embodied: "Emissionen des Baus",
  manufacture: "Emissionen der Chipherstellung",
  water: "Wasser",
  scrap: "Elektroschrott",

  unitMoney: "Mio. {currency} im Jahr",
  unitHours: "Mio. Stunden im Jahr",
  unitElectricity: "TWh im Jahr",
  unitCompute: "GW",
  unitChips: "Mio.",
  unitMegatonnes: "Mt CO₂e im Jahr",
  unitWater: "Mio. m³ im Jahr",
  unitScrap: "Mt im Jahr",

  noteInvestment:
    "Der Boom zählt Geld von {year} und was amerikanische Konzerne weltweit investieren; die Konten zählen in Preisen von {economyYear}. Nichts ist preisbereinigt. Der Plan baut Rechner (K) zu Kosten c, die n Jahre halten; gezeigt ist das Mittel seiner Jahre ohne das letzte.",
  noteHours:
    "Arbeitswerte λ der Konten mal d, dem, woraus Rechner und ihre Gebäude bestehen, als wäre alles im Land mit der Technik von {economyYear} gemacht. Was der Plan frei macht, kommt aus allen seinen Zielen und Techniken: Stunden H des letzten Jahres, Woche w, heute w₀. Wer anderes gelernt hat und anderswo wohnt, wechselt nicht einfach die Arbeit.",
  noteHoursMix:
    "Diese Konten sagen nicht, woraus Rechner bestehen: Der Arbeitswert aller Investitionen steht dafür. Preise von {economyYear}, nichts ist preisbereinigt.",
  noteElectricity:
    "Boom: KI-Rechenzentren weltweit bei einer angenommenen Auslastung. Plan: Rechner, die das ganze Jahr voll laufen, also höchstens so viel.",
  noteCompute:
    "Boom: Leistung, die alle Chips in Betrieb ziehen können, im Mittel des Jahres, auch die ausländischer Käufer, die in den Investitionen oben fehlen. Plan: das meiste in einem Jahr; der heutige Stand ist eine Annahme des Plans.",
  noteChips:
    "Am Ende des Jahres, weltweit. Ein Plan für ganze Branchen zählt Rechner in GW und Geld, nicht in Stück.",
  noteOperation:
    "Boom: Strom weltweit mal ein CO₂-Faktor, der sinkt. Wirtschaft: alle Emissionen eines Landes samt Haushalten.",
  noteEmbodied:
    "Emissionen nach den Konten in dem, woraus Rechner und ihre Gebäude bestehen, als wäre es im Land gemacht. Chips aus dem Ausland können mehr verursachen.",
  noteManufacture:
    "Die eigene Zählung des Boom-Modells, ein Wert je Chip. Sie ist ein Teil der Zeile darüber, anders gezählt: nicht zusammenzählen.",
  noteWater:
    "Boom: verbrauchtes Kühlwasser. Wirtschaft: entnommenes Wasser, das meist zurückfließt, Kraftwerke eingeschlossen. Das ist nicht dasselbe Wasser.",
  noteScrap: "Vom Modell aus dem Verschleiß gezählt.",

  missingInvented:
    "„{economy}“ ist für den Unterricht erfunden: Sein Geld sind keine Dollar, und seine Stunden hat niemand gearbeitet. Neben den wirklichen Boom lässt sich davon nichts stellen.",
  missingCurrency:
    "Der Boom kommt auf {amount} Mio. {from}; die Konten zählen in {currency}, und einen Wechselkurs enthalten die Daten nicht.",
  missingNeedsMoney: "Folgt aus den Investitionen, die in {from} und nicht in {currency} vorliegen.",
  missingPlan: "Es gibt keinen Plan zum Vergleichen.",
  missingCompute: "Zu diesen Konten gehört keine Technik, die Rechner nutzt.",
  missingYears: "Ein Plan über ein Jahr zeigt keinen Bau.",
  missingPersons: "Diese Konten sagen nicht, wie viele Menschen arbeiten.",
  missingMeans: "Investitionen sind Mittel des Plans; frei werden Stunden, nicht Geld.",
  missingElectricity:
    "Die Konten führen Strom, Gas und Wasser zusammen als Geld und Energie dort, wo sie gewonnen wird; TWh Strom nennen sie nicht.",
  missingUse: "Der Plan nutzt sie, er setzt sie nicht frei.",
  missingChips: "Die Konten kennen keine Stückzahlen, nur Geld.",
  missingUtilities: "Sie stecken in den Emissionen der Versorger und werden nicht eigens gezählt.",
  missingInRunning: "Sie sind Teil der Emissionen in der Zeile des Betriebs.",
  missingCounted: "Sie sind in der Zeile des Baus gezählt.",
  missingAccount: "Ein solches Konto gibt es hier nicht.",
  missingWater: "Es steckt im Wasser der Versorger und wird nicht eigens gezählt.",
  missingScrap: "Die Konten führen gefährliche Abfälle der Branchen; das ist etwas anderes.",
};
