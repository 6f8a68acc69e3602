/** Texts of models that the user changed, by file: kept in this browser and nowhere else. */
export type ModelEdits = Readonly<Record<string, string>>;

const [name, store] = ["kreislauf-models", "edits"];

/** The changed files of a model; none if there are none. */
export async function ownEdits(model: string): Promise<ModelEdits> {
  const database = await open();
  const found = await settle<ModelEdits | undefined>(
    database.transaction(store).objectStore(store).get(model),
  );
  return found ?? {};
}

/** Keeps the changed files of a model; fails if the browser has no room. */
export async function keepEdits(model: string, edits: ModelEdits): Promise<void> {
  const database = await open();
  const files = database.transaction(store, "readwrite").objectStore(store);
  if (Object.keys(edits).length === 0) await settle(files.delete(model));
  else await settle(files.put(edits, model));
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(store));
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error(name)));
  });
  return opened;
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error(store)));
  });
}
