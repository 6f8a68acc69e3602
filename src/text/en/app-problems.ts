/** Problems that the web app tells its users. */
export const appProblems = {
  "address-version":
    "This link is of version {value}, which this Kreislauf does not know; its settings were left out.",
  "address-screen": "There is no page “{value}”; there are: {wanted}.",
  "address-parameter": "The link names “{key}”, which does not exist; it was left out.",
  "address-value": "“{value}” is not possible for “{key}” ({wanted}); the default is shown.",
  "fixed-changed":
    "This link was fixed as {fixed}; with the data of today it would be {now}. A figure, a method or the data have changed since.",
  "dossier-unknown": "There is no dossier “{name}”; there are: {known}. The first one is shown.",
  "worker-died":
    "The calculation stopped ({reason}). What you entered is kept; it starts again with your next change.",
  "server-gone": "The server does not answer. What was loaded before still works.",
  "storage-full": "Your browser has no room left; “{name}” is only kept until you close this page.",
  "storage-denied":
    "Your browser keeps nothing for Kreislauf (a private window, or storage is blocked); “{name}” is only kept until you close this page.",
  "storage-damaged":
    "What this browser kept as “{name}” is damaged and cannot be read; everything else is there.",
  "drop-not-text": "“{name}” is not text in UTF-8.",
  "drop-too-large": "“{name}” has {size} bytes; at most {limit} are read.",
  "economy-not-kept":
    "Your browser has no room left for “{name}” (or keeps nothing, as in a private window); it was not opened.",
  "drop-ballots": "“{name}” holds ballots: open it under Plan, Vote, where they are counted.",
  "drop-series":
    "“{name}” is no table of a dossier or an economy (columns: {columns}). A series of prices is examined by `kreislauf explosive {name}`; figures belong in `figures.csv` of a dossier.",
  "drop-unknown":
    "“{name}” is no file that Kreislauf knows: a dossier or an economy (folder), a model (.kl), goals (.yaml), a table (.csv) or an election (.pb).",
  "picture-failed": "This browser could not turn the drawing into a PNG; the SVG can be saved.",
} as const satisfies Record<string, string>;
