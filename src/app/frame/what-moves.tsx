import type { JSX } from "preact";
import { useJob } from "../parts/use-job.ts";
import { lookOf } from "../state/look.ts";
import { differences } from "../state/differences.ts";
import { useView } from "../view.ts";
import { dossierAt } from "../worker/measure-job.ts";
import { sayEvidence } from "./evidence-words.ts";

const most = 6;

/** The results that a doubt changes, the largest change first. */
export function WhatMoves(): JSX.Element {
  const view = useView();
  const { state, original, measured, page } = view;
  const { language } = state;
  const look = { ...lookOf(state), doubts: {} };
  const { result } = useJob(
    { kind: "measure", dossier: original, look },
    JSON.stringify([original.id, look]),
  );
  if (!result?.measurement) return <p class="quiet">{sayEvidence(language, "moving")}</p>;
  const moved = differences(result.measurement, measured.measurement, page, {
    before: dossierAt(original, look),
    after: view.dossier,
  }).filter(({ name }) => !Object.hasOwn(state.doubts, name));
  if (moved.length === 0) return <p>{sayEvidence(language, "movesNothing")}</p>;
  return (
    <details open>
      <summary>
        {sayEvidence(language, "moves")} ({moved.length})
      </summary>
      <table class="moves">
        <tbody>
          {moved.slice(0, most).map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <s>{before}</s>
              </td>
              <td>
                <b>{after}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > most && (
        <p class="quiet">{sayEvidence(language, "movesMore", { count: moved.length - most })}</p>
      )}
    </details>
  );
}
