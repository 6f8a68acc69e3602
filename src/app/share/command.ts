/** Words of a call as one types them: what a shell would read differently stands in quotes. */
export function commandLine(words: readonly string[]): string {
  return ["kreislauf", ...words].map(quoted).join(" ");
}

/** Options that may stand several times, or not at all. */
export function repeated(option: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [option, value]);
}

/** `--set name=value` for every parameter moved, with every digit that the number has. */
export function settings(set: Readonly<Record<string, number>>): readonly string[] {
  const sorted = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  return repeated(
    "--set",
    sorted.map(([name, value]) => `${name}=${value}`),
  );
}

/** The call that gives a plan for goals that were saved. */
export function planCommand(economy: string, goals = "goals.yaml"): string {
  return commandLine(["plan", economy, "--goals", goals, "--json"]);
}

function quoted(word: string): string {
  return /^[\w.,:/@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
