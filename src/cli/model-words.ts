import { modelCli as german } from "../text/de/model-cli.ts";
import { modelCli as english } from "../text/en/model-cli.ts";
import { fill } from "../text/index.ts";
import type { Terminal } from "./terminal.ts";

/** A sentence of the commands about models. */
export function sayModel(
  { language }: Pick<Terminal, "language">,
  key: keyof typeof english,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(language === "de" ? german[key] : english[key], values);
}
