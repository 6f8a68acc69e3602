import { op, type WasmFunction } from "../../core/wasm-module.ts";

/**
 * A sweep over all columns. Arguments are addresses in bytes: the bounds of the columns (from the first), the input
 * numbers, the amounts, the vector that is read by input number, the vector beside it, and the end of the former.
 * Returns the sum of the absolute moves.
 */
export type Sweep = (
  bounds: number,
  inputs: number,
  amounts: number,
  vector: number,
  beside: number,
  end: number,
) => number;

export interface LargeKernel {
  /** Gauss–Seidel for `z = d + z A`: `vector` holds z, `beside` d. */
  readonly gather: Sweep;
  /** Gauss–Seidel for `x = y + A x` by shipping what is still wanted: `vector` holds the rest (first y), `beside` x. */
  readonly scatter: Sweep;
}

const parameters = ["i32", "i32", "i32", "i32", "i32", "i32"] as const;
const locals = ["i32", "i32", "i32", "i32", "f64", "f64", "f64"] as const;
const [bounds, input, amount, vector, beside, end, current, inputBase, stop, address, moved, first, second] =
  Array.from({ length: parameters.length + locals.length }, (_, index) => index);
const unrolled = 4;

const advance = (local: number, bytes: number): number[] => [
  ...op.get(local),
  ...op.i32Const(bytes),
  ...op.i32Add,
  ...op.set(local),
];

const whileTrue = (condition: readonly number[], body: readonly number[]): number[] => [
  ...op.block,
  ...op.loop,
  ...condition,
  ...op.i32EqualZero,
  ...op.branchIf(1),
  ...body,
  ...op.branch(0),
  ...op.end,
  ...op.end,
];

/** Address of the vector's entry for the input `place` entries ahead. */
const inputAddress = (place: number): number[] => [
  ...op.get(vector),
  ...op.get(input),
  ...op.i32Load(4 * place),
  ...op.i32Const(3),
  ...op.i32ShiftLeft,
  ...op.i32Add,
];

const amountAt = (place: number): number[] => [...op.get(amount), ...op.f32Load(4 * place), ...op.f64FromF32];

/** Two sums, so that an addition does not wait for the one before. */
const gatherEntry = (place: number): number[] => {
  const sum = place % 2 === 0 ? first : second;
  return [
    ...op.get(sum),
    ...amountAt(place),
    ...inputAddress(place),
    ...op.f64Load(),
    ...op.f64Mul,
    ...op.f64Add,
    ...op.set(sum),
  ];
};

const scatterEntry = (place: number): number[] => [
  ...inputAddress(place),
  ...op.tee(address),
  ...op.get(address),
  ...op.f64Load(),
  ...amountAt(place),
  ...op.get(first),
  ...op.f64Mul,
  ...op.f64Add,
  ...op.f64Store(),
];

const overEntries = (step: (place: number) => number[]): number[] => {
  const steps = (count: number): number[] => [
    ...Array.from({ length: count }, (_, place) => step(place)).flat(),
    ...advance(input, 4 * count),
    ...advance(amount, 4 * count),
  ];
  const roomForMany = [
    ...op.get(input),
    ...op.get(stop),
    ...op.i32Const(4 * unrolled),
    ...op.i32Sub,
    ...op.i32LessEqualU,
  ];
  return [
    ...whileTrue(roomForMany, steps(unrolled)),
    ...whileTrue([...op.get(input), ...op.get(stop), ...op.i32LessU], steps(1)),
  ];
};

const addMove = (amountMoved: readonly number[]): number[] => [
  ...op.get(moved),
  ...amountMoved,
  ...op.f64Abs,
  ...op.f64Add,
  ...op.set(moved),
];

const overColumns = (column: readonly number[]): number[] => [
  ...op.get(vector),
  ...op.set(current),
  ...op.get(input),
  ...op.set(inputBase),
  ...whileTrue(
    [...op.get(current), ...op.get(end), ...op.i32LessU],
    [
      ...op.get(inputBase),
      ...op.get(bounds),
      ...op.i32Load(4),
      ...op.i32Const(2),
      ...op.i32ShiftLeft,
      ...op.i32Add,
      ...op.set(stop),
      ...column,
      ...advance(bounds, 4),
      ...advance(beside, 8),
      ...advance(current, 8),
    ],
  ),
  ...op.get(moved),
];

const gatherColumn = [
  ...op.get(beside),
  ...op.f64Load(),
  ...op.set(first),
  ...op.f64Const(0),
  ...op.set(second),
  ...overEntries(gatherEntry),
  ...op.get(first),
  ...op.get(second),
  ...op.f64Add,
  ...op.set(first),
  ...addMove([...op.get(first), ...op.get(current), ...op.f64Load(), ...op.f64Sub]),
  ...op.get(current),
  ...op.get(first),
  ...op.f64Store(),
];

const scatterColumn = [
  ...op.get(current),
  ...op.f64Load(),
  ...op.set(first),
  ...op.get(current),
  ...op.f64Const(0),
  ...op.f64Store(),
  ...op.get(beside),
  ...op.get(beside),
  ...op.f64Load(),
  ...op.get(first),
  ...op.f64Add,
  ...op.f64Store(),
  ...addMove(op.get(first)),
  ...overEntries(scatterEntry),
];

export const largeKernel: readonly WasmFunction[] = [
  { name: "gather", parameters, result: "f64", locals, body: overColumns(gatherColumn) },
  { name: "scatter", parameters, result: "f64", locals, body: overColumns(scatterColumn) },
];
