/** Assumptions of every plan: what they count, and what they mean. */
export const planParameters = {
  population_growth: { unit: "a year", note: "Growth of the population and of the workforce." },
  working_weeks: { unit: "weeks a year", note: "Weeks worked a year." },
  utilisation: {
    unit: "ratio",
    note: "How much more than in the first year existing plant can make: 5 % stood idle.",
  },
  import_flexibility: { unit: "share", note: "How far the import share of a product may move." },
  shrinking: { unit: "a year", note: "How much an industry may shrink a year, for the sake of its people." },
  storage_loss: { unit: "a year", note: "What goods in store lose a year." },
  depreciation: { unit: "a year", note: "Depreciation where the accounts give none." },
  terminal_growth: { unit: "ratio", note: "How much more plant the years after the plan shall find." },
  dangerous: { unit: "injuries per 200,000 hours", note: "From here on work counts as dangerous." },
} as const satisfies Readonly<Record<string, { readonly unit: string; readonly note: string }>>;
