// The boom model: compiling it, and one member of 41 quarters with all firms.
import { readdirSync, readFileSync } from "node:fs";
import { figuresOf } from "../src/cli/model-argument.ts";
import { readDossier } from "../src/dossier/index.ts";
import { compile, type Model } from "../src/model/index.ts";
import { CompiledProgram } from "../src/model/emit-wasm/instance.ts";
import { compileProgram } from "../src/model/program/program.ts";
import { simulate } from "../src/simulate/index.ts";
import { Machine } from "../src/simulate/machine.ts";
import { computeStart, orderStart } from "../src/simulate/start-values.ts";
import { fastest, report } from "./promise.ts";

// This file runs from dist-bench/bench.
const root = new URL("../../", import.meta.url);
const dossier = new URL("dossiers/ki-2025/", root);
const files = new Map(
  readdirSync(dossier, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, dossier), "utf8")]),
);
const figures = figuresOf(readDossier(files).value);
const texts = new Map<string, string>();
const read = (name: string): string => {
  const known = texts.get(name) ?? readFileSync(new URL(`models/${name}`, root), "utf8");
  texts.set(name, known);
  return known;
};

function compileBoom(): Model {
  const options = { file: "ki-boom.kl", files: read, figures: (id: string) => figures.get(id) };
  const { value } = compile(read("ki-boom.kl"), options);
  if (!value) throw new Error("ki-boom does not compile");
  return value;
}

const { system } = compileBoom();
report({ what: "compile ki-boom", found: fastest(compileBoom, 9), unit: "ms", budget: 200 });

const program = compileProgram(system);
const outputs = [0];
const machine = new Machine(program, system.periods, outputs, new CompiledProgram(program, outputs));
const parameters = Float64Array.from(system.parameters, ({ value }) => value);
const start = computeStart(system, orderStart(system), parameters, program.frames);
const pairs = 200;
const run = (): void => {
  for (let pair = 0; pair < pairs; pair++) {
    for (let lane = 0; lane < machine.lanes; lane++) machine.load(lane, parameters, start);
    if (machine.run(1, system.periods).length > 0) throw new Error("ki-boom fails");
  }
};
run();
const perMember = fastest(run, 15) / pairs / machine.lanes;
report({ what: "one member, 41 quarters, WebAssembly", found: perMember, unit: "ms", budget: 0.3 });

const members = 1000;
const drawn = fastest(() => simulate(system, { members, outputs: ["idx"], seed: 3 }), 5) / members;
report({ what: "one drawn member with noise and start", found: drawn, unit: "ms" });
