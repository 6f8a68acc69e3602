/** Names of things that results speak of and that are no actors; what is missing here is written as the dossier has it. */
export const things: Readonly<Record<string, string>> = {
  firms: "The firms compared",
  ties: "All ties",
  reported: "Labs and clouds together",
  market_cap: "market value",
  "sp500-cape": "S&P 500, price over ten years' earnings (CAPE)",
  requiredRepeated: "with spending repeated",
  requiredAnnuity: "in a year of the capital's life",
  requiredPerpetuity: "return for ever",
  requiredFromChips: "from chip sales",
  requiredStated: "as stated",
  pe_ratio_trailing: "P/E, past year",
  pe_ratio_forward: "P/E, coming year",
  pe_ratio: "P/E",
  cape: "CAPE",
  hyperscaler_share_dc: "sales to large clouds",
  wue: "water per kWh",
};
