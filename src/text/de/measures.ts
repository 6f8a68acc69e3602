import type { MethodKey, MethodText, ObjectionKey, PaperKey } from "../en/measures.ts";

export const methods: Record<MethodKey, MethodText> = {
  loops: {
    name: "Kreise von Zahlungen",
    how: "Jede geschlossene Kette von Zahlungen bis zu einer gewählten Länge. Sicher: was auf jeden Fall im Kreis läuft, wie auch immer sich Geld mischt (Fréchet-Schranke). Erwartet: was im Kreis läuft, wenn sich in jeder Kasse das Geld anteilig mischt. Höchstens: die kleinste Zahlung der Kette.",
  },
  circulation: {
    name: "Größte Zirkulation",
    how: "Das meiste Geld, das man kreisend nennen kann: der größte Teil aller Zahlungen, der jede Kasse so voll lässt wie zuvor. Eine gleich große duale Schranke beweist, dass mehr nicht geht; ihre Schichten ordnen die Zeichnung.",
  },
  finnCyclingIndex: {
    name: "Finn-Index",
    how: "Anteil des Geldes in allen Kassen, das schon einmal in derselben Kasse war, wenn sich Geld anteilig mischt.",
  },
  loopShare: {
    name: "Kreisanteil κ",
    how: "Anteil aller Zahlungen zwischen den Beteiligten, der einen Kreis schließt: erwartete Beträge aller Kreise mal ihre Länge, durch alle Zahlungen.",
  },
  incoherence: {
    name: "Inkohärenz F₀",
    how: "Wie weit die Zahlungen davon entfernt sind, Stufe um Stufe abwärts zu laufen: 0, wenn es alle tun, 1, wenn alles im Kreis läuft.",
  },
  core: {
    name: "Stark verbundener Kern",
    how: "Die Beteiligten, die einander alle direkt oder über andere bezahlen und zwischen denen am meisten Geld fließt, und wer davor und dahinter steht.",
  },
  provenance: {
    name: "Woher das Geld kommt",
    how: "Anteil jeder äußeren Quelle an dem Geld, das durch einen Beteiligten fließt, anteilig durch alle Kassen zurückverfolgt; die Anteile ergeben zusammen eins.",
  },
  dependence: {
    name: "Abhängigkeit",
    how: "Anteil am Geld eines Beteiligten, der zuvor durch einen anderen geflossen ist und ohne ihn fehlen würde (hypothetische Extraktion).",
  },
  selfFinanced: {
    name: "Selbst finanzierter Umsatz",
    how: "Wie viel von dem, was ein Beteiligter verleiht und investiert, als eigener Umsatz zurückkommt. Höchstens und sicher sind größte Flüsse, anteilig ist ein lineares Gleichungssystem.",
  },
  bookInflation: {
    name: "Doppelt gezählter Wert",
    how: "Summe der Werte von Firmen, die einander teilweise gehören, durch den Teil davon, der außerhalb der Gruppe gehalten wird.",
  },
  indexWeight: {
    name: "Gewicht im Index",
    how: "Der genannte Anteil der Gruppe am Wert eines Index, ein Ergebnis je Datum.",
  },
  indexWeightChange: {
    name: "Veränderung des Gewichts",
    how: "Das letzte Gewicht durch das früheste.",
  },
  weightToEarnings: {
    name: "Gewicht gegen Gewinn",
    how: "Anteil am Wert des Index durch Anteil an seinen Gewinnen.",
  },
  topShare: {
    name: "Anteil der Größten",
    how: "Börsenwert der k größten Firmen durch den aller Firmen, deren Wert das Dossier nennt.",
  },
  herfindahl: {
    name: "Herfindahl-Hirschman-Index",
    how: "Summe der quadrierten Anteile, zwischen 0 (viele Kleine) und 1 (ein Einziger).",
  },
  effectiveNumber: {
    name: "Effektive Zahl",
    how: "Eins durch den Herfindahl-Hirschman-Index: So viele gleich Große wären ebenso konzentriert.",
  },
  payersDirect: {
    name: "Konzentration der direkten Zahler",
    how: "Herfindahl-Hirschman-Index der Einnahmen eines Beteiligten nach dem, der sie ihm direkt zahlt.",
  },
  payersUltimate: {
    name: "Konzentration der letzten Zahler",
    how: "Herfindahl-Hirschman-Index derselben Einnahmen nach der äußeren Quelle, aus der sie letztlich kommen.",
  },
  customerBounds: {
    name: "Konzentration der Kunden",
    how: "Aus dem genannten Anteil s der k größten Kunden: Der Index liegt zwischen s²/k und dem größeren von s² und s²/k + (1 − s)s/k.",
  },
  customerShare: {
    name: "Anteil eines Kunden",
    how: "Der genannte Anteil an Aufträgen oder Umsatz; daneben steht, von wem er kommt.",
  },
  marketShare: {
    name: "Marktanteil",
    how: "Der genannte Anteil; daneben steht, woran.",
  },
  revenueShare: {
    name: "Umsatzanteil unter den verglichenen Firmen",
    how: "Jahresumsatz einer Firma mit einer Sache durch den aller Firmen, für die das Dossier ihn in überlappenden Jahren nennt.",
  },
  supplierShare: {
    name: "Abhängigkeit vom Lieferanten",
    how: "Anteil der Käufe, Mieten und Vorauszahlungen eines Beteiligten im Fenster, der an seinen größten Lieferanten geht.",
  },
  priceEarnings: {
    name: "Kurs-Gewinn-Verhältnis",
    how: "Kurs durch Gewinn wie genannt, oder Börsenwert durch den letzten Jahresgewinn.",
  },
  priceEarningsPosition: {
    name: "KGV in seiner eigenen Spanne",
    how: "Wo das Verhältnis zwischen dem niedrigsten (0 %) und dem höchsten Wert (100 %) steht, den unabhängige Quellen im Dossier für dieselbe Sache nennen.",
  },
  seriesPosition: {
    name: "Rang in der eigenen Geschichte",
    how: "Anteil aller früheren Werte der Reihe, die niedriger sind.",
  },
  priceSales: {
    name: "Kurs-Umsatz-Verhältnis",
    how: "Wert der Firma durch den letzten Jahresumsatz.",
  },
  impliedGrowth: {
    name: "Wachstum, das im Preis steckt",
    how: "Das jährliche Gewinnwachstum über den Zeitraum, bei dem die abgezinsten Gewinne den Preis ergeben (umgekehrte Abzinsung), durch Halbieren gefunden. Die Spanne kommt von einem um einen Punkt niedrigeren und höheren Zins.",
  },
  yearsToJustify: {
    name: "Jahre bis zur Rechtfertigung",
    how: "Jahre mit dem angegebenen Wachstum, danach mit dem Endwachstum, bis die abgezinsten Gewinne den Preis erreichen.",
  },
  priceAboveValue: {
    name: "Preis über dem Wert",
    how: "Börsenwert abzüglich der abgezinsten Gewinne unter den genannten Annahmen: der Teil des Preises, der auf mehr als diesen beruht.",
  },
  requiredPayback: {
    name: "Nötiger Umsatz, einmal zurückgezahlt",
    how: "Kapital durch Bruttomarge: aller Umsatz, der über die Lebensdauer des Kapitals hereinkommen muss, ohne jede Rendite.",
  },
  requiredAnnuity: {
    name: "Nötiger Umsatz je Lebensjahr des Kapitals",
    how: "Kapital mal Annuität r / (1 − (1 + r)⁻ᴸ), durch Bruttomarge: Umsatz in jedem Jahr der Lebensdauer L bei Rendite r.",
  },
  requiredRepeated: {
    name: "Nötiger Umsatz je Jahr bei wiederholten Ausgaben",
    how: "Die Annuität von so vielen Jahresausgaben, wie das Kapital lebt: Umsatz in jedem Jahr, sobald sich die Ausgaben wiederholen.",
  },
  requiredPerpetuity: {
    name: "Nötiger Umsatz bei ewiger Rendite",
    how: "Kapital mal verlangte Rendite durch Bruttomarge, als ob das Kapital nie verschliffe.",
  },
  requiredFromChips: {
    name: "Nötiger Umsatz aus dem Chipverkauf",
    how: "Jährlicher Chipverkauf durch den Anteil der Chips an den Kosten eines Rechenzentrums, durch Bruttomarge.",
  },
  requiredStated: {
    name: "Nötiger Umsatz wie genannt",
    how: "Was der Artikel und andere nennen, mit der Grundlage der Aussage: je Jahr oder insgesamt.",
  },
  reportedRevenue: {
    name: "Gemeldeter KI-Umsatz",
    how: "Jahresumsatz der Labore plus hochgerechneter KI-Umsatz der Cloud-Anbieter. Die Summe zählt doppelt, was Labore an Clouds zahlen, und ist darum die großzügigste Lesart; die untere Grenze enthält nur die Labore.",
  },
  revenueGap: {
    name: "Lücke zum gemeldeten Umsatz",
    how: "Nötiger Jahresumsatz abzüglich des gemeldeten.",
  },
  revenueMultiple: {
    name: "Vielfaches des gemeldeten Umsatzes",
    how: "Nötiger Jahresumsatz durch den gemeldeten.",
  },
  growthNeeded: {
    name: "Nötiges Wachstum, falls je Jahr gemeint",
    how: "Jährliches Wachstum, mit dem der gemeldete Umsatz im Zieljahr den nötigen erreicht.",
  },
  growthNeededInTotal: {
    name: "Nötiges Wachstum, falls insgesamt gemeint",
    how: "Jährliches Wachstum, mit dem aller Umsatz bis zum Zieljahr zusammen die nötige Summe ergibt.",
  },
  growthContribution: {
    name: "Beitrag zum Wachstum, brutto",
    how: "Prozentpunkte des Wachstums, die auf KI-Investitionen zurückgehen, wie genannt, ohne Abzug der Importe.",
  },
  growthShare: {
    name: "Anteil am Wachstum, brutto",
    how: "Beitrag durch Wachstum im selben Zeitraum, oder der Anteil wie genannt.",
  },
  growthNet: {
    name: "Beitrag zum Wachstum, ohne Importe",
    how: "Bruttobeitrag mal eins minus Importanteil. Ist keiner genannt, gilt die ganze Rechentechnik als importiert; an der oberen Grenze wird nichts importiert.",
  },
  growthShareNet: {
    name: "Anteil am Wachstum, ohne Importe",
    how: "Nettobeitrag durch Wachstum im selben Zeitraum.",
  },
  realisationChain: {
    name: "Was aus einer Ankündigung wurde",
    how: "Der letzte Betrag einer Kette von Vereinbarungen, die einander ersetzt haben, durch den ersten.",
  },
  realisationSum: {
    name: "Angekündigt, vereinbart und gezahlt",
    how: "Beträge aller Beziehungen, die Geld bewegen und zu einem Datum bekannt waren, nach Stand; Gesamtbeträge, die andere enthalten, bleiben draußen.",
  },
  realisationShare: {
    name: "Gezahlter oder vereinbarter Anteil",
    how: "Der Betrag eines Standes durch alle zum selben Datum bekannten Beträge.",
  },
  accountingLife: {
    name: "Lebensdauer in den Büchern",
    how: "Jahre, über die die Firma ihre Server abschreibt.",
  },
  economicLife: {
    name: "Lebensdauer am Markt",
    how: "Eins durch den Verlust an Wiederverkaufswert im ersten Jahr: die mittlere Lebensdauer, wenn der Wert jedes Jahr um denselben Teil fällt.",
  },
  rentalDecline: {
    name: "Fall des Mietpreises",
    how: "Der letzte Mietpreis durch den frühesten, minus eins.",
  },
  depreciationGap: {
    name: "Aufgeschobene Abschreibungen",
    how: "Jahresausgaben mal der Unterschied zwischen eins durch die Lebensdauer am Markt und eins durch die in den Büchern.",
  },
  capexToDepreciation: {
    name: "Investitionen durch Abschreibungen",
    how: "Investitionen durch Abschreibungen im selben Jahr; 1, wenn nur ersetzt wird.",
  },
  debtToRevenue: {
    name: "Schulden durch Umsatz",
    how: "Ausstehende Schulden durch den letzten Jahresumsatz.",
  },
  debtToCashFlow: {
    name: "Schulden durch Mittelzufluss",
    how: "Ausstehende Schulden durch den letzten jährlichen Mittelzufluss aus dem Geschäft.",
  },
  interestShare: {
    name: "Zinsen vom Umsatz",
    how: "Zinsaufwand durch Umsatz desselben Zeitraums.",
  },
  capexToCashFlow: {
    name: "Investitionen durch Mittelzufluss",
    how: "Investitionen durch Mittelzufluss aus dem Geschäft desselben Jahres; über 100 % braucht es fremdes Geld.",
  },
  loss: {
    name: "Verluste, jede Art für sich",
    how: "Mittelabfluss, Betriebsverlust und Reinverlust wie genannt; es sind verschiedene Größen, die nicht addiert werden.",
  },
  lossToRevenue: {
    name: "Verlust durch Umsatz",
    how: "Der Verlust durch den Umsatz desselben Jahres.",
  },
  footprintStated: {
    name: "Verbrauch und Emissionen wie genannt",
    how: "Was die Quellen nennen, mit ihren Grenzen.",
  },
  chipElectricity: {
    name: "Strom der ausgelieferten Chips",
    how: "Ausgelieferte Chips mal Leistung mal Auslastung mal Mehrverbrauch des Gebäudes (PUE), über ein Jahr.",
  },
  carbonFromElectricity: {
    name: "Emissionen aus Strom",
    how: "Strom mal CO₂-Intensität; die Spanne umfasst alle Werte, die für dasselbe Land genannt sind.",
  },
  waterOnSite: {
    name: "Wasser am Standort",
    how: "Strom mal Wasser je Kilowattstunde; die Spanne umfasst alle genannten Werte.",
  },
  embodiedCarbon: {
    name: "Emissionen der Chipherstellung",
    how: "Ausgelieferte Chips mal Emissionen, die in einem stecken.",
  },
  chipWaste: {
    name: "Masse der ausgelieferten Chips",
    how: "Ausgelieferte Chips mal Masse eines Moduls: der spätere Elektroschrott allein aus diesen.",
  },
  claim: {
    name: "Geprüfte Aussage",
    how: "Jede Prüfung vergleicht das Gesagte mit Zahlen, die zum Datum bekannt waren. Widerlegt: Eine entscheidende Prüfung scheitert an allen Belegen. Gestützt: Jede Prüfung besteht an allen. Unbelegt: Es gibt keinen zählbaren Beleg. Ungenau: alles andere.",
  },
};

