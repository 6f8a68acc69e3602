import type { Assembly } from "../../core/wasm/assembly.ts";
import { Lane, Type, Whole } from "../../core/wasm/instructions.ts";

/**
 * Adds `eliminate` of the interpreter for two systems side by side. Parameter: number of rows; matrix at `base`; result:
 * magnitude of the smallest pivots.
 */
export function addEliminate(assembly: Assembly, base: number): number {
  const { index, body } = assembly.add([Type.i32], [Type.v128]);
  const size = 0;
  const stride = body.local(Type.i32);
  const k = body.local(Type.i32);
  const i = body.local(Type.i32);
  const j = body.local(Type.i32);
  const multiple = body.local(Type.v128);
  const swap = body.local(Type.v128);
  const first = body.local(Type.v128);
  const second = body.local(Type.v128);
  const smallest = body.local(Type.v128);

  /** Address of an element, without the base. */
  const at = (row: number, column: number): void => {
    body.get(row);
    body.get(stride);
    body.op(Whole.multiply);
    body.get(column);
    body.whole(4);
    body.op(Whole.shiftLeft);
    body.op(Whole.add);
  };
  const load = (row: number, column: number): void => {
    at(row, column);
    body.load(base);
  };
  const store = (row: number, column: number, value: () => void): void => {
    at(row, column);
    value();
    body.store(base);
  };
  /** Runs `inside` for counter = start … limit − 1, at most until `limit` is reached. */
  const count = (counter: number, start: () => void, limit: () => void, inside: () => void): void => {
    start();
    body.set(counter);
    body.get(counter);
    limit();
    body.op(Whole.less);
    body.when(() =>
      body.loop(() => {
        inside();
        body.get(counter);
        body.whole(1);
        body.op(Whole.add);
        body.tee(counter);
        limit();
        body.op(Whole.less);
        body.repeatIf();
      }),
    );
  };
  const number = (value: number) => () => body.whole(value);
  const local = (name: number) => () => body.get(name);
  const after = (name: number) => () => {
    body.get(name);
    body.whole(1);
    body.op(Whole.add);
  };
  const width = after(size);

  width();
  body.whole(4);
  body.op(Whole.shiftLeft);
  body.set(stride);
  body.constant(Infinity);
  body.set(smallest);
  count(k, number(0), local(size), () => {
    count(i, after(k), local(size), () => {
      load(i, k);
      body.lane(Lane.abs);
      load(k, k);
      body.lane(Lane.abs);
      body.lane(Lane.greater);
      body.set(swap);
      count(j, local(k), width, () => {
        load(k, j);
        body.set(first);
        load(i, j);
        body.set(second);
        const choose = (yes: number, no: number) => () => {
          body.get(yes);
          body.get(no);
          body.get(swap);
          body.lane(Lane.bitSelect);
        };
        store(k, j, choose(second, first));
        store(i, j, choose(first, second));
      });
    });
    body.get(smallest);
    load(k, k);
    body.lane(Lane.abs);
    body.lane(Lane.min);
    body.set(smallest);
    count(i, after(k), local(size), () => {
      load(i, k);
      load(k, k);
      body.lane(Lane.divide);
      body.set(multiple);
      count(j, after(k), width, () => {
        store(i, j, () => {
          load(i, j);
          body.get(multiple);
          load(k, j);
          body.lane(Lane.multiply);
          body.lane(Lane.subtract);
        });
      });
    });
  });
  // Back substitution: i counts from the last row to the first.
  count(k, number(0), local(size), () => {
    body.get(size);
    body.whole(1);
    body.op(Whole.subtract);
    body.get(k);
    body.op(Whole.subtract);
    body.set(i);
    load(i, size);
    body.set(first);
    count(j, after(i), local(size), () => {
      body.get(first);
      load(i, j);
      load(j, size);
      body.lane(Lane.multiply);
      body.lane(Lane.subtract);
      body.set(first);
    });
    store(i, size, () => {
      body.get(first);
      load(i, i);
      body.lane(Lane.divide);
    });
  });
  body.get(smallest);
  return index;
}
