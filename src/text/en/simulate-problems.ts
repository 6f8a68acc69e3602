/** Problems of the simulate room. */
export const simulateProblems = {
  "unknown-scenario": "The model has no scenario “{name}”; it has: {known}.",
  "unknown-parameter": "The model has no parameter “{name}”.",
  "unknown-output": "The model has no variable “{name}”.",
  "parameter-not-finite": "{name} is set to {value}; a finite number is needed.",
  "change-after-end": "{name} is changed from period {from} on, but the runs end with period {periods}.",
  "parameter-outside-range": "{name} is set to {value}; the model allows {low} to {high}.",
  "bad-periods": "{value} periods cannot be simulated; whole numbers from 1 to {limit} can.",
  "bad-members": "{value} members cannot be simulated; whole numbers from 1 to {limit} can.",
  "bad-seed": "The seed cannot be {value}; it is a whole number from 0 to 9007199254740991.",
  "run-too-large":
    "{members} members, {periods} periods and {outputs} variables are {size} MB of results; at most {limit} MB are kept. Ask for fewer variables.",
  "bad-window": "Periods {from} to {to} are no window of these runs; from 1 to {last} is.",
  "other-members":
    "A run with {members} members cannot be compared with one of {others} members: the same members are needed.",
  "block-too-large":
    "{count} variables depend on each other within a period, and more than {limit} of them would have to be guessed to untie them: {variables}, … Let some of them read the period before.",
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
  "outcome-unsupported": "“{name}” cannot be asked of a member's path.",
  "outcome-arguments": "{name} does not take these arguments.",
  "outcome-one-value":
    "{name} of one value is that value, period by period; for a run as a whole write {instead}(…).",
  "outcome-date": "{name} is outside the time of the model.",
  "outcome-set": "The model has no dimension or set “{name}”.",
  "outcome-shape":
    "“{name}” is one number a period; one number a run is needed here, such as peak({name}) or last({name}).",
  "outcome-condition": "“{name}” is no condition; it needs a comparison, such as {name} > 0.5.",
  "outcome-twice": "Two outcomes are called “{name}”; give each a name of its own: name = …",
  "bad-runs": "{value} runs cannot be made; whole numbers from {least} to {limit} can.",
  "contradictory-scenarios":
    "The scenarios “{first}” and “{second}” contradict each other: both set {name} in period {period}.",
  "replaced-by-scenario":
    "{name} = {value} does not hold: the scenario “{scenario}” sets {name} itself from period {period} on. A scenario of your own, “with {scenario} : {name} = …”, changes it.",
  "nothing-drawn":
    "The model draws no parameter, so there is nothing to vary; give parameters a distribution (~).",
  "unknown-design": "“{name}” is no design; there are: {known}.",
  "unknown-band": "“{name}” is no parameter that is drawn.",
  "disk-full":
    "{file} could not be written: {reason}. It needs {bytes} bytes, all that is still to be computed about {remaining} bytes. Nothing half-written is left; --resume goes on from here.",
  "folder-not-empty":
    "The folder {folder} is not empty (it holds “{name}”) and holds no ensemble; nothing was written.",
  "other-ensemble":
    "The folder {folder} holds another ensemble, of the model {model}; these differ: {differences}. Nothing was overwritten; name another folder.",
  "other-shards": "The folder {folder} holds shards of another ensemble ({name}); nothing was overwritten.",
  "ensemble-exists": "The folder {folder} holds this ensemble already; --resume checks and completes it.",
  "newer-ensemble": "The folder {folder} was written by a newer version (format {format}).",
  "shard-damaged": "{name} is damaged; it is computed again.",
} as const satisfies Record<string, string>;
