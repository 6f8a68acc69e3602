import type { Dossier } from "../../dossier/index.ts";
import type { ClaimResult, Verdict } from "../measurement.ts";
import { aboutMethod } from "../method.ts";
import { type Evidence, examine, type Piece, writeStated } from "./claim-test.ts";

/**
 * The verdict on a statement from its tests:
 * - contradicted: a decisive test fails on all of its counted evidence;
 * - unverified: no test has counted evidence that is independent of the statement;
 * - supported: every test passes on all of its counted evidence;
 * - loose: anything else.
 */
export function decideVerdict(
  tests: readonly {
    readonly decisive: boolean;
    readonly pieces: readonly Pick<Piece, "passes" | "counted" | "independent">[];
  }[],
): Verdict {
  const counted = tests.map(({ decisive, pieces }) => ({
    decisive,
    pieces: pieces.filter((piece) => piece.counted),
  }));
  const fails = counted.some(
    ({ decisive, pieces }) =>
      decisive && pieces.length > 0 && pieces.every((piece) => piece.passes === false),
  );
  if (fails) return "contradicted";
  if (!counted.some(({ pieces }) => pieces.some((piece) => piece.independent))) return "unverified";
  return counted.every(({ pieces }) => pieces.every((piece) => piece.passes === true))
    ? "supported"
    : "loose";
}

/** All statements of a dossier, tested against what was known at the date. `view` is the dossier at that date. */
export function measureClaims(dossier: Dossier, view: Dossier): readonly ClaimResult[] {
  const evidence: Evidence = {
    figures: new Map(dossier.figures.map((figure) => [figure.id, figure])),
    ties: view.ties,
    asOf: view.asOf,
  };
  return dossier.claims.map((claim) => {
    const tests = claim.tests.map((test) => ({
      kind: test.kind,
      decisive: test.decisive,
      stated: writeStated(test, evidence),
      pieces: examine(test, evidence),
    }));
    const ids = tests.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.evidence));
    const found = tests.flatMap(({ pieces }) =>
      pieces.filter((piece) => piece.counted).map((piece) => piece.found),
    );
    return {
      ...aboutMethod("claim", { tests: tests.length }, ids),
      id: claim.id,
      verdict: decideVerdict(tests),
      stated: [...new Set(tests.map((test) => test.stated))].join("; "),
      found: [...new Set(found)].filter((text) => text !== "").join("; "),
      tests: tests.map((test) => ({ ...test, pieces: test.pieces.map(withoutOrigin) })),
    };
  });
}

function withoutOrigin({ formula, found, passes, counted, evidence }: Piece): Omit<Piece, "independent"> {
  return { formula, found, passes, counted, evidence };
}
