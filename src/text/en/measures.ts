/** What a measure is called and how it is found. */
export interface MethodText {
  readonly name: string;
  readonly how: string;
}

/** Every method by the key that results carry in `method` (and lists of results in `measure`). */
export const methods = {
  loops: {
    name: "Loops of payments",
    how: "Every closed chain of payments up to a given length. Certain: what must go round however money is mixed (Fréchet bound). Expected: what goes round if every purse mixes its money in proportion. Possible: the smallest payment of the chain.",
  },
  circulation: {
    name: "Greatest circulation",
    how: "The most money that can be called circular: the largest part of all payments that leaves every purse as full as before. A dual bound of the same size proves that more is impossible; its layers order the drawing.",
  },
  finnCyclingIndex: {
    name: "Finn cycling index",
    how: "Share of the money passing through all purses that has been in the same purse before, if money mixes in proportion.",
  },
  loopShare: {
    name: "Loop share κ",
    how: "Share of all payments between actors that closes a loop: the expected amounts of all loops times their length, over all payments.",
  },
  incoherence: {
    name: "Incoherence F₀",
    how: "How far payments are from running one step down a hierarchy: 0 if every payment does, 1 if everything goes round.",
  },
  core: {
    name: "Strongly connected core",
    how: "The actors that all pay each other, directly or through others, with the most money between them, and who stands before and behind them.",
  },
  provenance: {
    name: "Where the money comes from",
    how: "The share of each outside source in the money that passes through an actor, followed back through every purse in proportion; the shares add to one.",
  },
  dependence: {
    name: "Dependence",
    how: "The share of an actor's money that has passed through another actor before, and would be missing without it (hypothetical extraction).",
  },
  selfFinanced: {
    name: "Self-financed revenue",
    how: "How much of what an actor lends and invests comes back as its own revenue. Possible and certain are largest flows, proportional is one linear system.",
  },
  bookInflation: {
    name: "Value counted twice",
    how: "Equity values of firms that own parts of each other, added up, over the part of that value held outside the group.",
  },
  indexWeight: {
    name: "Weight in the index",
    how: "The stated share of the group in the value of an index, one result for each date.",
  },
  indexWeightChange: {
    name: "Change of the weight",
    how: "The latest weight divided by the earliest.",
  },
  weightToEarnings: {
    name: "Weight against earnings",
    how: "Share in the value of the index divided by share in its earnings.",
  },
  topShare: {
    name: "Share of the largest",
    how: "Market value of the k largest firms over that of all firms whose value the dossier states.",
  },
  herfindahl: {
    name: "Herfindahl–Hirschman index",
    how: "The sum of squared shares, between 0 (many small) and 1 (a single one).",
  },
  effectiveNumber: {
    name: "Effective number",
    how: "One over the Herfindahl–Hirschman index: that many equal ones would be as concentrated.",
  },
  payersDirect: {
    name: "Concentration of direct payers",
    how: "Herfindahl–Hirschman index of an actor's inflow by whoever pays it directly.",
  },
  payersUltimate: {
    name: "Concentration of ultimate payers",
    how: "Herfindahl–Hirschman index of the same inflow by the outside source it ultimately comes from.",
  },
  customerBounds: {
    name: "Concentration of customers",
    how: "From the stated share s of the k largest customers: the index lies between s²/k and the larger of s² and s²/k + (1 − s)s/k.",
  },
  customerShare: {
    name: "Share of one customer",
    how: "The stated share of orders or sales; whom it comes from stands beside it.",
  },
  marketShare: {
    name: "Market share",
    how: "The stated share; what it is a share of stands beside it.",
  },
  revenueShare: {
    name: "Share of revenue among the firms compared",
    how: "A firm's yearly revenue of one kind over that of all firms for which the dossier states it in overlapping years.",
  },
  supplierShare: {
    name: "Dependence on a supplier",
    how: "Share of an actor's purchases, leases and prepayments in the window that goes to its largest supplier.",
  },
  priceEarnings: {
    name: "Price–earnings ratio",
    how: "Price over earnings as stated, or market value over the latest yearly net income.",
  },
  priceEarningsPosition: {
    name: "P/E against its own range",
    how: "Where the ratio stands between the lowest (0 %) and the highest (100 %) that independent sources in the dossier state for the same thing.",
  },
  seriesPosition: {
    name: "Rank in its own history",
    how: "Share of all earlier values of the series that are lower.",
  },
  priceSales: {
    name: "Price–sales ratio",
    how: "Value of the firm over the latest yearly revenue.",
  },
  impliedGrowth: {
    name: "Growth the price implies",
    how: "The yearly growth of earnings over the horizon at which discounted earnings equal the price (reverse discounted cash flow), found by bisection. The range comes from a discount rate one point lower and higher.",
  },
  yearsToJustify: {
    name: "Years to justify the price",
    how: "Years of growth at the stated rate, followed by terminal growth, until discounted earnings reach the price.",
  },
  priceAboveValue: {
    name: "Price above value",
    how: "Market value less discounted earnings under the stated assumptions: the part of the price that rests on more than these.",
  },
  requiredPayback: {
    name: "Required revenue, paid back once",
    how: "Capital over gross margin: all revenue that has to come in over the life of the capital, without any return.",
  },
  requiredAnnuity: {
    name: "Required revenue, a year of the capital's life",
    how: "Capital times the annuity r / (1 − (1 + r)⁻ᴸ) over gross margin: revenue in each year of its life L at return r.",
  },
  requiredRepeated: {
    name: "Required revenue, a year with spending repeated",
    how: "The annuity of as many yearly spendings as the capital lives: revenue in each year once spending repeats itself.",
  },
  requiredPerpetuity: {
    name: "Required revenue, return for ever",
    how: "Capital times required return over gross margin, as if the capital never wore out.",
  },
  requiredFromChips: {
    name: "Required revenue from chip sales",
    how: "Yearly chip sales over the share of chips in the cost of a data centre, over gross margin.",
  },
  requiredStated: {
    name: "Required revenue as stated",
    how: "What the article and others state, with the basis of the statement: a year, or in total.",
  },
  reportedRevenue: {
    name: "Reported AI revenue",
    how: "Yearly revenue of the labs plus AI run rates of the clouds. The sum counts what labs pay clouds twice, so it is the most generous reading; the lower bound holds the labs alone.",
  },
  revenueGap: {
    name: "Gap to reported revenue",
    how: "Required yearly revenue less reported revenue.",
  },
  revenueMultiple: {
    name: "Multiple of reported revenue",
    how: "Required yearly revenue over reported revenue.",
  },
  growthNeeded: {
    name: "Growth needed, if meant a year",
    how: "Yearly growth at which reported revenue reaches the required one in the horizon year.",
  },
  growthNeededInTotal: {
    name: "Growth needed, if meant in total",
    how: "Yearly growth at which all revenue up to the horizon year adds to the required sum.",
  },
  growthContribution: {
    name: "Contribution to growth, gross",
    how: "Percentage points of growth that go back to AI investment, as stated, imports not deducted.",
  },
  growthShare: {
    name: "Share of growth, gross",
    how: "Contribution over growth in the same period, or the share as stated.",
  },
  growthNet: {
    name: "Contribution to growth, net of imports",
    how: "Gross contribution times one less the imported share. Without a stated share the whole computing equipment counts as imported; the upper bound imports nothing.",
  },
  growthShareNet: {
    name: "Share of growth, net of imports",
    how: "Net contribution over growth in the same period.",
  },
  realisationChain: {
    name: "What became of an announcement",
    how: "The latest amount of a chain of agreements that replaced each other, over the first one.",
  },
  realisationSum: {
    name: "Announced, contracted and paid",
    how: "Amounts of all ties that move cash and were known at a date, by status; totals that contain other ties are left out.",
  },
  realisationShare: {
    name: "Share that was paid or contracted",
    how: "The amount at a status over all amounts known at the same date.",
  },
  accountingLife: {
    name: "Life in the books",
    how: "Years over which the firm writes off its servers.",
  },
  economicLife: {
    name: "Life in the market",
    how: "One over the loss of resale value in the first year: the mean life if value falls by the same part each year.",
  },
  rentalDecline: {
    name: "Fall of the rental price",
    how: "The latest rental price over the earliest, less one.",
  },
  depreciationGap: {
    name: "Write-offs postponed",
    how: "Yearly spending times the difference between one over the market life and one over the life in the books.",
  },
  capexToDepreciation: {
    name: "Spending over write-offs",
    how: "Capital spending over depreciation in the same year; 1 in a business that only replaces.",
  },
  debtToRevenue: {
    name: "Debt over revenue",
    how: "Debt outstanding over the latest yearly revenue.",
  },
  debtToCashFlow: {
    name: "Debt over cash flow",
    how: "Debt outstanding over the latest yearly operating cash flow.",
  },
  interestShare: {
    name: "Interest of revenue",
    how: "Interest expense over revenue of the same period.",
  },
  capexToCashFlow: {
    name: "Spending over cash flow",
    how: "Capital spending over operating cash flow of the same year; above 100 % it needs outside money.",
  },
  loss: {
    name: "Losses, each kind by itself",
    how: "Cash burn, operating loss and net loss as stated; they are different quantities and are not added.",
  },
  lossToRevenue: {
    name: "Loss over revenue",
    how: "The loss over the revenue of the same year.",
  },
  footprintStated: {
    name: "Use and emissions as stated",
    how: "What the sources state, with their bounds.",
  },
  chipElectricity: {
    name: "Electricity of the chips shipped",
    how: "Chips shipped times power times utilisation times the overhead of the building (PUE), over a year.",
  },
  carbonFromElectricity: {
    name: "Emissions from electricity",
    how: "Electricity times carbon intensity; the range spans all intensities stated for the same country.",
  },
  waterOnSite: {
    name: "Water on site",
    how: "Electricity times water per kilowatt-hour; the range spans all stated values.",
  },
  embodiedCarbon: {
    name: "Emissions of making the chips",
    how: "Chips shipped times emissions embodied in one.",
  },
  chipWaste: {
    name: "Mass of the chips shipped",
    how: "Chips shipped times mass of one module: the later electronic waste of these alone.",
  },
  claim: {
    name: "Statement tested",
    how: "Each test compares what is stated with figures known at the date. Contradicted: a decisive test fails on all its evidence. Supported: every test passes on all. Unverified: no countable evidence. Loose: anything else.",
  },
} as const satisfies Record<string, MethodText>;

