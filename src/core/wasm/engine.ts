/** The part of the WebAssembly interface used here; the libraries of the pure zone do not declare it. */
interface Engine {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, object>>>>,
  ) => { readonly exports: unknown };
}

const pageBytes = 65_536;
/** Addresses have 32 bits. */
const mostPages = 65_535;

function findEngine(): Engine | undefined {
  return (globalThis as { readonly WebAssembly?: Engine }).WebAssembly;
}

/** True where the engine runs a module: not everywhere, such as in Safari's lockdown mode. */
export function canRun(bytes: Uint8Array<ArrayBuffer>): boolean {
  return findEngine()?.validate(bytes) === true;
}

/** A module made ready once; `instantiate` gives it memory of its own. Throws where there is no WebAssembly. */
export function compileModule(bytes: Uint8Array<ArrayBuffer>): object {
  const engine = findEngine();
  if (!engine) throw new Error("There is no WebAssembly here.");
  return new engine.Module(bytes);
}

/** A module on memory of so many bytes, all 0; `undefined` where there is no WebAssembly or no room. */
export function instantiate(
  module: object,
  bytes: number,
): { readonly buffer: ArrayBuffer; readonly exports: unknown } | undefined {
  const engine = findEngine();
  const pages = Math.max(1, Math.ceil(bytes / pageBytes));
  if (!engine || pages > mostPages) return undefined;
  let memory: { readonly buffer: ArrayBuffer };
  try {
    memory = new engine.Memory({ initial: pages });
  } catch {
    return undefined;
  }
  const { exports } = new engine.Instance(module, { kreislauf: { memory } });
  return { buffer: memory.buffer, exports };
}
