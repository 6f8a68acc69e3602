/** One kind of thing kept in this browser and nowhere else. */
export interface KeptStore<Value> {
  readonly all: () => Promise<readonly Value[]>;
  readonly find: (key: string) => Promise<Value | undefined>;
  /** Keeps a value in place of one of the same key, which is its `id` or given; fails if the browser has no room. */
  readonly keep: (value: Value, key?: string) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
}

/** A store of IndexedDB, opened with the first call; `keyPath` names what in a value is its key. */
export function keptStore<Value>(name: string, store: string, keyPath?: string): KeptStore<Value> {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    (opened ??= new Promise((done, fail) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener("upgradeneeded", () =>
        request.result.createObjectStore(store, keyPath === undefined ? undefined : { keyPath }),
      );
      request.addEventListener("success", () => done(request.result));
      request.addEventListener("error", () => fail(request.error ?? new Error(name)));
    }));
  const run = async <Result>(
    mode: IDBTransactionMode,
    ask: (values: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> => settle(ask((await open()).transaction(store, mode).objectStore(store)), store);
  return {
    all: () => run<Value[]>("readonly", (values) => values.getAll()),
    find: (key) => run<Value | undefined>("readonly", (values) => values.get(key)),
    keep: async (value, key) => void (await run("readwrite", (values) => values.put(value, key))),
    forget: (key) => run("readwrite", (values) => values.delete(key)),
  };
}

/** Done when the transaction is: a browser without room says so only then. */
function settle<Result>(request: IDBRequest<Result>, store: string): Promise<Result> {
  return new Promise((done, fail) => {
    const failed = (): void => fail(request.error ?? request.transaction?.error ?? new Error(store));
    request.addEventListener("error", failed);
    request.transaction?.addEventListener("abort", failed);
    request.transaction?.addEventListener("complete", () => done(request.result));
  });
}
