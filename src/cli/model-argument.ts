import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import { compile, type Model } from "../model/index.ts";
import { builtInModels, readTextFile } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** A model without errors, from a file or by the name of a built-in one, or the command ends with all problems. */
export async function openModel(name: string, terminal: Terminal): Promise<Model> {
  const builtIn = await builtInModels();
  const file = builtIn.get(name) ?? name;
  if (!(await isThere(file))) {
    const values = { name, known: [...builtIn.keys()].join(", ") };
    const hint = nearestName(name, builtIn.keys());
    throw new CommandFailure(exitCode.problems, [
      createProblem("no-such-model", { file: name, line: 0, column: 0 }, values, { hint }),
    ]);
  }
  const problems: Problem[] = [];
  const text = await readTextFile(file, name, problems);
  if (text === undefined) throw new CommandFailure(exitCode.problems, problems);
  const shown = builtIn.has(name) ? basename(file) : name;
  const outcome = compile(text, { file: shown, files: await readIncludes(text, file, problems) });
  const all = [...problems, ...outcome.problems];
  if (outcome.value === undefined || hasErrors(all)) throw new CommandFailure(exitCode.problems, all);
  printProblems(terminal, all);
  return outcome.value;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Texts of the files that a model includes, and of those they include, from the folder of the model and below. */
async function readIncludes(
  text: string,
  file: string,
  problems: Problem[],
): Promise<(name: string) => string | undefined> {
  const texts = new Map<string, string | undefined>();
  for (let waiting = namesIncluded(text); waiting.length > 0;) {
    const next: string[] = [];
    for (const name of waiting) {
      if (texts.has(name)) continue;
      const inside = !name.startsWith("/") && !name.split(/[/\\]/).includes("..");
      const found = inside ? await readIncluded(join(dirname(file), name), name, problems) : undefined;
      texts.set(name, found);
      next.push(...namesIncluded(found ?? ""));
    }
    waiting = next;
  }
  return (name) => texts.get(name);
}

/** A file that is not there is the language's problem, with the line that names it. */
async function readIncluded(path: string, name: string, problems: Problem[]): Promise<string | undefined> {
  return (await isThere(path)) ? readTextFile(path, name, problems) : undefined;
}

function namesIncluded(text: string): readonly string[] {
  return [...text.matchAll(/^\s*include\s+"([^"\n]*)"/gm)].map((match) => match[1]);
}
