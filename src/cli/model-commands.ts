import type { Command } from "commander";
import type { IncidenceCall } from "./incidence.ts";
import type { MatrixCall } from "./matrix.ts";
import { sayModel } from "./model-words.ts";
import type { SimulateCall } from "./simulate.ts";
import type { Terminal } from "./terminal.ts";

/** The commands of the second verb. */
export function addModelCommands(program: Command, terminal: Terminal): void {
  const text = (key: Parameters<typeof sayModel>[1]): string => sayModel(terminal, key);
  const collect = (word: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    word,
  ];
  const collectScenarios = (words: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    ...words.split("+").map((word) => word.trim()),
  ];

  program
    .command("simulate")
    .description(text("simulateDescription"))
    .argument("<model>", text("modelArgument"))
    .option("--scenario <name>", text("scenarioOption"), collectScenarios)
    .option("--scenarios <file>", text("scenariosOption"))
    .option("--set <name=value>", text("setOption"), collect)
    .option("--measure", text("measureOption"))
    .option("--periods <number>", text("periodsOption"))
    .option("--runs <number>", text("runsOption"))
    .option("--seed <number>", text("seedOption"))
    .option("--graphs", text("graphsOption"))
    .option("--out <file>", text("outFileOption"))
    .option("--json", text("jsonOption"))
    .option("--dossier <name>", text("dossierOption"))
    .action(async (model: string, call: SimulateCall) =>
      (await import("./simulate.ts")).simulate(model, call, terminal),
    );

  program
    .command("incidence")
    .description(text("incidenceDescription"))
    .argument("<model>", text("modelArgument"))
    .option("--scenario <name>", text("scenarioOption"), collectScenarios)
    .option("--scenarios <file>", text("scenariosOption"))
    .option("--against <name>", text("againstOption"), collectScenarios)
    .option("--from <period>", text("fromOption"))
    .option("--to <period>", text("toOption"))
    .option("--also <name>", text("alsoOption"), collect)
    .option("--set <name=value>", text("setOption"), collect)
    .option("--runs <number>", text("runsOption"))
    .option("--seed <number>", text("seedOption"))
    .option("--json", text("jsonOption"))
    .option("--dossier <name>", text("dossierOption"))
    .action(async (model: string, call: IncidenceCall) =>
      (await import("./incidence.ts")).showIncidence(model, call, terminal),
    );

  program
    .command("matrix")
    .description(text("matrixDescription"))
    .argument("<model>", text("modelArgument"))
    .option("--format <format>", text("formatOption"))
    .option("--period <number>", text("periodOption"))
    .option("--scenario <name>", text("scenarioOption"), collectScenarios)
    .option("--dossier <name>", text("dossierOption"))
    .action(async (model: string, call: MatrixCall) =>
      (await import("./matrix.ts")).matrix(model, call, terminal),
    );
}
