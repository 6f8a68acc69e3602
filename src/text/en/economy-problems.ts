/** Problems of economies: tables that do not agree, techniques that cannot exist. */
export const economyProblems = {
  "no-such-economy": "“{name}” is neither a folder nor a built-in economy; built in: {known}.",
  "unknown-product": "No product is called “{name}”.",
  "unknown-industry": "No sector is called “{name}”.",
  "unknown-purpose": "No purpose of final use is called “{name}”.",
  "row-missing": "The row “{name}” is missing.",
  "doubled-cell": "{row} × {column} is already given on line {line}.",
  "negative-quantity": "{column} cannot be below zero ({value}).",
  "share-above-one": "{column} is {value}; a share lies between 0 and 1.",
  "product-disagrees":
    "{name}: {left} million are made and imported, {right} million are used; the difference is {difference} million ({percent} %).",
  "sector-disagrees":
    "{name}: the output is {left} million, inputs and value added are {right} million; the difference is {difference} million ({percent} %).",
  "make-disagrees":
    "{name}: the output is {left} million, what it makes adds to {right} million; the difference is {difference} million ({percent} %).",
  "product-unmade": "Nobody makes or imports {name}, but {users} sectors need it.",
  "inputs-without-output": "{name} takes inputs of {inputs} million, but makes nothing.",
  "eats-more-than-it-makes":
    "The sectors together eat more than they make (spectral radius {radius}, it has to be below 1); most weight has {name}, whose own inputs are {inputs} a unit.",
} as const satisfies Record<string, string>;
