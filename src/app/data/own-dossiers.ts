import type { Dossier } from "../../dossier/index.ts";

const [name, store] = ["kreislauf", "dossiers"];

/** Dossiers that the user brought: kept in this browser and nowhere else. */
export async function ownDossiers(): Promise<readonly Dossier[]> {
  const database = await open();
  return settle<Dossier[]>(database.transaction(store).objectStore(store).getAll());
}

/** Keeps a dossier; fails if the browser has no room. */
export async function keepDossier(dossier: Dossier): Promise<void> {
  const database = await open();
  await settle(database.transaction(store, "readwrite").objectStore(store).put(dossier));
}

export async function forgetDossier(id: string): Promise<void> {
  const database = await open();
  await settle(database.transaction(store, "readwrite").objectStore(store).delete(id));
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () =>
      request.result.createObjectStore(store, { keyPath: "id" }),
    );
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error(name)));
  });
  return opened;
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error(store)));
    request.transaction?.addEventListener("abort", () =>
      fail(request.transaction?.error ?? new Error(store)),
    );
  });
}
