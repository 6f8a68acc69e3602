/** Headings and sentences of `kreislauf measure` in the terminal. */
export const findings = {
  title: "{title} — what was known on {asOf}, {status}, {window}, {unit}",
  paid: "paid only",
  contracted: "paid or contracted",
  announced: "paid, contracted or announced",
  loops: "Loops, the largest first (certain · expected · possible)",
  loopsNone: "No loop of payments at this status.",
  loopsMore: "… and {count} more (--json)",
  circulation:
    "At most {value} ({share} of all payments) can be called circular; proof: dual bound {bound}, gap {gap}.",
  indices: "Finn cycling index {finn} · loop share {kappa} · incoherence {incoherence}",
  selfFinanced: "Self-financed revenue (certain · proportional · possible, of revenue in the window)",
  realisation: "What became of the announcements",
  concentration: "Concentration",
  marketShares: "Market shares",
  valuation: "Valuation",
  requiredRevenue: "Required revenue",
  growth: "Contribution to growth",
  chipLife: "Life of the chips",
  leverage: "Debt",
  losses: "Losses",
  footprint: "Footprint",
  claims:
    "Statements of the article: {supported} supported, {loose} loose, {contradicted} contradicted, {unverified} unverified",
  supported: "supported",
  loose: "loose",
  contradicted: "contradicted",
  unverified: "unverified",
  leftOut: "{count} ties are in no sum (no amount, in kind, physical unit or no dates); --json lists them.",
  sources:
    "Every number has its sources and what speaks against it: --json, or `kreislauf report {name} --out report.html`.",
} as const satisfies Record<string, string>;
