import { type Dossier, evaluateFormula } from "../../dossier/index.ts";
import type { Measurement, Result } from "../../measure/index.ts";
import { type ResultList, resultLists } from "../../report/index.ts";

export interface HangingOn {
  /** Ids of figures derived from it and of ties that rest on it. */
  readonly rows: readonly string[];
  readonly results: readonly { readonly list: ResultList; readonly result: Result }[];
  readonly claims: readonly string[];
}

/** Everything that is computed from a figure or tie. */
export function hangingOn(dossier: Dossier, measurement: Measurement, id: string): HangingOn {
  const figures = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  return {
    rows: [
      ...dossier.figures
        .filter(({ derivation }) => derivation.includes(id))
        .filter(({ derivation }) => evaluateFormula(derivation, figures).figures.includes(id))
        .map((figure) => figure.id),
      ...dossier.ties.filter((tie) => tie.figures.includes(id)).map((tie) => tie.id),
    ],
    results: resultLists.flatMap((list) =>
      measurement[list].filter(({ evidence }) => evidence.includes(id)).map((result) => ({ list, result })),
    ),
    claims: measurement.claims.filter(({ evidence }) => evidence.includes(id)).map((claim) => claim.id),
  };
}
