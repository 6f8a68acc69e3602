/** The screen for a user's own dossier. */
export const data = {
  title: "Your own data",
  intro:
    "Drop a dossier here: the folder or its files. It is checked and measured in your browser, kept there, and sent nowhere.",
  choose: "Choose files",
  chooseFolder: "Choose a folder",
  drop: "… or drop them here",
  formatNote:
    "A dossier is `dossier.yaml` with tables `actors.csv`, `sources.csv`, `figures.csv`, `ties.csv`. A table alone takes the place of the table of that name in the open dossier.",
  format: "The format in full",
  template: "Save the tables of “{title}” as a start",
  reading: "Checking …",
  read: "Files: {files}",
  fine: "No problems found.",
  problems: "{errors} errors, {warnings} warnings",
  more: "and {count} more",
  open: "Open “{title}”",
  known: "{figures} figures, {ties} ties.",
  own: "Yours, in this browser",
  none: "None yet.",
  forget: "Forget",
  errorWord: "Error",
  warningWord: "Warning",
} as const satisfies Record<string, string>;
