import type { JSX } from "preact";
import { VerdictStrip } from "../chart/index.ts";
import type { ClaimResult, Verdict } from "../measure/index.ts";
import { nameSubject } from "./finding.tsx";
import { HowFound } from "./how-found.tsx";
import { type Evidence, Sourced, SourcedSentence } from "./links.tsx";
import { localise } from "./stated-value.ts";
import { type Page, sharedByVintage, type State, vintagesOf } from "./subject.ts";

/** Each statement with its verdict, what is stated, what was found, test by test. */
export function ClaimsSection({ page }: { readonly page: Page }): JSX.Element {
  const states = vintagesOf(page);
  const shared = page.dossier.claims.map(({ id }) => ({
    id,
    variants: sharedByVintage(states, ({ measurement }) =>
      measurement.claims.find((claim) => claim.id === id),
    ),
  }));
  const anchor = (id: string, vintage: string): string => {
    const variants = shared.find((claim) => claim.id === id)?.variants ?? [];
    const own = variants.find(({ classes }) => classes.split(" ").includes(vintage));
    return `claim-${id}-${own?.classes.split(" ")[0]}`;
  };
  const first = states[0]?.measurement.claims[0];
  return (
    <>
      {states.map((state) => (
        <Verdicts key={state.vintage} {...{ page, state, anchor }} />
      ))}
      <p>{page.say("claimsIntro")}</p>
      <ol class="claims" id="claims-list">
        {shared.flatMap(({ id, variants }) =>
          variants.map(
            ({ classes, value }) =>
              value && (
                <Claim
                  key={classes}
                  {...{ page, classes }}
                  claim={value}
                  id={anchor(id, classes.split(" ")[0])}
                />
              ),
          ),
        )}
      </ol>
      {first && <HowFound page={page} about={first} />}
    </>
  );
}

/** How many statements hold at a date, and which. */
function Verdicts(props: {
  readonly page: Page;
  readonly state: State;
  readonly anchor: (id: string, vintage: string) => string;
}): JSX.Element {
  const { page, state } = props;
  const { claims } = state.measurement;
  const count = (verdict: Verdict): readonly [string, Evidence] => [
    String(claims.filter((claim) => claim.verdict === verdict).length),
    "#claims-list",
  ];
  return (
    <div class={`state k${state.vintage}`}>
      <h3>
        <SourcedSentence
          page={page}
          sentence={page.say("claimsTitle")}
          words={{}}
          numbers={{
            count: [String(claims.length), "#claims-list"],
            supported: count("supported"),
            loose: count("loose"),
            contradicted: count("contradicted"),
            unverified: count("unverified"),
          }}
        />
      </h3>
      <VerdictStrip
        claims={claims}
        labelOf={(claim) => `${claim.id}: ${page.say(claim.verdict)}`}
        linkOf={(claim) => `#${props.anchor(claim.id, `k${state.vintage}`)}`}
      />
    </div>
  );
}

function Claim(props: {
  readonly page: Page;
  readonly claim: ClaimResult;
  readonly classes: string;
  readonly id: string;
}): JSX.Element {
  const { page, claim } = props;
  const source = page.dossier.claims.find(({ id }) => id === claim.id);
  const statement = source?.statement[page.language] ?? claim.id;
  const caveat = source?.caveat?.[page.language];
  const named = (word: string): string => nameSubject(page, word);
  const passing = (passes: boolean | undefined): string =>
    page.say(passes === undefined ? "open" : passes ? "passes" : "fails");
  return (
    <li id={props.id} class={`state ${props.classes}`}>
      <h4>
        <span class={`verdict ${claim.verdict}`}>{page.say(claim.verdict)}</span> {statement}
      </h4>
      <dl>
        <dt>{page.say("stated")}</dt>
        <dd>
          <Sourced page={page} evidence={claim.evidence}>
            {localise(claim.stated, page.language, named) || "–"}
          </Sourced>
        </dd>
        <dt>{page.say("found")}</dt>
        <dd>
          <Sourced page={page} evidence={claim.evidence}>
            {localise(claim.found, page.language, named) || "–"}
          </Sourced>
        </dd>
        {caveat && (
          <>
            <dt>{page.say("caveat")}</dt>
            <dd>
              {caveat}{" "}
              <Sourced page={page} evidence={claim.evidence}>
                {page.say("evidence")}
              </Sourced>
            </dd>
          </>
        )}
      </dl>
      <details>
        <summary>
          {page.say("tests")} <span class="unseen">{claim.id}</span>
        </summary>
        <ul>
          {claim.tests.map((test, index) => (
            <li key={index}>
              {source?.tests[index]?.about[page.language] ?? test.kind}
              {test.decisive && ` (${page.say("decisive")})`}:{" "}
              <Sourced page={page} evidence={claim.evidence}>
                {localise(test.stated, page.language, named)}
              </Sourced>
              <ul>
                {test.pieces.map((piece, place) => (
                  <li key={place}>
                    <Sourced page={page} evidence={piece.evidence}>
                      {localise(piece.found, page.language, named) || "–"}
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