export type MethodKey = keyof typeof methods;

/** Where a method was published. */
export const papers = {
  cycles:
    "Qian & Qian 1982, Zeitschrift für Wahrscheinlichkeitstheorie 59; Kalpazidou 2006, Cycle Representations of Markov Processes; enumeration after Johnson 1975, SIAM Journal on Computing 4",
  agony: "Gupte, Shankar, Li, Muthukrishnan & Iftode 2011, WWW; Homs-Dones et al. 2025, arXiv 2506.12546",
  finn: "Finn 1976, Journal of Theoretical Biology 56",
  trophic: "MacKay, Johnson & Sansom 2020, Royal Society Open Science 7",
  bowTie: "Broder et al. 2000, Computer Networks 33",
  leontief: "Leontief 1936, Review of Economics and Statistics 18; Ghosh 1958, Economica 25",
  extraction: "Dietzenbacher, van der Linden & Steenge 1993, Economic Systems Research 5",
  maximumFlow: "Ford & Fulkerson 1956, Canadian Journal of Mathematics 8; bounds derived for Kreislauf",
  crossHoldings:
    "Brioschi, Buzzacchi & Colombo 1989, Journal of Banking & Finance 13; Elliott, Golub & Jackson 2014, American Economic Review 104",
  herfindahl:
    "Herfindahl 1950, Concentration in the Steel Industry; Hirschman 1964, American Economic Review 54",
  hhiBounds: "Bounds derived for Kreislauf from convexity",
  ratio: "Plain ratio of sourced figures",
  stated: "As stated by the sources",
  reverseDcf:
    "Gordon & Shapiro 1956, Management Science 3; Rappaport & Mauboussin 2001, Expectations Investing",
  annuity: "Capital recovery factor: Grant 1930, Principles of Engineering Economy",
  sequoia: "Cahn 2024, AI's $600B Question (Sequoia Capital)",
  growthAccounting:
    "Contribution to growth as in national accounts: System of National Accounts 2008, ch. 15",
  geometric: "Hulten & Wykoff 1981, Journal of Econometrics 15",
  footprint: "Masanet, Shehabi, Lei, Smith & Koomey 2020, Science 367",
  claims: "Interval arithmetic: Moore 1966, Interval Analysis",
} as const satisfies Record<string, string>;

