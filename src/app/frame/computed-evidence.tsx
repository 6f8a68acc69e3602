import type { JSX } from "preact";
import type { About, Measurement } from "../../measure/index.ts";
import { HowFound } from "../../report/index.ts";
import { describeMethod } from "../../text/index.ts";
import { useView } from "../view.ts";
import { amountInWords, headingOf, sayEvidence } from "./evidence-words.ts";

/** How a computed number was found, by its key in the address: `about.circulation`, `own.nvidia`. */
export function aboutOf({ circuit }: Measurement, id: string): About | undefined {
  const [kind, key = ""] = id.split(/\.(.*)/);
  if (kind === "own") return circuit.selfFinanced.find(({ actor }) => actor === key);
  if (kind !== "about") return undefined;
  const abouts: Readonly<Record<string, About>> = circuit.about;
  return Object.hasOwn(abouts, key) ? abouts[key] : undefined;
}

/** A number that is computed from many: its method, what speaks against it, and all it is computed from. */
export function ComputedEvidence({ about }: { readonly about: About }): JSX.Element {
  const { page, state } = useView();
  return (
    <>
      <h3>{describeMethod(about.method, state.language).name}</h3>
      <p>{describeMethod(about.method, state.language).how}</p>
      <HowFound page={page} about={about} />
      <h4>{sayEvidence(state.language, "several", { count: about.evidence.length })}</h4>
      <EvidenceRows ids={about.evidence} />
    </>
  );
}

/** Figures and ties, each with what it is about and its amount. */
export function EvidenceRows({ ids }: { readonly ids: readonly string[] }): JSX.Element {
  const view = useView();
  const { dossier } = view;
  const items = ids.flatMap(
    (id) =>
      dossier.ties.find((tie) => tie.id === id) ?? dossier.figures.find((figure) => figure.id === id) ?? [],
  );
  return (
    <ul class="evidence-list">
      {items.map((item) => (
        <li key={item.id}>
          <a href={view.href({ evidence: item.id })}>
            <span>{headingOf(item, view)}</span> <b>{amountInWords(item, view)}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}
