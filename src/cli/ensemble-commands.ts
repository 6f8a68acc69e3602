import type { Command } from "commander";
import type { EnsembleWords } from "./ensemble.ts";
import type { SensitivityWords } from "./sensitivity.ts";
import { sayEnsemble } from "./ensemble-words.ts";
import type { Terminal } from "./terminal.ts";

/** `ensemble` and `sensitivity`: many runs of a model. */
export function addEnsembleCommands(program: Command, terminal: Terminal): void {
  const text = (key: Parameters<typeof sayEnsemble>[1]): string => sayEnsemble(terminal, key);
  program
    .command("ensemble")
    .description(text("ensembleDescription"))
    .argument("<model>", text("modelArgument"))
    .requiredOption("--out <folder>", text("folderOption"))
    .option("--scenario <name>", text("scenarioOption"), collect)
    .option("--scenarios <file>", text("scenariosOption"))
    .option("--set <name=value>", text("setOption"), collect)
    .option("--output <expression>", text("outcomeOption"), collect)
    .option("--runs <number>", text("runsOption"), "1000")
    .option("--seed <number>", text("seedOption"), "1")
    .option("--periods <number>", text("periodsOption"))
    .option("--design <design>", text("designOption"), "latin-hypercube")
    .option("--by <parameter>", text("byOption"), collect)
    .option("--format <format>", text("formatOption"), "parquet")
    .option("--threads <number>", text("threadsOption"))
    .option("--dossier <name>", text("modelDossierOption"))
    .option("--resume", text("resumeOption"))
    .option("--json", text("jsonOption"))
    .action(async (model: string, words: EnsembleWords) =>
      (await import("./ensemble.ts")).ensemble(model, words, terminal),
    );

  program
    .command("sensitivity")
    .description(text("sensitivityDescription"))
    .argument("<model>", text("modelArgument"))
    .option("--output <expression>", text("oneOutcomeOption"))
    .option("--discover <condition>", text("discoverOption"))
    .option("--method <method>", text("methodOption"), "sobol")
    .option("--runs <number>", text("runsOption"))
    .option("--scenario <name>", text("oneScenarioOption"))
    .option("--scenarios <file>", text("scenariosOption"))
    .option("--set <name=value>", text("setOption"), collect)
    .option("--seed <number>", text("seedOption"), "1")
    .option("--periods <number>", text("periodsOption"))
    .option("--threads <number>", text("threadsOption"))
    .option("--dossier <name>", text("modelDossierOption"))
    .option("--json", text("jsonOption"))
    .action(async (model: string, words: SensitivityWords) =>
      (await import("./sensitivity.ts")).sensitivity(model, words, terminal),
    );
}

/** Collects an option that may be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
