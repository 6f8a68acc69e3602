/** Units as they stand behind a number; a unit that is missing here is written as it is. */
export const units: Readonly<Record<string, string>> = {
  pp: "percentage points",
  bp: "basis points",
  x: "times",
  ratio: "times",
  years: "years",
  persons: "people",
  thousand: "thousand",
  units: "pieces",
  "m units": "m pieces",
  "m shares": "m shares",
  firms: "firms",
  miles: "miles",
  acres: "acres",
  "percent/yr": "% a year",
};
