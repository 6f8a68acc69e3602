import { runCall } from "../src/cli/call.ts";
import type { Language } from "../src/text/index.ts";

/** What a call of the command line said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a call of the command line in this process. */
export async function call(
  words: readonly string[],
  language: Language = "en",
  heard: (text: string) => void = () => undefined,
): Promise<Said> {
  let out = "";
  let err = "";
  const code = await runCall(words, {
    language,
    out: (text) => {
      out += text;
      heard(text);
    },
    err: (text) => void (err += text),
  });
  return { code, out, err };
}