export const papers: Record<PaperKey, string> = {
  cycles:
    "Qian & Qian 1982, Zeitschrift für Wahrscheinlichkeitstheorie 59; Kalpazidou 2006, Cycle Representations of Markov Processes; Aufzählung nach Johnson 1975, SIAM Journal on Computing 4",
  agony: "Gupte, Shankar, Li, Muthukrishnan & Iftode 2011, WWW; Homs-Dones u. a. 2025, arXiv 2506.12546",
  finn: "Finn 1976, Journal of Theoretical Biology 56",
  trophic: "MacKay, Johnson & Sansom 2020, Royal Society Open Science 7",
  bowTie: "Broder u. a. 2000, Computer Networks 33",
  leontief: "Leontief 1936, Review of Economics and Statistics 18; Ghosh 1958, Economica 25",
  extraction: "Dietzenbacher, van der Linden & Steenge 1993, Economic Systems Research 5",
  maximumFlow:
    "Ford & Fulkerson 1956, Canadian Journal of Mathematics 8; Schranken für Kreislauf hergeleitet",
  crossHoldings:
    "Brioschi, Buzzacchi & Colombo 1989, Journal of Banking & Finance 13; Elliott, Golub & Jackson 2014, American Economic Review 104",
  herfindahl:
    "Herfindahl 1950, Concentration in the Steel Industry; Hirschman 1964, American Economic Review 54",
  hhiBounds: "Schranken für Kreislauf aus der Konvexität hergeleitet",
  ratio: "Einfaches Verhältnis belegter Zahlen",
  stated: "Wie von den Quellen genannt",
  reverseDcf:
    "Gordon & Shapiro 1956, Management Science 3; Rappaport & Mauboussin 2001, Expectations Investing",
  annuity: "Annuitätenfaktor: Grant 1930, Principles of Engineering Economy",
  sequoia: "Cahn 2024, AI's $600B Question (Sequoia Capital)",
  growthAccounting:
    "Wachstumsbeitrag wie in der Volkswirtschaftlichen Gesamtrechnung: System of National Accounts 2008, Kap. 15",
  geometric: "Hulten & Wykoff 1981, Journal of Econometrics 15",
  footprint: "Masanet, Shehabi, Lei, Smith & Koomey 2020, Science 367",
  claims: "Intervallrechnung: Moore 1966, Interval Analysis",
};

