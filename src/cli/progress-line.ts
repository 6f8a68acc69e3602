import type { EnsembleProgress } from "../jobs/index.ts";
import { formatNumber } from "../text/index.ts";
import type { Terminal } from "./terminal.ts";
import { sayEnsemble } from "./ensemble-words.ts";

const secondsBetweenLines = 2;

/** Tells on `err` how far an ensemble is: at the start, every two seconds, at the end. */
export function progressLine(terminal: Terminal): (progress: EnsembleProgress) => void {
  let told = -Infinity;
  return ({ done, total, secondsLeft }) => {
    const now = performance.now() / 1000;
    if (now - told < secondsBetweenLines && done < total) return;
    told = now;
    const { language } = terminal;
    const number = (value: number): string => formatNumber(value, language);
    const values = { done: number(done), total: number(total) };
    const line =
      secondsLeft === undefined || done === total
        ? sayEnsemble(terminal, "ensembleProgress", values)
        : sayEnsemble(terminal, "ensembleTimeLeft", { ...values, left: describeTime(secondsLeft, terminal) });
    terminal.err(`${line}\n`);
  };
}

function describeTime(seconds: number, terminal: Terminal): string {
  const whole = Math.ceil(seconds);
  if (whole < 90) return sayEnsemble(terminal, "seconds", { count: whole });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return sayEnsemble(terminal, "minutes", { count: minutes });
  return sayEnsemble(terminal, "hours", { count: formatNumber(seconds / 3600, terminal.language, 1) });
}
