import type { planParameters as english } from "../en/plan-parameters.ts";

export const planParameters: Readonly<
  Record<keyof typeof english, { readonly unit: string; readonly note: string }>
> = {
  population_growth: { unit: "im Jahr", note: "Wachstum der Bevölkerung und der Erwerbstätigen." },
  working_weeks: { unit: "Wochen im Jahr", note: "Arbeitswochen im Jahr." },
  utilisation: {
    unit: "Verhältnis",
    note: "Wie viel mehr als im ersten Jahr vorhandene Anlagen leisten können: 5 % standen still.",
  },
  import_flexibility: {
    unit: "Anteil",
    note: "Wie weit sich der Importanteil eines Produkts verschieben darf.",
  },
  shrinking: {
    unit: "im Jahr",
    note: "Wie weit eine Branche im Jahr schrumpfen darf, der Beschäftigten wegen.",
  },
  storage_loss: { unit: "im Jahr", note: "Verlust gelagerter Güter im Jahr." },
  depreciation: { unit: "im Jahr", note: "Abschreibung, wo die Konten keine nennen." },
  terminal_growth: {
    unit: "Verhältnis",
    note: "Wie viel mehr Anlagen die Zeit nach dem Plan vorfinden soll.",
  },
  dangerous: { unit: "Unfälle je 200.000 Stunden", note: "Ab hier gilt Arbeit als gefährlich." },
};
