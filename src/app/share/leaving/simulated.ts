import { readPeriod } from "../../../core/period.ts";
import { engineVersion } from "../../../core/version.ts";
import { fanTable, outcomeTable, sampleTable } from "../../../simulate/index.ts";
import type { ScreenResults } from "../../results.ts";
import type { AppState } from "../../state/state.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { commandLine, repeated, settings } from "../command.ts";
import { fanPicture } from "../fan-picture.tsx";
import type { Leave, Leaving, LeavingPicture, LeavingTable } from "../leaving.ts";
import { drawSheet } from "../picture-frame.tsx";
import { assumptionsInWords, madeBy, modelSource } from "../picture-words.ts";
import { say } from "../say.ts";

/** What leaves a simulation: fans, single runs and shares of runs, pictures of its graphs, the call that repeats it. */
export function simulatedLeaving(
  { view, address, today }: Leave,
  { card, shown }: Extract<ScreenResults, { readonly kind: "simulated" }>,
): Leaving {
  const { state } = view;
  const { language, model, scenarios, set } = state;
  const { runs, seed, hash } = shown;
  return {
    title: [card.title[language], ...scenarioLabels(card, state)].join(": "),
    stem: ["kreislauf", model, ...scenarios].join("-"),
    source: [...assumptionsInWords(card, state), simulatedSource(card, shown, state, today), address].join(
      " ",
    ),
    hash,
    date: today,
    pictures: simulatedPictures(card, shown, state, { address, today }),
    tables: simulatedTables(card, shown, state),
    documents: [],
    command: simulateCommand(model, { scenarios, set, runs, seed }),
    commandNotes: [
      hash === ""
        ? say(language, "preview", { runs, all: state.runs })
        : say(language, "commandHash", { hash: hash.slice(0, 12) }),
    ],
    canEmbed: true,
    linkNotes: [],
    method: say(language, "methodSimulated", {
      version: engineVersion,
      model,
      scenario: scenarios.length > 0 ? `, ${say(language, "scenarioWord")} ${scenarios.join(" + ")}` : "",
      changes: changesInCode(set),
      runs,
      seed,
    }),
  };
}

/** One sheet of all graphs, and each graph alone. */
export function simulatedPictures(
  card: ModelCard,
  shown: Simulated,
  state: AppState,
  { address, today }: Pick<Leave, "address" | "today">,
): readonly LeavingPicture[] {
  const { language, theme } = state;
  const draw = (part: string) => (): string | undefined => {
    const content = fanPicture(card, shown, { ...state, part }, { day: readPeriod(today)?.end });
    return content && drawSheet(content, { address, theme });
  };
  return [
    { name: "sheet", label: say(language, "sheetPicture"), draw: draw("") },
    ...card.guide.graphs.map(({ id, words }) => ({ name: id, label: words[language], draw: draw(id) })),
  ];
}

/** Fans, single runs, and how often what was asked happened. */
export function simulatedTables(
  { guide }: ModelCard,
  { picture }: Simulated,
  { language }: AppState,
): readonly LeavingTable[] {
  return [
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
  ];
}

/** Model, runs, seed, version, result and day. */
function simulatedSource(
  card: ModelCard,
  { runs, seed, hash }: Simulated,
  state: AppState,
  today: string,
): string {
  const { language, model, runs: wanted } = state;
  return [
    ...modelSource(card, language, { model, runs, wanted, seed }),
    ...madeBy(language, hash, readPeriod(today)?.end),
  ].join(" ");
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

function scenarioLabels(card: ModelCard, { scenarios, language }: AppState): readonly string[] {
  const labels = scenarios.map(
    (name) => card.scenarios.find((one) => one.name === name)?.label[language] ?? name,
  );
  return labels.length > 0 ? [labels.join(" + ")] : [];
}

/** Parameters moved by hand, for a citation. */
export function changesInCode(set: Readonly<Record<string, number>>): string {
  const changes = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  return changes.length > 0 ? `, ${changes.join(", ")}` : "";
}
