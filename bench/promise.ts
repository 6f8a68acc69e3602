/** What other work on the same machine may add to the best of several runs before a budget counts as broken. */
const noise = 1.25;

export interface Measured {
  readonly what: string;
  readonly found: number;
  readonly unit: "ms" | "MB";
  /** Most it may be; without one the number is only shown. */
  readonly budget?: number;
  /** The same work by other software, in the same unit. */
  readonly oracle?: { readonly name: string; readonly found: number };
}

/** Prints one line and remembers a broken budget in the exit code. */
export function report({ what, found, unit, budget, oracle }: Measured): void {
  const number = (value: number): string => value.toLocaleString("en", { maximumSignificantDigits: 3 });
  const parts = [`${what}: ${number(found)} ${unit}`];
  if (budget !== undefined) {
    const verdict =
      found <= budget ? "holds" : found <= budget * noise ? "holds within the noise allowed" : "BROKEN";
    parts.push(`budget ${number(budget)} ${unit} ${verdict}`);
    if (verdict === "BROKEN") process.exitCode = 1;
  }
  if (oracle) parts.push(`${oracle.name} ${number(oracle.found)} ${unit}, ${number(oracle.found / found)} ×`);
  console.log(`  ${parts.join(" · ")}`);
}

/**
 * Milliseconds of the fastest of several runs: the machine is shared, what is slower was disturbed. Of each run the
 * smaller of wall and processor time counts; neither can be less than one undisturbed thread needs.
 */
export function fastest(run: () => unknown, runs = 7): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.();
    const worked = process.cpuUsage();
    const start = performance.now();
    run();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(worked);
    best = Math.min(best, wall, (user + system) / 1000);
  }
  return best;
}

/** Most memory the process has had, in megabytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}
