import { Body } from "./body.ts";
import { Bytes } from "./bytes.ts";
import { Type, type ValueType } from "./instructions.ts";

interface FunctionEntry {
  readonly type: number;
  readonly body: Body;
}

interface Export {
  readonly name: string;
  readonly index: number;
  /** 0 a function, 3 a global. */
  readonly kind: 0x00 | 0x03;
}

/** A module on one imported memory, `kreislauf.memory`, with functions and, if it is named, one exported counter. */
export class Assembly {
  readonly #counter: string | undefined;
  readonly #types: string[] = [];
  readonly #typeBytes: Bytes[] = [];
  readonly #functions: FunctionEntry[] = [];
  readonly #exports: { readonly name: string; readonly index: number }[] = [];

  constructor(options: { readonly counter?: string } = {}) {
    this.#counter = options.counter;
  }

  /** Adds a function; its body may be filled later. */
  add(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
  ): { readonly index: number; readonly body: Body } {
    const body = new Body(parameters);
    this.#functions.push({ type: this.#typeOf(parameters, results), body });
    return { index: this.#functions.length - 1, body };
  }

  export(name: string, index: number): void {
    this.#exports.push({ name, index });
  }

  finish(pages: number): Uint8Array<ArrayBuffer> {
    const bytes = new Bytes();
    bytes.byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
    section(bytes, 1, this.#typeBytes, (to, type) => to.append(type));
    section(bytes, 2, [pages], (to, minimum) => {
      to.text("kreislauf");
      to.text("memory");
      to.byte(0x02, 0x00);
      to.unsigned(minimum);
    });
    section(bytes, 3, this.#functions, (to, { type }) => to.unsigned(type));
    const exports: Export[] = this.#exports.map((entry) => ({ ...entry, kind: 0x00 }));
    if (this.#counter !== undefined) {
      // A changeable 32-bit number, 0 at first.
      section(bytes, 6, [0], (to) => to.byte(Type.i32, 0x01, 0x41, 0x00, 0x0b));
      exports.push({ name: this.#counter, index: 0, kind: 0x03 });
    }
    section(bytes, 7, exports, (to, { name, index, kind }) => {
      to.text(name);
      to.byte(kind);
      to.unsigned(index);
    });
    section(bytes, 10, this.#functions, (to, { body }) => to.sized(body.finish()));
    return bytes.finish().slice();
  }

  #typeOf(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join()}>${results.join()}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const bytes = new Bytes();
    bytes.byte(0x60);
    for (const list of [parameters, results]) {
      bytes.unsigned(list.length);
      bytes.byte(...list);
    }
    this.#typeBytes.push(bytes);
    return this.#types.push(key) - 1;
  }
}

function section<Entry>(
  bytes: Bytes,
  id: number,
  entries: readonly Entry[],
  write: (to: Bytes, entry: Entry) => void,
): void {
  const content = new Bytes();
  content.unsigned(entries.length);
  for (const entry of entries) write(content, entry);
  bytes.byte(id);
  bytes.sized(content);
}
