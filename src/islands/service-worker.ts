/**
 * Keeps the engine and the query files for the next page: their names change with what is in them, so that what is kept is
 * never out of date. Everything else goes its way untouched. Served as /sw.js, its types stripped; it imports nothing.
 */
((scope: ServiceScope) => {
  const store = "mingzhang-engine";
  const engine = /^\/assets\/duckdb-[^/]+\.(?:wasm|js)$/;
  const rows = /^\/data\/[^/]+\/[^/]+\.[0-9a-f]{12}\.(?:duckdb|arrow)$/;
  const pathOf = (url: string) => new URL(url).pathname;

  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    const isOurs = origin === scope.location.origin && request.method === "GET";
    if (isOurs && (engine.test(pathname) || rows.test(pathname))) {
      event.respondWith(answer(request));
    }
  });
  scope.addEventListener("message", (event) => {
    event.waitUntil(tidy(event.data.files).then(() => event.ports[0]?.postMessage("done")));
  });

  /** What is not kept goes its way: to keep a copy while it passes would hold it in memory twice. `tidy` takes it later. */
  async function answer(request: Request) {
    const cache = await caches.open(store);
    return (await cache.match(request.url)) ?? fetch(request);
  }

  /** Forgets what is no longer published, and keeps what a page has just read, as long as the browser has it at hand. */
  async function tidy(files: readonly string[]): Promise<void> {
    const cache = await caches.open(store);
    const published = await listed();
    const isCurrent = (path: string): boolean =>
      published && rows.test(path)
        ? published.includes(path)
        : files.includes(path) || !isLike(path);
    const isLike = (path: string): boolean =>
      engine.test(path) || files.some((file) => folderOf(file) === folderOf(path));
    for (const { url } of await cache.keys()) {
      if (!isCurrent(pathOf(url))) await cache.delete(url);
    }
    for (const file of files) {
      if (!isCurrent(file) || (await cache.match(file))) continue;
      const atHand: RequestInit = { cache: "only-if-cached", mode: "same-origin" };
      const response = await fetch(file, atHand).catch(() => null);
      if (response?.status === 200) await cache.put(file, response).catch(() => {});
    }
  }

  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

  /** The query files of the newest release; null where nobody can say. */
  async function listed(): Promise<readonly string[] | null> {
    const response = await fetch("/data/files.json", { cache: "no-store" }).catch(() => null);
    return response?.ok ? response.json().catch(() => null) : null;
  }
})(self as unknown as ServiceScope); // the compiler takes every file for one of a page

type ServiceScope = {
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(
    type: "fetch",
    listener: (
      event: Waiting & { request: Request; respondWith(response: Promise<Response>): void },
    ) => void,
  ): void;
  addEventListener(
    type: "message",
    listener: (event: Waiting & MessageEvent<{ files: readonly string[] }>) => void,
  ): void;
};
type Waiting = { waitUntil(work: Promise<unknown>): void };
