/** Columns of the tables of an economy: the one place that reading, schema and docs go by. */
export const economyTables = {
  products: { required: ["code", "name_en", "imports"], optional: ["name_de", "competitive"] },
  sectors: {
    required: ["code", "name_en", "output", "compensation", "taxes", "surplus", "hours"],
    optional: [
      "name_de",
      "margins",
      "persons",
      "college_share",
      "capital",
      "depreciation",
      "productivity_growth",
      "injuries",
      "injuries_quality",
    ],
  },
  use: { required: ["product", "sector", "total"], optional: ["imported"] },
  make: { required: ["sector", "product", "total"], optional: [] },
  "final-demand": { required: ["product", "purpose", "total"], optional: ["imported"] },
  "capital-flow": { required: ["product", "sector", "total"], optional: [] },
} as const;

export type EconomyTableName = keyof typeof economyTables;

export const economyHeaderFile = "economy.yaml";
export const qualities = ["table", "chart", "imputed", "invented"] as const;
export const purposeKinds = ["consumption", "government", "investment", "inventories", "exports"] as const;
