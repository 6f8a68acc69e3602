/** Names of things that results speak of and that are no actors; what is missing here is written as the dossier has it. */
export const things: Readonly<Record<string, string>> = {
  firms: "The firms compared",
  ties: "All ties",
  reported: "Labs and clouds together",
  "sp500-cape": "S&P 500, price over ten years' earnings (CAPE)",
  hyperscalers: "Large clouds",
  "four US clouds": "Four US clouds",
  requiredRepeated: "with spending repeated",
  requiredAnnuity: "in a year of the capital's life",
  requiredPerpetuity: "return for ever",
  requiredFromChips: "from chip sales",
  requiredStated: "as stated",
  net_worth_change: "change of net worth",
};
