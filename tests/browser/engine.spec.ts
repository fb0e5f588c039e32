import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "@playwright/test";
import { dist, filesOf } from "../site.ts";
import { expect, test } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

const address = "/zh/subsidy-awards/explore/";
const script = `/assets/${filesOf(`${dist}/assets`, "engine.*.js")[0]}`;

/** What the page of a dataset tells the engine, kept as `start()` on the page: it returns the engine and what it reported. */
async function prepare(page: Page, at = address): Promise<void> {
  await page.goto(at);
  await page.evaluate(async (script) => {
    const { connect } = await import(script);
    const config = JSON.parse(
      document.querySelector("mz-explorer script[type='application/json']")?.textContent ?? "",
    );
    const { dataset, files } = config;
    Object.assign(window, {
      start() {
        const reports: unknown[] = [];
        const subject = { dataset, day: "2026-11-27" };
        const engine = connect(files, subject, (p: unknown) => reports.push(p));
        Object.assign(window, { engine, reports, files });
        return engine;
      },
    });
  }, script);
}

type Started = {
  start(): Engine;
  engine: Engine;
  reports: { what: string; read: number; of: number; slow: boolean }[];
  files: { parts: { url: string; bytes: number }[]; engineBytes: number };
};
type Engine = {
  ask(sql: string): Promise<Record<string, unknown>[]>;
  columns(sql: string): Promise<Record<string, ArrayLike<number>>>;
  rowsAt(columns: string, places: Int32Array): Promise<Record<string, unknown>[]>;
  hot: Promise<void>;
  all: Promise<void>;
  close(): void;
};

/** The kind of error with which a start ends. */
const kindOfEnd = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (window as unknown as Started).start().all.then(
      () => "started",
      (error) => error.kind,
    ),
  );

test("answers what needs no names before they arrive, and counts the bytes", {
  tag: "@wide",
}, async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\.arrow$/, async (route) => {
    await held;
    await route.continue();
  });
  await prepare(page);
  const early = await page.evaluate(async () => {
    const { start, reports, files } = window as unknown as Started;
    const engine = start();
    await engine.hot;
    const rows = await engine.ask(
      "SELECT region, CAST(count(*) AS DOUBLE) AS n FROM rows GROUP BY 1 ORDER BY 2 DESC",
    );
    const name = await engine.ask("SELECT award_id FROM rows LIMIT 1").catch(() => "none yet");
    void [reports, files];
    const now = window as unknown as Started;
    const last = now.reports.filter(({ what }) => what === "engine").at(-1);
    return { rows: rows.length, name, last, bytes: now.files };
  });
  expect(early.rows).toBeGreaterThan(50);
  expect(early.name).toBe("none yet");
  expect(early.last?.read).toBe(early.last?.of);
  expect(early.last?.of).toBe(early.bytes.engineBytes + (early.bytes.parts[0]?.bytes ?? 0));
  letGo();
  const late = await page.evaluate(async () => {
    const { engine } = window as unknown as Started;
    await engine.all;
    return engine.ask(
      "SELECT award_id FROM rows WHERE contains(recipient_name, '演示') ORDER BY source_row LIMIT 1",
    );
  });
  expect(late).toEqual([{ award_id: expect.stringMatching(/^A\d+$/) }]);
});

test("reads any part of a sorted list by the places of its rows", { tag: "@wide" }, async ({
  page,
}) => {
  await prepare(page);
  const { window: some, sorted } = await page.evaluate(async () => {
    const engine = (window as unknown as Started).start();
    await engine.all;
    const order = "amount DESC, source_row";
    const columns =
      "award_id, CAST(amount AS DOUBLE) AS amount, CAST(source_row AS DOUBLE) AS line";
    const { at = [] } = await engine.columns(
      `SELECT CAST("#place" AS INTEGER) AS at FROM rows WHERE region <> '650102' ORDER BY ${order}`,
    );
    const places = Int32Array.from(at).subarray(2000, 2100);
    return {
      window: await engine.rowsAt(columns, places),
      sorted: await engine.ask(
        `SELECT ${columns} FROM rows WHERE region <> '650102' ORDER BY ${order} LIMIT 100 OFFSET 2000`,
      ),
    };
  });
  expect(some).toHaveLength(100);
  expect(some.map(({ "#place": _, ...row }) => row)).toEqual(sorted);
});

