/** Columns and choices of the tables of a dossier: the one place that reading, schemas and docs go by. */
export const tables = {
  actors: { required: ["id", "name_en", "name_de", "roles", "boundary"], optional: [] },
  sources: { required: ["id", "title", "publisher", "date", "link"], optional: [] },
  figures: {
    required: ["id", "subject", "measure", "value", "unit", "period", "status", "confidence", "origin", "sources"],
    optional: [
      "counterparty",
      "low",
      "high",
      "category",
      "currency",
      "period_label",
      "known",
      "derivation",
      "conflicts",
      "replaces",
      "note",
    ],
  },
  ties: {
    required: ["id", "from", "to", "kind", "amount", "unit", "currency", "date", "status", "figures", "sources"],
    optional: [
      "low",
      "high",
      "start",
      "end",
      "schedule",
      "dates_basis",
      "condition",
      "rank",
      "replaces",
      "earmark",
      "total",
      "share",
      "note",
    ],
  },
  rates: { required: ["date", "base", "quote", "value", "source"], optional: [] },
} as const;

export const choices = {
  role: ["chips", "cloud", "lab", "lender", "user", "state", "household", "other"],
  boundary: ["yes", "no", ""],
  figureStatus: ["reported", "estimated", "forecast", "announced", "contracted"],
  confidence: ["high", "medium", "low"],
  origin: ["article", "independent", "derived"],
  kind: ["equity", "loan", "bond", "purchase", "lease", "warrant", "guarantee", "prepayment", "credit"],
  tieStatus: ["announced", "contracted", "paid", "lapsed"],
  datesBasis: ["stated", "assumed", ""],
  total: ["received", "spent", ""],
} as const;
