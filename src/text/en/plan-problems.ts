/** Problems of the plan room. */
export const planProblems = {
  "mps-line": "“{text}” is no line of an MPS file (free format, no integers).",
  "mps-cut": "The MPS file ends before ENDATA; it seems to be cut off.",
  "no-such-parameter": "There is no parameter “{name}”; there are: {known}.",
  "parameter-out-of-range": "{name} is {value}; honest values lie between {low} and {high}.",
  "no-such-stock": "There is no stock “{name}”; there are: {known}.",
  "no-such-account": "The accounts have no account “{name}”; they have: {known}.",
  "no-such-need": "There is no need “{name}” in this economy; there are: {known}.",
  "budget-zero": "{what} is {value}: nothing could be made with it. A budget must be above zero.",
  "goal-after-plan": "“by: {by}” lies after the last year of the plan ({years}).",
  "goal-backwards": "“from: {from}” does not lie before “by: {by}”.",
  "floor-above-target": "The floor of “{need}” ({floor}) lies above its target ({level}).",
  "goals-for-other-economy": "These goals are for “{wanted}”, the economy is “{economy}”.",
  "account-without-data": "The account “{name}” has no amounts in this economy, so it cannot be limited.",
  "weights-missing": "The objective “weights” needs a weight above zero under weights; there are: {known}.",
  "weights-unused": "Weights count only with “objective: weights”; here it is “{objective}”.",
  "goals-unreadable": "The goals “{name}” cannot be read.",
} as const satisfies Record<string, string>;
