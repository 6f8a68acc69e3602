/** Sentences about the outcome of a vote. */
export const ballot = {
  title: "{title}: {voters} voters, budget {budget}",
  "rule-mes":
    "Method of Equal Shares (every voter has the same share of the budget), utility: {utility}, completion: {completion}",
  "rule-phragmen": "Sequential Phragmén (who can pay first, buys first)",
  "rule-greedy": "Greedy rule (most wanted for its cost goes first), utility: {utility}",
  spent: "{count} projects for {cost}; {left} left over.",
  project: "project",
  cost: "cost",
  supporters: "supporters",
  outcome: "outcome",
  "reason-shares": "funded: its supporters paid with their shares",
  "reason-completion": "funded: filled in with what was left over",
  "reason-rule": "funded",
  "reason-unsupported": "not funded: nobody wants it",
  "reason-too-dear": "not funded: {missing} more than is left of the budget",
  "reason-outbid": "not funded: it would fit, but its supporters have {means} left together",
  "reason-outbid-rule": "not funded: it would fit, but another one came first and would break the budget",
  groups: "What groups of like ballots got (a description, not a claim about parties)",
  group:
    "{voters} voters ({share}) around {core}: {funded} of {wanted} wishes on average, {spending} of the money spent",
  others: "various wishes",
} as const satisfies Record<string, string>;
