import type { JSX } from "preact";
import { useView } from "../view.ts";
import { piecesOfSource } from "./evidence-ids.ts";

/** The source of a statement of a model; evidence ids that the open dossier has lead to their evidence. */
export function SourceText({ source }: { readonly source: string }): JSX.Element {
  const view = useView();
  const known = new Set([...view.dossier.figures, ...view.dossier.ties].map(({ id }) => id));
  return (
    <>
      {piecesOfSource(source).map(({ text, ids }, place) => {
        const found = ids.filter((id) => known.has(id));
        return found.length === 0 ? (
          text
        ) : (
          <a key={place} href={view.href({ evidence: found.join(",") })}>
            {text}
          </a>
        );
      })}
    </>
  );
}
