import type { ballotProblems as english } from "../en/ballot-problems.ts";

export const ballotProblems: Record<keyof typeof english, string> = {
  "ballot-section-missing": "Der Abschnitt {name} fehlt; die Datei ist vielleicht abgeschnitten.",
  "ballot-section-twice": "Der Abschnitt {name} steht zweimal da.",
  "ballot-before-section": "„{name}“ steht vor dem ersten Abschnitt; eine Datei beginnt mit META.",
  "ballot-meta-value": "„{key}“ hat keinen Wert.",
  "ballot-meta-missing": "In META fehlt „{key}“; eine Zeile wie {example} sagt es.",
  "ballot-doubled": "„{id}“ steht zweimal da.",
  "ballot-count":
    "META nennt unter „{key}“ {stated}, die Datei enthält aber {found}; vielleicht ist sie abgeschnitten.",
  "ballot-kind": "Stimmzettel können nicht „{value}“ sein, sondern: {wanted}.",
  "ballot-not-a-number": "„{value}“ unter „{name}“ ist keine Zahl.",
  "ballot-not-positive": "„{value}“ unter „{name}“ muss größer als null sein.",
  "ballot-no-projects": "Es gibt kein Vorhaben, über das abgestimmt werden könnte.",
  "ballot-no-votes": "Es gibt keine Stimme.",
  "ballot-unknown-project": "Ein Vorhaben „{project}“ gibt es nicht.",
  "ballot-chosen-twice": "„{project}“ ist auf einem Stimmzettel zweimal gewählt.",
  "ballot-points-count":
    "Es gibt {points} {points?Punktangabe|Punktangaben} für {projects} Vorhaben; Kommazahlen schreibt man hier mit Punkt.",
  "ballot-one-choice": "Dieser Stimmzettel nennt {found} Vorhaben; bei choose-1 darf er nur eines nennen.",
  "ballot-no-level": "Niemand hat einen Wert für „{goal}“ genannt.",
  "ballot-level-outside": "{value} für „{goal}“ liegt außerhalb von {low} … {high}.",
};
