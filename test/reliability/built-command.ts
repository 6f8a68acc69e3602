import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command line as it ships, compiled to plain JavaScript: path of its main file. */
export function buildCommand(name: string): string {
  const outDir = `${root}.cache/command-${name}`;
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [compiler, "-p", `${root}tsconfig.build.json`, "--outDir", outDir]);
  return `${outDir}/cli/main.js`;
}

/** What a call of the command ended with. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A call in a process of its own. */
export function startCommand(command: readonly string[]): {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
} {
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, LANG: "C" } });
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += String(text)));
  child.stderr.on("data", (text) => (err += String(text)));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}
