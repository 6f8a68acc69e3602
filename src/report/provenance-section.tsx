import type { JSX } from "preact";
import { describeMoneySource, formatNumber, formatShare } from "../text/index.ts";
import type { Provenance } from "../measure/index.ts";
import { Assumptions } from "./how-found.tsx";
import { SourcedSentence, Sourced } from "./links.tsx";
import type { Page, State } from "./subject.ts";

export const provenanceDefaults = { actors: 6, sources: 4, dependences: 6 } as const;

/** Who ultimately pays: the outside sources of the largest firms' money, what depends on whom, value counted twice. */
export function ProvenanceSection({
  page,
  state,
}: {
  readonly page: Page;
  readonly state: State;
}): JSX.Element {
  const { circuit } = state.measurement;
  const { about, bookInflation: doubled } = circuit;
  const largest = [...circuit.provenance]
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => b.throughflow - a.throughflow)
    .slice(0, provenanceDefaults.actors);
  const sourceOf = ({ label, at }: Provenance["sources"][number]): string =>
    describeMoneySource({ label, name: page.nameOf(label), actor: page.nameOf(at) }, page.language);
  const share = (value: number): string => formatShare(value, page.language);
  const focus = largest.find(({ actor }) => actor === page.dossier.focus) ?? largest.at(0);
  if (!focus) return <div class={`state ${state.name}`} />;
  const dependences = chiefDependences(state, largest);
  return (
    <div class={`state ${state.name}`}>
      <h3>
        <SourcedSentence
          page={page}
          sentence={page.say("provenanceTitle")}
          words={{ actor: page.nameOf(focus.actor), source: sourceOf(focus.sources[0]) }}
          numbers={{ share: [share(focus.sources[0].share), about.provenance.evidence] }}
        />
      </h3>
      <p>{page.say("provenanceIntro")}</p>
      <dl>
        {largest.map(({ actor, sources }) => (
          <>
            <dt key={actor}>{page.nameOf(actor)}</dt>
            <dd>
              {sources.slice(0, provenanceDefaults.sources).map((source, index) => (
                <>
                  {index > 0 && " · "}
                  <Sourced key={index} page={page} evidence={about.provenance.evidence}>
                    {share(source.share)}
                  </Sourced>{" "}
                  {sourceOf(source)}
                </>
              ))}
            </dd>
          </>
        ))}
      </dl>
      {dependences.length > 0 && <h4>{page.say("dependenceTitle")}</h4>}
      <ul>
        {dependences.map(({ actor, on, share: part }) => (
          <li key={actor}>
            <SourcedSentence
              page={page}
              sentence={page.say("dependenceRow")}
              words={{ actor: page.nameOf(actor), on: page.nameOf(on) }}
              numbers={{ share: [share(part), about.dependence.evidence] }}
            />
          </li>
        ))}
      </ul>
      {doubled && (
        <p>
          <SourcedSentence
            page={page}
            sentence={page.say("bookInflation")}
            words={{}}
            numbers={{
              factor: [formatNumber(doubled.factor, page.language, 2), doubled.evidence],
              twice: [page.money(doubled.countedTwice, doubled.unit), doubled.evidence],
            }}
          />
        </p>
      )}
      <Assumptions page={page} about={about.provenance} />
    </div>
  );
}

/** The greatest dependence of each of the firms shown. */
function chiefDependences(
  { measurement }: State,
  shown: readonly Provenance[],
): State["measurement"]["circuit"]["dependence"] {
  return shown.flatMap(({ actor }) => {
    const own = measurement.circuit.dependence.filter((one) => one.actor === actor);
    return own.length > 0 ? [own.reduce((best, one) => (one.share > best.share ? one : best))] : [];
  });
}
