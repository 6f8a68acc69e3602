import type { JSX } from "preact";
import type { Dossier } from "../../dossier/index.ts";
import { describeSource } from "../../text/index.ts";
import { useView } from "../view.ts";
import { piecesOfSource } from "./evidence-ids.ts";

/** The source of a statement of a model; evidence ids that the open dossier has lead to their evidence. */
export function SourceText({ source }: { readonly source: string }): JSX.Element {
  const view = useView();
  const known = idsOf(view.dossier);
  return (
    <>
      {piecesOfSource(source).map(({ text, ids }, place) => {
        const found = ids.filter((id) => known.has(id));
        return found.length === 0 ? (
          describeSource(text, view.state.language)
        ) : (
          <a key={place} href={view.href({ evidence: found.join(",") })}>
            {text}
          </a>
        );
      })}
    </>
  );
}

const ids = new WeakMap<Dossier, ReadonlySet<string>>();

/** Ids of a dossier's evidence, listed once: there are many sources on a page. */
function idsOf(dossier: Dossier): ReadonlySet<string> {
  const known = ids.get(dossier) ?? new Set([...dossier.figures, ...dossier.ties].map(({ id }) => id));
  ids.set(dossier, known);
  return known;
}
