import type { JSX } from "preact";
import { Lead } from "../../parts/lead.tsx";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

/** The question of the screen and what can be done on it. */
export function SimulateHead(): JSX.Element {
  const { language } = useView().state;
  return (
    <header>
      <h1>{say(language, "title")}</h1>
      <Lead text={say(language, "lead")} more={say(language, "leadMore")} />
    </header>
  );
}
