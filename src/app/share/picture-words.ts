import { engineVersion } from "../../core/version.ts";
import { picture as german } from "../../text/de/picture.ts";
import { picture as english } from "../../text/en/picture.ts";
import { formatDayInWords, formatNumber, formatReading, type Language } from "../../text/index.ts";
import type { AppState } from "../state/state.ts";
import type { ModelCard } from "../worker/model-card.ts";
import { speaker } from "../words.ts";

/** Sentences of pictures that leave the app. */
export const say = speaker(english, german);

const mostNamed = 6;

/** With which scenarios and assumptions a model was run: the sentences that belong to every number of it. */
export function assumptionsInWords(
  card: ModelCard,
  { scenarios, set, language }: Pick<AppState, "scenarios" | "set" | "language">,
): readonly string[] {
  const labelOf = (name: string): string =>
    card.scenarios.find((one) => one.name === name)?.label[language] ?? name;
  const changed = Object.entries(set).map(
    ([name, value]) => `${parameterName(name)} = ${valueWords(name, value)}`,
  );
  const named = changed.slice(0, mostNamed);
  const rest = changed.length - named.length;
  return [
    scenarios.length > 0
      ? say(language, "scenario", { names: scenarios.map(labelOf).join(" + ") })
      : say(language, "noScenario"),
    ...(changed.length > 0
      ? [
          say(language, "changed", {
            list: [...named, ...(rest > 0 ? [say(language, "more", { count: rest })] : [])].join("; "),
          }),
        ]
      : []),
  ];

  function parameterName(name: string): string {
    const slider = card.guide.sliders.find((one) => one.name === name);
    return (
      slider?.words[language] ?? card.parameters.find((one) => one.name === name)?.label[language] ?? name
    );
  }

  function valueWords(name: string, value: number): string {
    const slider = card.guide.sliders.find((one) => one.name === name);
    return formatReading(value, slider?.as ?? "number", language, card.guide.money);
  }
}

/** The engine, the hash of the result and the day of the calculation. */
export function madeBy(language: Language, hash: string, day: number | undefined): readonly string[] {
  return [
    hash === ""
      ? say(language, "versionOnly", { version: engineVersion })
      : say(language, "version", { version: engineVersion, hash: hash.slice(0, 12) }),
    ...(day === undefined ? [] : [say(language, "onDay", { day: formatDayInWords(day, language) })]),
  ];
}

/** The runs behind a picture; if the link asks for more, that is said. */
export function modelSource(
  card: ModelCard,
  language: Language,
  run: { readonly model: string; readonly runs: number; readonly wanted: number; readonly seed: number },
): readonly string[] {
  const values = { title: card.title[language], name: run.model, seed: run.seed };
  if (run.runs === 1) return [say(language, "oneRunSource", values)];
  const runs = formatNumber(run.runs, language);
  return [
    say(language, "modelSource", { ...values, runs }),
    ...(run.wanted > run.runs
      ? [say(language, "fewerRuns", { wanted: formatNumber(run.wanted, language), runs })]
      : []),
  ];
}
