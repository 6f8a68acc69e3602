/** Sentences about plans for the tables of 5yearplan. */
export const fiveYear = {
  title: "Plan for {years} years and {goods} goods, two ways",
  exact: "linear programme",
  heuristic: "harmony",
  year: "year {year}",
  objective: "fulfilment, sum",
  harmony: "harmony, sum",
  fulfilment: "least fulfilment of what is wanted:",
  lost: "The heuristic leaves {lost} of {best} on the table.",
  noExact: "The linear programme has no solution; the heuristic proves nothing.",
} as const satisfies Record<string, string>;
