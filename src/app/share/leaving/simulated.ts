import { engineVersion } from "../../../core/version.ts";
import { fanTable, outcomeTable, sampleTable } from "../../../simulate/index.ts";
import { formatNumber } from "../../../text/index.ts";
import type { ScreenResults } from "../../results.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { commandLine, repeated, settings } from "../command.ts";
import type { Leave, Leaving } from "../leaving.ts";
import { say } from "../say.ts";
import { dayInWords } from "../today.ts";

/** What leaves a simulation: fans, single runs and shares of runs, pictures of its graphs, the call that repeats it. */
export function simulatedLeaving(
  { view, address, today }: Leave,
  { card, shown }: Extract<ScreenResults, { readonly kind: "simulated" }>,
): Leaving {
  const { state } = view;
  const { language, model, scenarios, set } = state;
  const { picture, runs, seed, hash } = shown;
  const { guide } = card;
  const scenario = scenarioWords(card, scenarios, view);
  return {
    title: `${card.title[language]}: ${scenario}`,
    stem: ["kreislauf", model, ...scenarios].join("-"),
    source: say(language, "simulatedLine", {
      model: card.title[language],
      source: card.source,
      scenario,
      set: changesInWords(set, view),
      runs: formatNumber(runs, language),
      seed,
      day: dayInWords(today, language),
      version: engineVersion,
      hash: hash.slice(0, 12) || "–",
      address,
    }),
    hash,
    date: today,
    pictures: [],
    tables: [
      { name: "fans", label: say(language, "fansTable"), table: () => fanTable(guide, picture, language) },
      {
        name: "runs",
        label: say(language, "samplesTable"),
        table: () => sampleTable(guide, picture, language),
      },
      ...(picture.outcomes.length > 0
        ? [
            {
              name: "outcomes",
              label: say(language, "outcomesTable"),
              table: () => outcomeTable(guide, picture, language),
            },
          ]
        : []),
    ],
    documents: [],
    command: simulateCommand(model, { scenarios, set, runs, seed }),
    commandNotes: 
      hash === ""
        ? [say(language, "preview", { runs, all: state.runs })]
        : [say(language, "commandHash", { hash: hash.slice(0, 12) })],
    linkNotes: [],
    method: `Kreislauf ${engineVersion}, model ${model}${scenarios.length > 0 ? `, scenario ${scenarios.join(" + ")}` : ""}${changesInCode(set)}, ${runs} runs, seed ${seed}`,
  };
}

/** The call that gives the graphs of a model and their hash. */
export function simulateCommand(
  model: string,
  order: {
    readonly scenarios: readonly string[];
    readonly set: Readonly<Record<string, number>>;
    readonly runs: number;
    readonly seed: number;
  },
): string {
  const { scenarios, set, runs, seed } = order;
  return commandLine([
    ...["simulate", model, "--graphs"],
    ...repeated("--scenario", scenarios),
    ...settings(set),
    ...["--runs", String(runs), "--seed", String(seed), "--json"],
  ]);
}

/** Scenarios as the model calls them. */
export function scenarioWords(
  card: ModelCard,
  scenarios: readonly string[],
  { state }: Leave["view"],
): string {
  const { language } = state;
  const labels = scenarios.map(
    (name) => card.scenarios.find((one) => one.name === name)?.label[language] ?? name,
  );
  return labels.join(" + ") || say(language, "asItIs");
}

/** Parameters moved by hand, with their values. */
export function changesInWords(set: Readonly<Record<string, number>>, { state }: Leave["view"]): string {
  const changes = Object.entries(set).map(([name, value]) => `${name} = ${value}`);
  return changes.join(", ") || say(state.language, "nothingChanged");
}

/** The same for a citation. */
export function changesInCode(set: Readonly<Record<string, number>>): string {
  const changes = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  return changes.length > 0 ? `, ${changes.join(", ")}` : "";
}
