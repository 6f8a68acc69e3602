import { describe, expect, it } from "vitest";
import { instantiateWasm, op, type WasmFunction } from "./wasm-module.ts";

const add: WasmFunction = {
  name: "add",
  parameters: ["i32", "i32"],
  result: "i32",
  locals: [],
  body: [...op.get(0), ...op.get(1), ...op.i32Add],
};

function constant(value: number): WasmFunction {
  return { name: `c${value}`, parameters: [], result: "i32", locals: [], body: [...op.i32Const(value)] };
}

describe("a module", () => {
  it("runs what it was told, with many functions and every length of a number", () => {
    const values = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)];
    const exports = instantiateWasm([add, ...values.map(constant)], 1)!.exports as Record<
      string,
      (...n: number[]) => number
    >;
    expect(exports["add"](2, 40)).toBe(42);
    for (const value of values) expect(exports[`c${value}`]()).toBe(value);
  });

  it("reads and writes the memory it shares", () => {
    const double: WasmFunction = {
      name: "double",
      parameters: ["i32"],
      locals: [],
      body: [
        ...op.get(0),
        ...op.get(0),
        ...op.f64Load(8),
        ...op.f64Const(2),
        ...op.f64Mul,
        ...op.f64Store(8),
      ],
    };
    const { buffer, exports } = instantiateWasm([double], 100_000)!;
    expect(buffer.byteLength).toBe(131_072);
    const cells = new Float64Array(buffer);
    cells[10] = 1.5;
    (exports as { double: (at: number) => void }).double(72);
    expect(cells[10]).toBe(3);
  });

  it("more than 4 GiB is nothing", () => {
    expect(instantiateWasm([add], 2 ** 33)).toBeUndefined();
  });
});
