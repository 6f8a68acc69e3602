/**
 * Service worker: everything the app is made of is kept in the browser, so that it works without the server after the
 * first load. Files whose names change with their content come from the cache; all others from the server while it
 * answers.
 */
interface Waiting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Scope {
  readonly addEventListener: {
    (kind: "install" | "activate" | "message", listener: (event: Waiting) => void): void;
    (kind: "fetch", listener: (event: Fetching) => void): void;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
}

const scope = globalThis as unknown as Scope;
const name = "kreislauf";
const patience = 4000;

scope.addEventListener("install", (event) => {
  event.waitUntil(keepFiles().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
// A page tells that it is shown: a newer build is fetched whole, an older one let go.
scope.addEventListener("message", (event) => event.waitUntil(keepFiles().catch(() => undefined)));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  event.respondWith(pathname.startsWith("/app/assets/") ? fromCache(request) : fromServer(request, pathname));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(name);
  const answer = await fetch("/app/files.json", { cache: "no-store" });
  if (!answer.ok) throw new Error("files.json");
  const files = (await answer.json()) as readonly string[];
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const lasting = (path: string): boolean => path.startsWith("/app/assets/");
  await cache.addAll(files.filter((path) => !lasting(path) || !kept.includes(path)));
  const gone = kept.filter((path) => lasting(path) && !files.includes(path));
  await Promise.all(gone.map((path) => cache.delete(path)));
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function fromServer(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) });
  } catch (error) {
    // Any page of the app is the same program: the start page reads the address.
    const start = pathname.startsWith("/de") ? "/de/" : "/en/";
    const kept =
      (await cache.match(request)) ?? (request.mode === "navigate" ? await cache.match(start) : undefined);
    if (kept) return kept;
    throw error;
  }
}