test("says that a file is missing, or the line or WebAssembly", { tag: "@wide" }, async ({
  page,
  context,
  problems,
}) => {
  problems.allow(/Failed to (load|fetch)|ERR_|WebAssembly|MIME/);
  await prepare(page);
  await page.route(/\.duckdb$/, (route) => route.fulfill({ status: 404 }));
  expect(await kindOfEnd(page)).toBe("missing");
  await page.unroute(/\.duckdb$/);
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404 }));
  expect(await kindOfEnd(page)).toBe("missing");
  await page.unroute(/\.wasm$/);
  await context.setOffline(true);
  expect(await kindOfEnd(page)).toBe("offline");
  await context.setOffline(false);
  await page.evaluate(() => {
    WebAssembly.compile = () => Promise.reject(new Error("forbidden"));
  });
  expect(await kindOfEnd(page)).toBe("blocked");
});

test("ends when memory runs out, and can be started again", { tag: "@wide" }, async ({ page }) => {
  await prepare(page);
  const kinds = await page.evaluate(async () => {
    const { start } = window as unknown as Started;
    const engine = start();
    await engine.all;
    const kind = (error: { kind: string; message: string }) => {
      console.info(error.kind, error.message);
      return error.kind;
    };
    const wrong = await engine.ask("SELECT nothing FROM rows").catch(kind);
    const greedy = await engine
      .ask("SELECT length(string_agg(repeat('x', 1000000) || i, '')) FROM range(9000) t(i)")
      .catch(kind);
    const after = await engine.ask("SELECT 1 AS one").catch(kind);
    const again = await start().ask("SELECT CAST(count(*) AS DOUBLE) AS n FROM rows");
    return { wrong, greedy, after, again };
  });
  expect(kinds).toMatchObject({ wrong: "failed", greedy: "memory", after: "memory" });
  expect(kinds.again).toEqual([{ n: 4000 }]);
});

test("announces a slow start, and gives up after half a minute of silence", {
  tag: "@wide",
}, async ({ page }) => {
  await page.clock.install();
  await prepare(page);
  await page.route(/\.duckdb$/, () => {}); // never answered
  const ended = page.evaluate(async () => {
    const { start } = window as unknown as Started;
    return await start().hot.catch((error: { kind: string }) => error.kind);
  });
  const isSlow = () =>
    page.evaluate(() => (window as unknown as Started).reports?.some(({ slow }) => slow));
  await expect
    .poll(async () => {
      await page.clock.runFor(2000);
      return isSlow();
    })
    .toBe(true);
  await page.clock.runFor(31_000);
  expect(await ended).toBe("timeout");
});

/** The site behind a counter; what `instead` has for a path is answered in its place. */
async function counted(url: string) {
  const asked: string[] = [];
  const instead = new Map<string, string>();
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    if (incoming.method === "GET") asked.push(path);
    const text = instead.get(path);
    if (text !== undefined) return void outgoing.end(text);
    const passed = ask(url + path, { method: incoming.method, headers: incoming.headers }, (r) => {
      outgoing.writeHead(r.statusCode ?? 500, r.headers);
      r.pipe(outgoing);
    });
    passed.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const heavy = () => asked.filter((path) => /\.(wasm|duckdb|arrow)$|worker/.test(path));
  const close = () => new Promise((done) => server.close(done).closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, asked, heavy, instead, close };
}

const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const cache = await caches.open("mingzhang-engine");
    return (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
  });

async function startOn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await prepare(page, url + address);
  await page.evaluate(() => (window as unknown as Started).start().all);
  return page;
}

test("downloads nothing again for a second page, and forgets what is no longer published", {
  tag: "@wide",
}, async ({ browser, site }) => {
  const server = await counted(site.url);
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const first = await startOn(context, server.url);
  await expect.poll(() => keptIn(first), { timeout: 20_000 }).toHaveLength(4);
  const before = server.heavy().length;
  expect(before).toBe(4);
  await startOn(context, server.url);
  expect(server.heavy()).toHaveLength(before);

  // What the browser itself keeps may be gone any time.
  const cdp = await context.newCDPSession(first);
  await cdp.send("Network.clearBrowserCache");
  const third = await startOn(context, server.url);
  expect(server.heavy()).toHaveLength(before);
  for (const path of await keptIn(first)) expect(path).toMatch(/duckdb|\.arrow$/);

  server.instead.set("/data/files.json", "[]");
  await third.close();
  await startOn(context, server.url);
  await expect.poll(() => keptIn(first)).toHaveLength(2); // the engine alone
  await context.close();
  await server.close();
});
