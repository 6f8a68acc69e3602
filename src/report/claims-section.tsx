import type { JSX } from "preact";
import { VerdictStrip } from "../chart/index.ts";
import type { ClaimResult, Verdict } from "../measure/index.ts";
import { HowFound } from "./how-found.tsx";
import { EvidenceList, Sourced } from "./links.tsx";
import { localise } from "./stated-value.ts";
import type { Page, State } from "./subject.ts";

/** Each statement with its verdict, what is stated, what was found, test by test. */
export function ClaimsSection({ page, state }: { readonly page: Page; readonly state: State }): JSX.Element {
  const { claims } = state.measurement;
  const prefix = `k${state.vintage}-claim`;
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  const statementOf = (id: string): string =>
    page.dossier.claims.find((claim) => claim.id === id)?.statement[page.language] ?? id;
  return (
    <div class={`state k${state.vintage}`}>
      <h3>
        {page.say("claimsTitle", {
          count: claims.length,
          supported: count("supported"),
          loose: count("loose"),
          contradicted: count("contradicted"),
          unverified: count("unverified"),
        })}
      </h3>
      <VerdictStrip
        claims={claims}
        labelOf={(claim) => `${claim.id}: ${page.say(claim.verdict)}`}
        linkOf={(claim) => `#${prefix}-${claim.id}`}
      />
      <p>{page.say("claimsIntro")}</p>
      <ol class="claims">
        {claims.map((claim) => (
          <Claim key={claim.id} {...{ page, claim, prefix }} statement={statementOf(claim.id)} />
        ))}
      </ol>
      {claims.length > 0 && <HowFound page={page} about={claims[0]} id={`${prefix}-how`} />}
    </div>
  );
}

function Claim(props: {
  readonly page: Page;
  readonly claim: ClaimResult;
  readonly prefix: string;
  readonly statement: string;
}): JSX.Element {
  const { page, claim, prefix, statement } = props;
  const source = page.dossier.claims.find(({ id }) => id === claim.id);
  const caveat = source?.caveat?.[page.language];
  const list = `${prefix}-${claim.id}-e`;
  const passing = (passes: boolean | undefined): string =>
    page.say(passes === undefined ? "open" : passes ? "passes" : "fails");
  return (
    <li id={`${prefix}-${claim.id}`}>
      <h4>
        <span class={`verdict ${claim.verdict}`}>{page.say(claim.verdict)}</span> {statement}
      </h4>
      <dl>
        <dt>{page.say("stated")}</dt>
        <dd>
          <Sourced page={page} evidence={claim.evidence} list={list}>
            {localise(claim.stated, page.language)}
          </Sourced>
        </dd>
        <dt>{page.say("found")}</dt>
        <dd>
          <Sourced page={page} evidence={claim.evidence} list={list}>
            {localise(claim.found, page.language)}
          </Sourced>
        </dd>
        {caveat && (
          <>
            <dt>{page.say("caveat")}</dt>
            <dd>{caveat}</dd>
          </>
        )}
      </dl>
      <EvidenceList page={page} evidence={claim.evidence} id={list} />
      <details>
        <summary>
          {page.say("tests")} <span class="unseen">{claim.id}</span>
        </summary>
        <ul>
          {claim.tests.map((test, index) => (
            <li key={index}>
              {source?.tests[index]?.about[page.language] ?? test.kind}
              {test.decisive && ` (${page.say("decisive")})`}: {localise(test.stated, page.language)}
              <ul>
                {test.pieces.map((piece, place) => (
                  <li key={place}>
                    <Sourced page={page} evidence={piece.evidence} list={list}>
                      {localise(piece.found, page.language) || "–"}
                    </Sourced>{" "}
                    <code>{piece.formula}</code> – {passing(piece.passes)}
                    {!piece.counted && ` (${page.say("notCounted")})`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
