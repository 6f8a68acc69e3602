/** Value types of WebAssembly that the kernels use. */
export const wasmType = { i32: 0x7f, f32: 0x7d, f64: 0x7c } as const;
export type WasmType = keyof typeof wasmType;

/** One function: instructions are the bytes of its body without the closing `end`. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly WasmType[];
  readonly result?: WasmType;
  readonly locals: readonly WasmType[];
  readonly body: readonly number[];
}

/** Instructions by their names in the WebAssembly specification (core 1.0, chapter 5.4). */
export const op = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
  branch: (depth: number) => [0x0c, depth],
  branchIf: (depth: number) => [0x0d, depth],
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  tee: (local: number) => [0x22, ...unsigned(local)],
  i32Load: (offset = 0) => [0x28, 2, ...unsigned(offset)],
  f32Load: (offset = 0) => [0x2a, 2, ...unsigned(offset)],
  f64Load: (offset = 0) => [0x2b, 3, ...unsigned(offset)],
  f64Store: (offset = 0) => [0x39, 3, ...unsigned(offset)],
  i32Const: (value: number) => [0x41, ...signed(value)],
  f64Const: (value: number) => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)],
  i32LessU: [0x49],
  i32LessEqualU: [0x4d],
  i32EqualZero: [0x45],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32ShiftLeft: [0x74],
  f64Abs: [0x99],
  f64Add: [0xa0],
  f64Sub: [0xa1],
  f64Mul: [0xa2],
  f64Div: [0xa3],
  f64FromF32: [0xbb],
} as const;

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

/** The bytes of a module that works on one imported memory, `env.memory`, and exports its functions. */
export function encodeWasmModule(
  functions: readonly WasmFunction[],
  memory: { readonly pages: number },
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, result }) => [
    0x60,
    ...vector(parameters.map((type) => [wasmType[type]])),
    ...vector(result === undefined ? [] : [[wasmType[result]]]),
  ]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, wasmType[type]])), ...body, ...op.end];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...header,
    ...framed(section.type, vector(types)),
    ...framed(
      section.import,
      vector([[...text("env"), ...text("memory"), 0x02, 0x00, ...unsigned(memory.pages)]]),
    ),
    ...framed(section.function, vector(functions.map((_, index) => unsigned(index)))),
    ...framed(
      section.export,
      vector(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)])),
    ),
    ...framed(section.code, vector(bodies)),
  ]);
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

interface WasmEngine {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

export const wasmPageBytes = 65_536;

/** Memory of so many bytes and the functions of a module on it, or `undefined` where there is no WebAssembly or no room. */
export function instantiateWasm(
  functions: readonly WasmFunction[],
  bytes: number,
): { readonly buffer: ArrayBuffer; readonly exports: object } | undefined {
  const engine = (globalThis as { readonly WebAssembly?: WasmEngine }).WebAssembly;
  const pages = Math.ceil(bytes / wasmPageBytes);
  if (!engine || pages > 65_535) return undefined;
  let memory: WasmMemory;
  try {
    memory = new engine.Memory({ initial: pages });
  } catch {
    return undefined;
  }
  const module = new engine.Module(encodeWasmModule(functions, { pages: 1 }));
  const { exports } = new engine.Instance(module, { env: { memory } });
  return { buffer: memory.buffer, exports };
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function framed(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): readonly number[] {
  return vector(Array.from(value, (character) => [character.charCodeAt(0)]));
}

/** LEB128 without sign. */
function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** LEB128 with sign. */
function signed(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}
