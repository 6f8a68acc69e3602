import { Command, CommanderError } from "commander";
import type { PlanCallOptions } from "./plan.ts";
import type { cli as english } from "../text/en/cli.ts";
import { createProblem, type Language, languages } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { addEnsembleCommands } from "./ensemble-commands.ts";
import { addModelCommands } from "./model-commands.ts";
import { CommandFailure, say, type Terminal } from "./terminal.ts";

/** The whole command line; each command's work is loaded only when it is called. */
export function createProgram(terminal: Terminal, version: string): Command {
  const text = (key: keyof typeof english): string => say(terminal, key);
  const program = new Command("kreislauf");
  // Subcommands inherit these settings, so they come first.
  program
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: () => undefined })
    .configureHelp({ styleTitle: (title) => translateTitle(title, terminal) })
    .helpOption("-h, --help", text("helpOption"))
    .helpCommand("help [command]", text("helpCommand"))
    .description(text("description"))
    .version(version, "-V, --version", text("versionOption"))
    .option("--lang <language>", text("languageOption"));

  program
    .command("check")
    .description(text("checkDescription"))
    .argument("<dossier>", text("checkArgument"))
    .action(async (dossier: string) => (await import("./check.ts")).check(dossier, terminal));

  program
    .command("measure")
    .description(text("measureDescription"))
    .argument("<dossier>", text("dossierArgument"))
    .option("--as-of <day>", text("asOfOption"))
    .option("--status <status>", text("statusOption"))
    .option("--window <period>", text("windowOption"))
    .option("--json", text("jsonOption"))
    .action(async (dossier: string, options: Record<string, string>) =>
      (await import("./measure.ts")).measure(dossier, options, terminal),
    );

  program
    .command("values")
    .description(text("valuesDescription"))
    .argument("<economy>", text("economyArgument"))
    .option("--imports <treatment>", text("importsOption"))
    .option("--top <number>", text("topOption"))
    .option("--json", text("valuesJsonOption"))
    .action(async (economy: string, options: Record<string, string | boolean>) =>
      (await import("./values.ts")).values(economy, options, terminal),
    );

  program
    .command("plan")
    .description(text("planDescription"))
    .argument("<economy>", text("economyArgument"))
    .option("--goals <file>", text("goalsOption"))
    .option("--objective <name>", text("objectiveOption"))
    .option("--years <number>", text("yearsOption"))
    .option("--set <name=value...>", text("setOption"))
    .option("--boom [year]", text("boomOption"))
    .option("--out <folder>", text("planOutOption"))
    .option("--json", text("planJsonOption"))
    .action(async (economy: string, options: PlanCallOptions) =>
      (await import("./plan.ts")).plan(economy, options, terminal),
    );

  program
    .command("report")
    .description(text("reportDescription"))
    .argument("<dossier>", text("dossierArgument"))
    .requiredOption("--out <file>", text("outOption"))
    .option("--as-of <day>", text("asOfOption"))
    .option("--window <period>", text("windowOption"))
    .action(async (dossier: string, options: Record<string, string>) =>
      (await import("./report.ts")).report(dossier, options, terminal),
    );

  program
    .command("schema")
    .description(text("schemaDescription"))
    .argument("<name>", text("schemaArgument"))
    .action(async (name: string) => (await import("./schema.ts")).schema(name, terminal));

  program
    .command("tally")
    .description(text("tallyDescription"))
    .argument("<file>", text("tallyArgument"))
    .option("--rule <rule>", text("ruleOption"), "mes")
    .option("--utility <utility>", text("utilityOption"))
    .option("--completion <completion>", text("completionOption"))
    .option("--json", text("jsonOption"))
    .action(async (file: string, options: Record<string, string>) =>
      (await import("./tally.ts")).tallyVotes(file, options, terminal),
    );

  addEnsembleCommands(program, terminal);

  program
    .command("serve")
    .description(text("serveDescription"))
    .argument("[dossier]", text("dossierArgument"), "ki-2025")
    .option("--as-of <day>", text("asOfOption"))
    .option("--window <period>", text("windowOption"))
    .option("--port <number>", text("portOption"), "4000")
    .option("--host <address>", text("hostOption"), "127.0.0.1")
    .action(async (dossier: string, options: Record<string, string>) =>
      (await import("./serve.ts")).serve(dossier, options, terminal),
    );

  addModelCommands(program, terminal);

  for (const command of program.commands) command.option("--lang <language>", text("languageOption"));
  return program;
}

/** The language named by `--lang` anywhere in the call; the program itself is built in it. */
export function languageOption(words: readonly string[]): Language | undefined {
  const place = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (place < 0) return undefined;
  const word = words[place];
  const value = word === "--lang" ? words[place + 1] : word.slice("--lang=".length);
  if (value === undefined) return undefined;
  const language = languages.find((known) => known === value);
  if (language) return language;
  throw wrongCall("bad-option-value", { option: "--lang", value, wanted: languages.join(", ") });
}

/** Commander's complaints as problems of ours, so that they come in both languages and with exit code 2. */
export function usageFailure(error: CommanderError, known: readonly string[]): CommandFailure {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const near = /Did you mean (?:one of )?([^,?)]+)/.exec(error.message)?.[1];
  switch (error.code) {
    case "commander.unknownCommand":
      return wrongCall("unknown-command", { name: quoted }, near);
    case "commander.unknownOption":
      return wrongCall("unknown-option", { name: quoted }, near);
    case "commander.missingArgument":
      return wrongCall("missing-argument", { name: quoted });
    case "commander.optionMissingArgument":
    case "commander.missingMandatoryOptionValue":
      return wrongCall("missing-option-value", { name: quoted });
    case "commander.excessArguments":
      return wrongCall("surplus-argument", { name: known.at(-1) ?? "" });
    default:
      throw error;
  }
}

/** A wrong call: exit code 2. */
export function wrongCall(
  code: Parameters<typeof createProblem>[0],
  values: Readonly<Record<string, string | number>>,
  hint?: string,
): CommandFailure {
  return new CommandFailure(exitCode.usage, [
    createProblem(code, { file: "kreislauf", line: 0, column: 0 }, values, { hint }),
  ]);
}

function translateTitle(title: string, terminal: Terminal): string {
  const keys: Readonly<Record<string, keyof typeof english>> = {
    "Usage:": "usage",
    "Arguments:": "arguments",
    "Options:": "options",
    "Global Options:": "globalOptions",
    "Commands:": "commands",
  };
  const key = keys[title];
  return key ? say(terminal, key) : title;
}
