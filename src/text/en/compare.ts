/** The screen that puts states side by side. */
export const compare = {
  title: "Compare",
  intro:
    "Two to four states side by side: other dates, other degrees of firmness, other dossiers, your own doubts.",
  none: "Nothing is in the comparison yet. Choose “Compare” above on any page to put what is shown there beside others.",
  suggestions: "Or begin with one of these",
  byStatus: "announced, contracted and paid",
  byDate: "what was known at each date",
  byBubble: "this boom and earlier ones",
  remove: "Remove",
  doubts: "scenario with {count} other values",
  same: "{count} quantities that are the same in all",
  quantity: "Quantity",
  total: "Payments between the firms",
  circulation: "Can go round at most",
  share: "Share of all payments",
  loops: "Loops found",
  selfFinanced: "Self-financed revenue of {actor}: certain · proportional · at most",
} as const satisfies Record<string, string>;
