/** Units as they stand behind a number, “one|many” where they differ; a unit that is missing here is written as it is. */
export const units: Readonly<Record<string, string>> = {
  pp: "percentage point|percentage points",
  bp: "basis point|basis points",
  x: "times",
  ratio: "times",
  years: "year|years",
  persons: "person|people",
  thousand: "thousand",
  units: "pieces",
  "m units": "m pieces",
  "m shares": "m shares",
  firms: "firm|firms",
  miles: "mile|miles",
  acres: "acre|acres",
  "percent/yr": "% a year",
};
