/** The screen of the loop map. */
export const circuit = {
  title: "Who pays whom, and what comes back",
  replay: "Known on",
  replayWords: "{day}: {count} deals known",
  loops: "Loops found, the largest first",
  loopHint: "Choose a loop: it lights up in the picture and its evidence opens.",
  chosen: "Chosen",
  clear: "Show all",
  perLoop: "expected {expected} · certain {certain} · at most {possible}",
  loopTitle: "{chain}",
  more: "All loops with their numbers",
  own: "Revenue that firms pay for themselves",
  nothing: "At this status and date no payment between the firms is known.",
} as const satisfies Record<string, string>;
