/** The screen for a user's own dossier. */
export const data = {
  title: "Your own data",
  intro:
    "Drop a dossier or an economy here: the folder or its files. It is checked and reckoned with in your browser, kept there, and sent nowhere.",
  choose: "Choose files",
  chooseFolder: "Choose a folder",
  drop: "… or drop them here",
  formatNote:
    "A dossier is `dossier.yaml` with tables `actors.csv`, `sources.csv`, `figures.csv`, `ties.csv`. A table alone takes the place of the table of that name in the open dossier.",
  format: "The format in full",
  economyNote:
    "An economy is `economy.yaml` with `products.csv`, `sectors.csv`, `use.csv`, `final-demand.csv`, perhaps `planning.yaml` and `goals.yaml`. A table of that name alone takes its place in the economy open under Plan.",
  economyTemplate: "Save the teaching economy as a start",
  economyKnown: "An economy with {products} products.",
  openEconomy: "Plan with “{title}”",
  template: "Save the tables of “{title}” as a start",
  reading: "Checking …",
  read: "Files: {files}",
  fine: "No problems found.",
  problems: "{errors} errors, {warnings} warnings",
  more: "and {count} more",
  open: "Open “{title}”",
  known: "{figures} figures, {ties} ties.",
  own: "Yours, in this browser",
  ownEconomies: "Your economies, in this browser",
  none: "None yet.",
  keepsNothing:
    "This browser keeps nothing for Kreislauf (a private window, or storage is blocked): what you open is there until you close this page.",
  damaged: "Damaged",
  damagedNote:
    "This browser kept these, but they cannot be read. Open the files again, or forget what is left.",
  forget: "Forget",
  errorWord: "Error",
  warningWord: "Warning",
} as const satisfies Record<string, string>;
