import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { System } from "../../src/model/system.ts";
import { hashRun, simulate } from "../../src/simulate/index.ts";
import { createSystem, readRuns } from "../reference/sfc/runs.ts";
import { createRandomModel } from "./random-model.ts";
import { createToy, permute } from "./toy-system.ts";

const runs = readRuns();
const systems = runs.map((run) => createSystem(run));
const hash = (system: System, options: Parameters<typeof simulate>[1] = {}): string =>
  hashRun(simulate(system, options).value!);

describe("the same bits", () => {
  it("from interpreter and WebAssembly, in both lanes, for every reference run", () => {
    for (const system of systems) {
      const oracle = simulate(system, { scenario: "reference", engine: "interpreter" }).value!;
      const pair = simulate(system, { scenario: "reference", engine: "wasm", members: 2 }).value!;
      for (const lane of [0, 1]) {
        const length = oracle.periods + 1;
        const cut = Object.fromEntries(
          Object.entries(pair.series).map(([name, values]) => [
            name,
            values.slice(lane * length, (lane + 1) * length),
          ]),
        );
        expect(hashRun({ series: cut }), `${system.name}, lane ${lane}`).toBe(hashRun(oracle));
      }
      expect(pair.solver.evaluations, system.name).toBe(oracle.solver.evaluations);
    }
  });

  it("from interpreter and WebAssembly for members with drawn parameters and noise, whatever their neighbours", () => {
    const system = createRandomModel();
    const options = { members: 61, seed: 5 };
    const wasm = simulate(system, { ...options, engine: "wasm" });
    const oracle = simulate(system, { ...options, engine: "interpreter" });
    expect(hashRun(wasm.value!)).toBe(hashRun(oracle.value!));
    expect(wasm.problems).toEqual(oracle.problems);
    expect(wasm.value!.solver).toEqual(oracle.value!.solver);
    // Cut into parts at any place, so that lanes have other neighbours.
    for (const cut of [1, 2, 7, 30]) {
      const first = simulate(system, { ...options, members: cut }).value!;
      const rest = simulate(system, { ...options, first: cut, members: 61 - cut }).value!;
      for (const [name, values] of Object.entries(wasm.value!.series)) {
        expect([...first.series[name], ...rest.series[name]]).toEqual(Array.from(values));
      }
    }
  });

  it("whatever the order of statements", () => {
    assert(
      property(constantFrom(...systems, createRandomModel()), integer(), (system, salt) => {
        const order = system.variables.map((_, index) => index);
        const key = (index: number): number => Math.imul(index + 1, salt | 1) >>> 0;
        order.sort((a, b) => key(a) - key(b) || a - b);
        const scenario = system.scenarios.map(({ name }) => name);
        expect(hash(permute(system, order), { scenario, members: 2 })).toBe(
          hash(system, { scenario, members: 2 }),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("with a scenario that changes nothing as without", () => {
    for (const run of runs.filter(
      ({ name }) => name.startsWith("GROWTH-pysolve-baseline") || name === "PC-sfcr-pc2",
    )) {
      const system = createSystem(run);
      const [value] = system.parameters.map((parameter) => parameter.value);
      const changes = [
        {
          target: { kind: "parameter", index: 0 } as const,
          operator: "=" as const,
          value: { kind: "number", value } as const,
          from: 3,
          to: 9,
          where: system.parameters[0].where,
        },
      ];
      const quiet = { ...system, scenarios: [{ name: "quiet", label: "", changes }] };
      const outputs = system.variables.map((variable) => variable.name);
      expect(hash(quiet, { scenario: "quiet", outputs })).toBe(hash(system, { outputs }));
    }
  });

  it("times a power of two when every amount of money is scaled by it", () => {
    const model = (scale: number): System =>
      createToy(
        {
          Y: "C + G",
          YD: "Y - T + r * B[-1]",
          T: "theta * (Y + r * B[-1])",
          C: "0.6 * YD + 0.4 * V[-1]",
          V: "V[-1] + YD - C",
          B: "V * (0.6 + 0.4 * r - 0.01 * YD / V)",
          Q: "if C > Cbar then C - Cbar else 0",
        },
        {
          parameters: { G: 20 * scale, r: 0.025, theta: 0.2, Cbar: 60 * scale },
          // Tears start from last period (from 1 where there is none, which would not scale).
          initial: {
            V: 80 * scale,
            B: 60 * scale,
            Y: 90 * scale,
            C: 70 * scale,
            YD: 80 * scale,
            T: 15 * scale,
          },
          periods: 50,
        },
      );
    const base = simulate(model(1)).value!;
    for (const exponent of [-30, -1, 1, 10, 40]) {
      const scaled = simulate(model(2 ** exponent)).value!;
      for (const [name, values] of Object.entries(base.series)) {
        expect(Array.from(scaled.series[name])).toEqual(Array.from(values, (value) => value * 2 ** exponent));
      }
    }
  });
});
