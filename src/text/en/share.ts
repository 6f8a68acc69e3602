/** The share dialog: link, embedding, citation, files. */
export const share = {
  title: "Share, cite, save",
  link: "Link to exactly this",
  linkNote: "Whoever opens it sees what you see. Nothing about you is in it.",
  fix: "Fix it",
  fixNote:
    "A fixed link carries the hash of state and data; whoever opens it later is told if the data have changed.",
  fixed: "Fixed: {hash}",
  embed: "Embed it",
  embedNote: "A still picture with its sources, without cookies or scripts.",
  cite: "BibTeX",
  command: "The same on the command line",
  commandDoubts: "The command line reads the evidence; your doubts are only in the link.",
  files: "Save what is shown",
  svg: "Picture (SVG)",
  png: "Picture (PNG)",
  csv: "Payments (CSV)",
  json: "All results (JSON)",
  print: "Print or PDF",
  noPicture: "At this status there is no picture to save.",
  sourceLine:
    "Source: own calculation from the ties of the dossier “{dossier}”, as known on {day}, counting what is {status}. Kreislauf {version}, result {hash}. {address}",
  scenario: "SCENARIO, not evidence",
} as const satisfies Record<string, string>;
