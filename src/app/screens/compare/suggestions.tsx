import type { JSX } from "preact";
import { formatDay } from "../../../core/period.ts";
import type { compare as english } from "../../../text/en/compare.ts";
import { writeAddress } from "../../state/address.ts";
import { type AppState, defaults } from "../../state/state.ts";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import { say } from "./words.ts";

type Patch = Partial<AppState>;

/** What can be compared of the built-in model and the teaching economy. */
const simulated = {
  byScenario: [[], ["stop"], ["leap"]].map((scenarios) => ({ scenarios })),
  byPolicy: [["stop"], ["bailaus"], ["wealth"], ["takeover"]].map((scenarios) => ({ scenarios })),
  byPotential: [500, 2000].map((M0) => ({ set: { M0 } })),
} as const satisfies Readonly<Partial<Record<keyof typeof english, readonly Patch[]>>>;
const planned = {
  byObjective: ["hours", "fulfilment", "hazard"].map((objective) => ({ objective })),
  byWeek: [{}, { week: 32 }, { week: 28 }].map((goals) => ({ goals })),
  byTechnique: [{}, { assisted: 0 }].map((goals) => ({ goals })),
} as const satisfies Readonly<Partial<Record<keyof typeof english, readonly Patch[]>>>;

/** Comparisons to begin with, for each verb. */
export function Suggestions(): JSX.Element {
  const view = useView();
  const { state, original, library } = view;
  const { language } = state;
  const at = (patch: Patch): string => writeAddress({ ...defaults, language, ...patch });
  const ofDossier = (patch: Patch): string => at({ screen: "circuit", dossier: state.dossier, ...patch });
  const measured = {
    byStatus: (["announced", "contracted", "paid"] as const).map((reading) => ofDossier({ reading })),
    byDate: original.vintages.slice(-4).map((day) => ofDossier({ asOf: formatDay(day) })),
    byBubble: library.slice(0, 4).map(({ id }) => ofDossier({ dossier: id })),
  };
  const addresses = (patches: Readonly<Record<string, readonly Patch[]>>, screen: AppState["screen"]) =>
    Object.fromEntries(
      Object.entries(patches).map(([key, list]) => [key, list.map((patch) => at({ screen, ...patch }))]),
    );
  const verbs = [
    ["measure", measured],
    ["simulate", addresses(simulated, "simulate")],
    ["plan", addresses(planned, "plan")],
  ] as const;
  return (
    <section class="suggestions" aria-label={say(language, "suggestions")}>
      <h2>{say(language, "suggestions")}</h2>
      {verbs.map(([verb, sets]) => (
        <div key={verb}>
          <h3>{appText(language, verb)}</h3>
          <ul>
            {Object.entries(sets)
              .filter(([, list]) => list.length > 1)
              .map(([key, list]) => (
                <li key={key}>
                  <a href={view.href({ compare: list })}>{say(language, key as keyof typeof english)}</a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
