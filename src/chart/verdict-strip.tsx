import type { JSX } from "preact";
import type { ClaimResult, Verdict } from "../measure/index.ts";

const letters: Readonly<Record<Verdict, string>> = {
  supported: "✓",
  loose: "≈",
  contradicted: "✗",
  unverified: "?",
};

/** One square a statement, in their order, with a sign beside the colour; each leads to its statement. */
export function VerdictStrip(props: {
  readonly claims: readonly ClaimResult[];
  readonly labelOf: (claim: ClaimResult) => string;
  readonly linkOf: (claim: ClaimResult) => string;
}): JSX.Element {
  return (
    <ol class="strip">
      {props.claims.map((claim) => (
        <li key={claim.id}>
          <a class={claim.verdict} href={props.linkOf(claim)} title={props.labelOf(claim)}>
            <span aria-hidden="true">{letters[claim.verdict]}</span>
            <span class="unseen">{props.labelOf(claim)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
