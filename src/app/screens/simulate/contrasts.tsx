import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatNumber, formatReading, formatShare } from "../../../text/index.ts";
import { Busy } from "../../parts/busy.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

const runs = 200;

/** Findings that hold against the article as well as for it, each computed from paired runs when asked for. */
export function Contrasts({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const { language, model, seed } = useView().state;
  const [isWanted, setWanted] = useState(false);
  const { result, busy, progress } = useJob(
    isWanted ? { kind: "contrasts", model: { name: model }, runs, seed } : undefined,
    `${model} ${seed} ${isWanted}`,
  );
  const { contrasts, sliders, money } = card.guide;
  if (contrasts.length === 0) return null;
  return (
    <section class="contrasts" aria-label={say(language, "contrasts")}>
      <h2>{say(language, "contrasts")}</h2>
      {!isWanted && (
        <button type="button" onClick={() => setWanted(true)}>
          {say(language, "contrastsRun")}
        </button>
      )}
      {busy && <Busy progress={progress} />}
      {result && (
        <>
          <ul>
            {result.map(({ id, first, second }) => {
              const contrast = contrasts.find((one) => one.id === id)!;
              const as = sliders.find(({ name }) => name === contrast.parameter)?.as ?? "number";
              const value = (number: number): string => formatReading(number, as, language, money);
              const answer = (number: number): string =>
                contrast.as === "frequency"
                  ? formatNumber(number * 100, language)
                  : formatShare(number, language);
              return (
                <li key={id}>
                  {contrast.words[language]
                    .replace("{low}", value(contrast.values[0]))
                    .replace("{high}", value(contrast.values[1]))
                    .replace("{first}", answer(first))
                    .replace("{second}", answer(second))
                    .replace("{change}", formatShare(second / first - 1, language))}
                </li>
              );
            })}
          </ul>
          <p class="quiet">{say(language, "contrastsNote", { runs })}</p>
        </>
      )}
    </section>
  );
}
