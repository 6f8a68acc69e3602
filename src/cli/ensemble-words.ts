import { ensembleCli as german } from "../text/de/ensemble-cli.ts";
import { ensembleCli as english } from "../text/en/ensemble-cli.ts";
import { fill } from "../text/index.ts";
import type { Terminal } from "./terminal.ts";

/** A sentence of the commands about ensembles. */
export function sayEnsemble(
  { language }: Pick<Terminal, "language">,
  key: keyof typeof english,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(language === "de" ? german[key] : english[key], values);
}
