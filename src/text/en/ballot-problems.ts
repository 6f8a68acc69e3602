/** Problems of elections and their `.pb` files. */
export const ballotProblems = {
  "ballot-section-missing": "The section {name} is missing; the file may be cut off.",
  "ballot-section-twice": "The section {name} is there twice.",
  "ballot-before-section": "“{name}” stands before the first section; a file begins with META.",
  "ballot-meta-value": "“{key}” has no value.",
  "ballot-meta-missing": "META does not name “{key}”; a line such as {example} says it.",
  "ballot-doubled": "“{id}” is there twice.",
  "ballot-count": "META names {stated} under “{key}”, but the file holds {found}; it may be cut off.",
  "ballot-kind": "Ballots cannot be “{value}”; they can be: {wanted}.",
  "ballot-not-a-number": "“{value}” under “{name}” is not a number.",
  "ballot-not-positive": "“{value}” under “{name}” has to be more than zero.",
  "ballot-no-projects": "No project can be voted on.",
  "ballot-no-votes": "There is no vote.",
  "ballot-unknown-project": "No project is called “{project}”.",
  "ballot-chosen-twice": "“{project}” is chosen twice on one ballot.",
  "ballot-points-count":
    "There {points?is|are} {points} {points?number|numbers} of points for {projects} {projects?project|projects}; a decimal point is no comma.",
  "ballot-one-choice": "This ballot names {found} projects; with choose-1 it may name one.",
  "ballot-no-level": "Nobody has named a value for “{goal}”.",
  "ballot-level-outside": "{value} for “{goal}” lies outside {low} … {high}.",
} as const satisfies Record<string, string>;
