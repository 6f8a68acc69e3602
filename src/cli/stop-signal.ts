import { exitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { sayEnsemble } from "./ensemble-words.ts";

/** Ctrl+C as a signal to finish what is under way; a second one ends the process. */
export function stopSignal(terminal: Terminal): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCode.interrupted);
    terminal.err(`${sayEnsemble(terminal, "ensembleStopping")}\n`);
    stop.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return {
    signal: stop.signal,
    release: () => void process.off("SIGINT", onSignal).off("SIGTERM", onSignal),
  };
}
