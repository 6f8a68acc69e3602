/** The first screen. */
export const start = {
  question: "What is the AI bubble made of?",
  answer:
    "Firms of the boom pay each other in circles: one invests in its customer, the customer buys from it. How much of that is real depends on how much of the announced money is ever paid.",
  mapTitle: "Who pays whom",
  mapFinding: "At most {share} of the {total} that firms of the boom pay each other can go round in circles.",
  mapSource: "Source: dossier “{dossier}”, as known on {day}. Every payment opens its evidence.",
  slider: "Share of the announced money that is really paid",
  none: "nothing announced is paid",
  all: "everything announced is paid",
  finding:
    "If {share} of the announced money is paid, {actor} gets between {certain} and {possible} of its own financing back as revenue; {expected} if money mixes in proportion.",
  responseTitle: "Revenue of {actor} that its own financing pays for",
  responseX: "share of the announced money that is paid",
  doors: "Three doors",
  story: "Read the story",
  storyText: "The loops, largest first, each payment with its source.",
  bench: "Open the workbench",
  benchText: "Every measure with its method, its range and what speaks against it.",
  own: "Bring your own data",
  ownText: "Check and measure your own dossier. It stays in your browser.",
} as const satisfies Record<string, string>;
