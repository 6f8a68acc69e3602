import { describe, expect, it } from "vitest";
import { Assembly } from "./assembly.ts";
import { canRun, compileModule, instantiate } from "./engine.ts";
import { Float, Type, Whole } from "./instructions.ts";

type Functions = Readonly<Record<string, (...numbers: number[]) => number>>;

function addition(): Assembly {
  const assembly = new Assembly();
  const { index, body } = assembly.add([Type.i32, Type.i32], [Type.i32]);
  body.get(0);
  body.get(1);
  body.op(Whole.add);
  assembly.export("add", index);
  return assembly;
}

const run = (assembly: Assembly, bytes = 1) => instantiate(compileModule(assembly.finish(1)), bytes);

describe("a module", () => {
  it("runs what it was told, with many functions and every length of a number", () => {
    const values = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)];
    const assembly = addition();
    for (const value of values) {
      const { index, body } = assembly.add([], [Type.i32]);
      body.whole(value);
      assembly.export(`c${value}`, index);
    }
    const exports = run(assembly)!.exports as Functions;
    expect(exports["add"](2, 40)).toBe(42);
    for (const value of values) expect(exports[`c${value}`]()).toBe(value);
  });

  it("repeats, and reads and writes the memory it shares", () => {
    const assembly = new Assembly();
    const { index, body } = assembly.add([Type.i32, Type.i32], []);
    body.whileTrue(
      () => {
        body.get(0);
        body.get(1);
        body.op(Whole.lessUnsigned);
      },
      () => {
        body.get(0);
        body.get(0);
        body.loadFloat(8);
        body.float(2);
        body.op(Float.multiply);
        body.storeFloat(8);
        body.get(0);
        body.whole(8);
        body.op(Whole.add);
        body.set(0);
      },
    );
    assembly.export("double", index);
    const { buffer, exports } = run(assembly, 100_000)!;
    expect(buffer.byteLength).toBe(131_072);
    const cells = new Float64Array(buffer);
    cells.set([7, 1.5, -3, 7], 9);
    (exports as Functions)["double"](72, 88);
    expect([...cells.subarray(9, 13)]).toEqual([7, 3, -6, 7]);
  });

  it("counts, if its counter has a name", () => {
    const assembly = new Assembly({ counter: "calls" });
    const { index, body } = assembly.add([], []);
    body.getGlobal(0);
    body.whole(1);
    body.op(Whole.add);
    body.setGlobal(0);
    assembly.export("call", index);
    const exports = run(assembly)!.exports as {
      readonly call: () => void;
      readonly calls: { value: number };
    };
    exports.call();
    exports.call();
    expect(exports.calls.value).toBe(2);
  });

  it("more than 4 GiB is nothing, and broken bytes do not run", () => {
    expect(run(addition(), 2 ** 33)).toBeUndefined();
    expect(canRun(addition().finish(1))).toBe(true);
    expect(canRun(addition().finish(1).subarray(0, 20))).toBe(false);
  });
});
