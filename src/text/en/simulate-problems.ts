/** Problems of the simulate room. */
export const simulateProblems = {
  "unknown-scenario": "The model has no scenario “{name}”; it has: {known}.",
  "unknown-parameter": "The model has no parameter “{name}”.",
  "unknown-output": "The model has no variable “{name}”.",
  "parameter-not-finite": "{name} is set to {value}; a finite number is needed.",
  "parameter-outside-range": "{name} is set to {value}; the model allows {low} to {high}.",
  "bad-periods": "{value} periods cannot be simulated; whole numbers from 1 to {limit} can.",
  "bad-members": "{value} members cannot be simulated; whole numbers from 1 to {limit} can.",
  "bad-seed": "The seed cannot be {value}; it is a whole number from 0 to 9007199254740991.",
  "run-too-large":
    "{members} members, {periods} periods and {outputs} variables are {size} MB of results; at most {limit} MB are kept. Ask for fewer variables.",
  "circular-start": "The initial value of {variable} depends on itself.",
  "start-not-finite": "The initial value of {variable} is {value}, not a finite number.",
  "no-steady-state":
    "No state that repeats itself was found from the initial values (member {member}): after {periods} periods {variable} still changes by a share of {change} a period.",
  "not-finite":
    "In period {period} (member {member}) {variable} is no finite number: something is divided by zero, grows beyond all bounds, or a logarithm or root is taken of a negative number.",
  unsolved:
    "In period {period} (member {member}) these equations have no common solution that could be found: {variables}. The two sides for {variable} differ by a share of {residual}.",
  "more-failures": "{count} of {members} members fail in all.",
  "balance-broken":
    "The balance “{label}” is off by a share of {residual} of turnover (member {member}); rounding explains 1e-9.",
  "check-broken":
    "The check “{label}” fails in period {period} (member {member}; {count} of {members} members).",
} as const satisfies Record<string, string>;