export const objections: Record<ObjectionKey, string> = {
  proportional:
    "Dass Geld sich anteilig mischt, ist eine Zuschreibung, keine Beobachtung; nur der sichere und der höchste Betrag gelten ohne sie.",
  missingTies:
    "Zahlungen, die niemand offengelegt hat, fehlen. Mehr bekannte Einnahmen von außen würden weniger davon kreisen lassen.",
  announced:
    "Vieles ist nur angekündigt oder an Bedingungen geknüpft, und manches wurde später gekürzt; man lese dasselbe beim Stand „gezahlt“.",
  assumedDates:
    "Wo keine Quelle die Zahlungen datiert, sind sie gleichmäßig auf eine angenommene Laufzeit verteilt; andere Daten verschieben Beträge zwischen den Jahren.",
  normalTrade:
    "Lieferanten und Kunden bezahlen einander in jeder Branche; ein Kreis allein beweist keinen Scheinumsatz.",
  oneWindow:
    "Die Zahl gilt für ein Fenster, einen Stand und eine Einheit; ein anderes Fenster ergibt eine andere.",
  longLoops: "Kreise über der gesuchten Länge fehlen in der Summe; der Anteil ist dann eine untere Grenze.",
  extraction:
    "Jemanden wegzudenken setzt voraus, dass niemand einspringt; Kunden und Geldgeber sind oft ersetzbar.",
  bookNotMoney:
    "Doppeltes Zählen bläht Summen von Werten auf, nicht den Preis einer einzelnen Aktie; der Markt kann das durchschauen.",
  staleValues:
    "Werte nicht notierter Firmen stammen aus ihrer letzten Finanzierungsrunde, von wenigen Käufern zu besonderen Bedingungen.",
  notAllFirms: "Verglichen sind nur Firmen im Dossier; mit mehr Firmen wäre jeder Anteil kleiner.",
  concentrationEarned:
    "Große Gewichte können auf großen Gewinnen beruhen; Konzentration allein zeigt nicht, dass Preise falsch sind.",
  differentSeries:
    "Gruppe und Index werden verschieden abgegrenzt; genannte Gewichte weichen binnen Tagen um mehrere Punkte ab.",
  customersNotNamed:
    "Geschäftsberichte nennen den Anteil der größten Kunden, nicht, wer sie sind; es können Zwischenhändler sein.",
  marketDrawn:
    "Ein Anteil hängt davon ab, wie der Markt abgegrenzt ist; eigene Chips der Clouds zählen oft nicht mit.",
  substitutes:
    "Es gibt Rivalen mit vereinbarter Leistung; ein hoher Anteil heute ist kein dauerndes Monopol.",
  fiscalYears:
    "Geschäftsjahre decken sich nicht; wer schnell wächst, wirkt umso größer, je später sein Jahr endet.",
  growthJustifies:
    "Ein hohes Verhältnis kann stimmen, wenn Gewinne schnell wachsen; das erwartete KGV derselben Firma ist niedriger.",
  shortRange:
    "Die Spanne im Dossier umfasst wenige Tage; eine längere Geschichte ergäbe einen anderen Platz.",
  otherRates:
    "Ein anderer Zins, eine andere Ausschüttung, Marge oder Dauer verändern das Ergebnis stark; die Optionen zeigen, wie sehr.",
  oneYearEarnings: "Der Gewinn eines Jahres kann am Gipfel liegen oder durch Einmaliges gedrückt sein.",
  notPredicting: "Das Wachstum im Preis sagt, was geschehen müsste, nicht, ob es geschieht.",
  marginUnknown:
    "Welche Marge KI-Dienste abwerfen werden, weiß niemand; bei doppelter Marge genügt der halbe Umsatz.",
  capitalElsewhere:
    "Ein Teil der Ausgaben dient anderem als KI und fiele ohnehin an (Cloud, Suche, Werbung).",
  costSavings: "Eine Firma kann an KI verdienen, indem sie Kosten spart; das zeigt sich in keinem Umsatz.",
  basisUnclear:
    "Viele Aussagen lassen offen, ob sie ein Jahr oder eine Summe von Jahren meinen und welche Rendite; gleiche Zahlen können verschiedene Größen sein.",
  doubleCounting: "Was ein Labor einer Cloud zahlt, zählt bei beiden als Umsatz.",
  growthRevised: "Wachstumszahlen werden revidiert; Beiträge einzelner Quartale schwanken stark.",
  importsUnknown:
    "Keine Quelle nennt, wie viel der Technik importiert ist; Nettobeiträge sind Grenzen, keine Messungen.",
  withoutInvestment:
    "Ohne KI-Investitionen wären Geld und Leute anderswohin gegangen; ein Beitrag ist keine Ursache.",
  stillOpen: "Laufzeiten sind noch nicht zu Ende; was heute nicht gezahlt ist, kann noch gezahlt werden.",
  selection:
    "Bekannt sind Ankündigungen, die öffentlich geändert wurden; still aufgegebene oder eingehaltene kennt man nicht.",
  resaleThin:
    "Wiederverkaufs- und Mietpreise kommen aus dünnen Märkten für ältere Chips und sind zeitweise wieder gestiegen.",
  cascading:
    "Ältere Chips übernehmen einfachere Arbeit (Inferenz); sie können länger verdienen, als ihr erster Einsatz dauert.",
  taxAccounting:
    "Lebensdauern in den Büchern folgen Regeln, die Prüfer anerkennen; am Geldfluss ändern sie nichts.",
  debtServiceable:
    "Lange Laufzeiten und vereinbarte Einnahmen können hohe Schulden tragbar machen; Verhältnisse sehen beides nicht.",
  leases:
    "Mieten und ausgelagerte Zweckgesellschaften stehen nicht in den gemeldeten Schulden; die wahre Last ist größer.",
  nonCash:
    "Reinverluste enthalten Posten ohne Geldfluss (Umbewertungen, Aktien für Beschäftigte); der Mittelabfluss ist die engere Zahl.",
  growthPhase: "Junge Firmen machen oft absichtlich Verlust, solange sie wachsen.",
  allDataCentres: "Zahlen zu Rechenzentren enthalten anderes als KI; deren Anteil ist geschätzt.",
  marketBased: "Mit zugekauftem Grünstrom melden Firmen weniger Emissionen, als ihr Netz verursacht.",
  siteDiffers: "Wasser und CO₂ unterscheiden sich nach Ort und Jahreszeit stärker als nach Firma.",
  proxyMass: "Die Masse eines Moduls steht für alles; Schränke, Kühlung und Kabel sind nicht dabei.",
  utilisationAssumed: "Wie stark die Chips ausgelastet sind, ist angenommen; niemand meldet es.",
  evidenceChosen:
    "Welche Zahlen eine Aussage prüfen, haben wir ausgewählt; eine andere Auswahl trifft, wer claims.yaml ändert.",
  evidenceDated: "Das Urteil gilt für das, was am Stichtag bekannt war; spätere Belege können es umkehren.",
};
