import type { JSX } from "preact";
import { formatReading } from "../../../text/index.ts";
import type { PictureContent } from "../../share/picture-content.ts";
import { PictureFigure } from "../../share/picture-figures.tsx";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { FirstOutcome, Outcomes } from "./outcomes.tsx";
import { ScenarioLinks } from "./scenario-choice.tsx";
import { SimulateHead } from "./simulate-head.tsx";
import { say } from "./words.ts";

/** The simulation of a model as it stands, laid out as its screen is. */
export function SimulationStill(props: {
  readonly card: ModelCard;
  readonly shown: Simulated;
  readonly content: PictureContent;
  readonly note: string;
  readonly asked: JSX.Element | false;
}): JSX.Element {
  const { card, shown, content } = props;
  const { language } = useView().state;
  const { guide, parameters } = card;
  const [first, ...others] = content.drawings.map((drawing) => (
    <PictureFigure key={drawing.id} {...{ drawing, content, language }} />
  ));
  return (
    <>
      <SimulateHead />
      <ScenarioLinks card={card} />
      {props.asked}
      <div class="levers-and-graphs">
        <section class="levers still-levers" aria-label={say(language, "assumptions")}>
          <h2>{say(language, "assumptions")}</h2>
          <table>
            <tbody>
              {guide.sliders.map(({ name, words, as }) => {
                const found = parameters?.find((parameter) => parameter.name === name);
                return (
                  found && (
                    <tr key={name}>
                      <th scope="row">{words[language]}</th>
                      <td class="r">{formatReading(found.value, as, language, guide.money)}</td>
                    </tr>
                  )
                );
              })}
            </tbody>
          </table>
        </section>
        <section class="graphs" aria-label={card.title[language]}>
          <FirstOutcome {...{ card, shown }} />
          <div class="graph-grid">
            {first}
            <div class="beside-first">
              <p class="run-state quiet">{props.note}</p>
              <Outcomes {...{ card, shown }} from={1} />
            </div>
            {others}
          </div>
        </section>
      </div>
    </>
  );
}
