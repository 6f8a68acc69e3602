import type { JSX } from "preact";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { WhatMoves } from "./what-moves.tsx";

/** Says that what is shown is a scenario, what it moves, and leads back to the evidence. */
export function ScenarioBanner(): JSX.Element | null {
  const view = useView();
  const { doubts, language } = view.state;
  const count = Object.keys(doubts).length;
  if (count === 0) return null;
  return (
    <section class="scenario" aria-label={appText(language, "scenario")}>
      <p>
        <b>{appText(language, "scenario")}</b> {appText(language, "scenarioNote", { count })}{" "}
        <a href={view.href({ doubts: {} })}>{appText(language, "scenarioEnd")}</a>
      </p>
      <WhatMoves />
    </section>
  );
}
