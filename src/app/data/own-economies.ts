/** An economy that the user brought, as the texts of its files: kept in this browser and nowhere else. */
export interface OwnEconomy {
  /** Its id with `own-` before it, so that it never hides a built-in one. */
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  readonly files: Readonly<Record<string, string>>;
}

const [name, store, prefix] = ["kreislauf-economies", "economies", "own-"];

export function ownEconomyId(id: string): string {
  return id.startsWith(prefix) ? id : `${prefix}${id}`;
}

export function isOwnEconomy(id: string): boolean {
  return id.startsWith(prefix);
}

export async function ownEconomies(): Promise<readonly OwnEconomy[]> {
  const database = await open();
  return settle<OwnEconomy[]>(database.transaction(store).objectStore(store).getAll());
}

export async function ownEconomy(id: string): Promise<OwnEconomy | undefined> {
  const database = await open();
  return settle<OwnEconomy | undefined>(database.transaction(store).objectStore(store).get(id));
}

/** Keeps an economy in place of one of the same id; fails if the browser has no room. */
export async function keepEconomy(economy: OwnEconomy): Promise<void> {
  const database = await open();
  await settle(database.transaction(store, "readwrite").objectStore(store).put(economy));
}

export async function forgetEconomy(id: string): Promise<void> {
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

/** Done when the transaction is: a browser without room says so only then. */
function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    const failed = (): void => fail(request.error ?? request.transaction?.error ?? new Error(store));
    request.addEventListener("error", failed);
    request.transaction?.addEventListener("abort", failed);
    request.transaction?.addEventListener("complete", () => done(request.result));
  });
}
