/** What a browser keeps of one kind. */
export interface KeptValues<Value> {
  readonly values: readonly Value[];
  /** Keys of what is kept but is no value of this kind any more; it stays where it is until it is forgotten. */
  readonly damaged: readonly string[];
}

/** One kind of thing kept in this browser and nowhere else; every call fails if the browser keeps nothing. */
export interface KeptStore<Value> {
  readonly all: () => Promise<KeptValues<Value>>;
  /** The value of a key; fails with `DamagedRecord` if what is kept is none. */
  readonly find: (key: string) => Promise<Value | undefined>;
  /** Keeps a value in place of one of the same key, which is its `id` or given; fails if the browser has no room. */
  readonly keep: (value: Value, key?: string) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
}

/** What is kept under a key cannot be read. */
export class DamagedRecord extends Error {
  readonly key: string;
  constructor(key: string) {
    super(`damaged record ${key}`);
    this.key = key;
  }
}

interface StoreOptions<Value> {
  /** Whether what was kept is a value of this kind. */
  readonly isValue: (kept: unknown) => kept is Value;
  /** Names what in a value is its key. */
  readonly keyPath?: keyof Value & string;
  /** What the browser has no room for is found until the page is closed. */
  readonly holds?: boolean;
}

/** A store of IndexedDB, opened with the first call. */
export function keptStore<Value>(
  name: string,
  store: string,
  { isValue, keyPath, holds = false }: StoreOptions<Value>,
): KeptStore<Value> {
  let opened: Promise<IDBDatabase> | undefined;
  /** By key, what the browser had no room for. */
  const held = new Map<string, Value>();
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(name, store, keyPath);
    // The next call asks again: leave to keep something can come later.
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const run = async <Result>(
    mode: IDBTransactionMode,
    ask: (values: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> => settle(ask((await open()).transaction(store, mode).objectStore(store)), store);
  return {
    all: async () => {
      const keys = await run("readonly", (values) => values.getAllKeys());
      const kept = await run<unknown[]>("readonly", (values) => values.getAll());
      return {
        values: kept.filter((value) => isValue(value)),
        damaged: keys.map(String).filter((_, place) => !isValue(kept[place])),
      };
    },
    find: async (key) => {
      if (held.has(key)) return held.get(key);
      const kept = await run<unknown>("readonly", (values) => values.get(key));
      if (kept === undefined || isValue(kept)) return kept;
      throw new DamagedRecord(key);
    },
    keep: async (value, key) => {
      if (holds && key !== undefined) held.set(key, value);
      await run("readwrite", (values) => values.put(value, key));
      if (key !== undefined) held.delete(key);
    },
    forget: async (key) => {
      held.delete(key);
      await run("readwrite", (values) => values.delete(key));
    },
  };
}

function openDatabase(name: string, store: string, keyPath: string | undefined): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () =>
      request.result.createObjectStore(store, keyPath === undefined ? undefined : { keyPath }),
    );
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error(name)));
  });
}

/** Done when the transaction is: a browser without room says so only then. */
function settle<Result>(request: IDBRequest<Result>, store: string): Promise<Result> {
  return new Promise((done, fail) => {
    const failed = (): void => fail(request.transaction?.error ?? request.error ?? new Error(store));
    request.addEventListener("error", failed);
    request.transaction?.addEventListener("abort", failed);
    request.transaction?.addEventListener("complete", () => done(request.result));
  });
}