export type PaperKey = keyof typeof papers;

/** What would speak against a result. */
export const objections = {
  proportional:
    "That money mixes in proportion is a rule of attribution, not an observation; only the certain and the possible amount hold without it.",
  missingTies:
    "Payments that nobody disclosed are missing. More known income from outside would make less of it circular.",
  announced:
    "Much is only announced or conditional, and part of it was cut later; read the same at status “paid”.",
  assumedDates:
    "Where no source dates the payments they are spread evenly over an assumed term; other dates shift amounts between years.",
  normalTrade:
    "Suppliers and customers pay each other in every industry; a loop alone is no proof of a fictitious sale.",
  oneWindow: "The number holds for one window, status and unit; another window gives another number.",
  longLoops: "Loops beyond the length searched are not in the sum, so the share is a lower bound then.",
  extraction:
    "Taking an actor out supposes that nobody steps in; customers and funders can often be replaced.",
  bookNotMoney:
    "Double counting inflates sums of values, not the price of any single share; markets may see through it.",
  staleValues: "Values of unlisted firms are those of their last round, from few buyers on special terms.",
  notAllFirms: "Only firms in the dossier are compared; with more of them every share would be smaller.",
  concentrationEarned:
    "Large weights may rest on large profits; concentration alone does not show that prices are wrong.",
  differentSeries:
    "Publishers draw the group and the index differently; stated weights differ by several points within days.",
  customersNotNamed:
    "Filings name the share of the largest customers, not who they are; they may be resellers.",
  marketDrawn:
    "A share depends on where the market is drawn; in-house chips of the clouds often do not count.",
  substitutes: "Rivals with contracted capacity exist; a high share today is no lasting monopoly.",
  fiscalYears: "Fiscal years do not coincide; a firm that grows fast looks larger the later its year ends.",
  growthJustifies:
    "A high ratio can be right if earnings grow fast; the forward ratio of the same firm is lower.",
  shortRange: "The dossier's range covers few dates; a longer history would place the ratio elsewhere.",
  otherRates:
    "Another discount rate, payout, margin or horizon moves the result much; the options show by how much.",
  oneYearEarnings: "One year's earnings may be at their peak, or depressed by a one-off.",
  notPredicting: "The growth a price implies says what has to happen, not that it will or will not.",
  marginUnknown:
    "What margin AI services will earn is unknown; with a margin twice as high, half the revenue is enough.",
  capitalElsewhere:
    "Part of the spending serves other business than AI, and would be made anyway (cloud, search, advertising).",
  costSavings: "A firm may earn on AI by saving costs, which shows in no revenue.",
  basisUnclear:
    "Many statements do not say whether they mean a year or a sum of years, nor with what return; numbers alike can be different quantities.",
  doubleCounting: "What a lab pays a cloud counts as revenue of both.",
  growthRevised: "Growth figures are revised; quarterly contributions swing strongly.",
  importsUnknown:
    "No source states how much of the equipment is imported; net contributions are bounds, not measurements.",
  withoutInvestment:
    "Without AI investment the money and people would have gone elsewhere; a contribution is not a cause.",
  stillOpen: "Terms are still running; what is unpaid today may be paid later.",
  selection: "Announcements that were changed publicly are known; those silently dropped or kept are not.",
  resaleThin:
    "Resale and rental prices come from thin markets of older chips, and have risen again at times.",
  cascading:
    "Older chips go on to simpler work (inference); they can earn longer than their first use lasts.",
  taxAccounting: "Lives in the books follow accounting rules that auditors accept; cash is not affected.",
  debtServiceable: "Long terms and contracted income can make high debt bearable; ratios ignore both.",
  leases: "Leases and off-balance vehicles are not in reported debt; the true burden is higher.",
  nonCash:
    "Net losses contain items without cash (revaluations, shares for staff); burn is the narrower number.",
  growthPhase: "Young firms often lose money on purpose while they grow.",
  allDataCentres: "Figures for data centres contain other work than AI; the part of AI is estimated.",
  marketBased: "With bought green power firms report lower emissions than the grid they use has.",
  siteDiffers: "Water and carbon differ by site and season more than by firm.",
  proxyMass: "The mass of one module stands for all; racks, cooling and cables are not in it.",
  utilisationAssumed: "How fully the chips are used is assumed; nobody reports it.",
  evidenceChosen:
    "Which figures test a statement was chosen by us; another choice is made by editing claims.yaml.",
  evidenceDated: "The verdict holds for what was known at the date; later evidence can turn it.",
} as const satisfies Record<string, string>;

export type ObjectionKey = keyof typeof objections;
