#!/usr/bin/env node
import { chooseLanguage, type Language } from "../text/index.ts";
import { runCall } from "./call.ts";
import { exitCode } from "./exit-code.ts";

process.exitCode = await runCall(process.argv.slice(2), {
  language: environmentLanguage(),
  out: writer(process.stdout),
  err: writer(process.stderr),
});

function environmentLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return chooseLanguage([LC_ALL, LC_MESSAGES, LANG].find(Boolean));
}

/** Writes to a stream; a reader that went away (`| head`) is no fault of ours. */
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? exitCode.fine : exitCode.output);
  });
  return (text) => void stream.write(text);
}
