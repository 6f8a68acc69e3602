import type { findings as english } from "../en/findings.ts";

export const findings: Record<keyof typeof english, string> = {
  title: "{title} – was am {asOf} bekannt war, {status}, {window}, {unit}",
  paid: "nur gezahlt",
  contracted: "gezahlt oder vereinbart",
  announced: "gezahlt, vereinbart oder angekündigt",
  loops: "Kreise, der größte zuerst (sicher · erwartet · höchstens)",
  loopsNone: "Bei diesem Stand schließt sich kein Kreis von Zahlungen.",
  loopsMore: "… und {count} weitere (--json)",
  circulation:
    "Höchstens {value} ({share} aller Zahlungen) laufen im Kreis; Beweis: duale Schranke {bound}, Lücke {gap}.",
  indices: "Finn-Index {finn} · Kreisanteil {kappa} · Inkohärenz {incoherence}",
  selfFinanced: "Selbst finanzierter Umsatz (sicher · anteilig · höchstens, vom Umsatz im Fenster)",
  realisation: "Was aus den Ankündigungen wurde",
  concentration: "Konzentration",
  marketShares: "Marktanteile",
  valuation: "Bewertung",
  requiredRevenue: "Nötiger Umsatz",
  growth: "Beitrag zum Wachstum",
  chipLife: "Lebensdauer der Chips",
  leverage: "Schulden",
  losses: "Verluste",
  footprint: "Fußabdruck",
  claims:
    "Aussagen des Artikels: {supported} gestützt, {loose} ungenau, {contradicted} widerlegt, {unverified} unbelegt",
  supported: "gestützt",
  loose: "ungenau",
  contradicted: "widerlegt",
  unverified: "unbelegt",
  leftOut: "{count} Beziehungen sind in keiner Summe ({reasons}); --json nennt sie.",
  provenance: "Woher das Geld letztlich kommt, wenn es sich anteilig mischt",
  articleSays: "Angabe des Artikels",
  sources:
    "Zu jeder Zahl gibt es Quellen und Gegengründe: --json oder `kreislauf report {name} --out bericht.html`.",
};
