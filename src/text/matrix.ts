import type { Language } from "./language.ts";

/** Words of the matrices of a model. */
export const matrixWords: Readonly<
  Record<Language, Readonly<Record<"balance" | "flows" | "revaluations" | "sum" | "inPeriod", string>>>
> = {
  en: {
    balance: "Balance sheet",
    flows: "Transaction flows",
    revaluations: "Revaluations and other changes",
    sum: "sum",
    inPeriod: "{title}, period {period}",
  },
  de: {
    balance: "Bilanz",
    flows: "Transaktionen",
    revaluations: "Umbewertungen und sonstige Änderungen",
    sum: "Summe",
    inPeriod: "{title}, Periode {period}",
  },
};
