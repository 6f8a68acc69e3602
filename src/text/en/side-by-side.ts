/** The same resources in the boom model and in a plan: names, units, reasons for gaps, and what cannot be compared. */
export const sideBySide = {
  title: "The same resources, in the boom ({boom}, {year}) and in the plan ({economy}):",
  boomColumn: "Boom",
  planColumn: "AI in the plan",
  todayColumn: "Whole economy today",
  freedColumn: "Freed by the plan",
  line: "{name} ({unit}): boom {boom}; AI in the plan {plan}; whole economy today {today}; freed by the plan {freed}",
  share: "{share} of all",
  shareOfToday: "({share} of all today)",
  chartTitle: "Resources in the boom and in the plan",
  chartNote: "Each resource has a scale of its own; the longest bar is the largest of its numbers.",
  yearOfBoom: "Year of the boom",
  resourcesLead:
    "From the boom model’s central path without scenarios, and from this plan. Where the data give no number, the reason stands in its place.",
  resource: "Resource",
  how: "Formula and source",

  investment: "Investment",
  hours: "Working hours",
  electricity: "Electricity",
  compute: "Computers",
  chips: "AI chips in use",
  operation: "Emissions of running",
  embodied: "Emissions of building",
  manufacture: "Emissions of making the chips",
  water: "Water",
  scrap: "Scrapped electronics",

  unitMoney: "million {currency} a year",
  unitHours: "million hours a year",
  unitElectricity: "TWh a year",
  unitCompute: "GW",
  unitChips: "million",
  unitMegatonnes: "Mt CO₂e a year",
  unitWater: "million m³ a year",
  unitScrap: "Mt a year",

  noteInvestment:
    "The boom counts in money of {year} and in what American corporations invest worldwide; the accounts count in prices of {economyYear}. Nothing is deflated. The plan builds computers (K) at a cost c that last n years; shown is the mean of its years but the last.",
  noteHours:
    "Labour values λ of the accounts times d, what computers and their buildings are made of, as if all of it were made at home with the techniques of {economyYear}. What the plan frees comes from all its goals and techniques: hours H of its last year, week w, today w₀. People with other skills in other places do not simply change jobs.",
  noteHoursMix:
    "These accounts do not say what computers are made of: the labour value of all investment stands in for it. Prices of {economyYear}, nothing deflated.",
  noteElectricity:
    "The boom: AI data centres worldwide at a load factor. The plan: computers running at full load all year, so no more than this.",
  noteCompute:
    "The boom: power that all chips in use can draw, on average over the year, chips of foreign buyers included, who are not in the investment above. The plan: the most it uses in any year; today’s level is an assumption of the plan.",
  noteChips:
    "At the end of the year, worldwide. A plan for whole industries counts computers in GW and money, not in pieces.",
  noteOperation:
    "The boom: electricity worldwide times one carbon factor that falls. The economy: all emissions of one country, households included.",
  noteEmbodied:
    "Emissions by the accounts in what computers and their buildings are made of, as if made at home. Chips made abroad can take more.",
  noteManufacture:
    "The boom model’s own count, a figure for each chip. It is part of the row above, counted another way: do not add the two.",
  noteWater:
    "The boom: cooling water used up. The economy: water taken, most of which flows back, power plants included. The two are not the same water.",
  noteScrap: "Counted by the model from what wears out.",

  missingInvented:
    "“{economy}” is invented for teaching: its money is no dollars and its hours are nobody’s. Nothing of the real boom can be set beside it.",
  missingCurrency:
    "The boom comes to {amount} million {from}; the accounts count in {currency}, and no rate of exchange is among the data.",
  missingNeedsMoney: "It follows from the investment, which is in {from} and not in {currency}.",
  missingPlan: "There is no plan to compare with.",
  missingCompute: "These accounts come without a technique that uses computers.",
  missingYears: "A plan of one year shows no building.",
  missingPersons: "These accounts do not say how many people work.",
  missingMeans: "Investment is a means of the plan; what becomes free is hours, not money.",
  missingElectricity:
    "The accounts hold electricity, gas and water together as money, and energy where it is extracted; no TWh of electricity.",
  missingUse: "The plan uses them; it does not set them free.",
  missingChips: "The accounts know no pieces, only money.",
  missingUtilities: "They are within the emissions of the utilities and not counted apart.",
  missingInRunning: "They are part of the emissions in the row of running.",
  missingCounted: "They are counted in the row of building.",
  missingAccount: "These accounts hold no such account.",
  missingWater: "It is within the water of the utilities and not counted apart.",
  missingScrap: "The accounts hold hazardous waste of industries, which is another thing.",
} as const satisfies Record<string, string>;
