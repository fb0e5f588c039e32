import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startServer } from "#scripts/serve";
import { changes, fields, measured } from "./awards.ts";
import { local, slow } from "./line.ts";
import { type Spread, spread } from "./measure.ts";
import { type Memory, rendererMemory } from "./memory.ts";
import { explorerSubject } from "./subject.ts";
import { type Start, start, type Tested, visit } from "./visit.ts";
import type { Drawn } from "./watch.ts";

export type ExplorerFigures = {
  local: Start;
  slow: Start;
  /** Without DuckDB; null where no cube answers. */
  cube: { change: Spread; memory: Memory | null; scriptKb: number } | null;
  /** Null where it failed. */
  duckdb: { search: Spread; change: Spread; memory: Memory | null } | null;
};

/** What a reader looks for, from few names to most of them. */
const searches = ["木器", "医药", "贸易", "合作社", "有限公司"];

/** Measures the explorer of a built site. */
export async function benchExplorer(dist: string): Promise<ExplorerFigures> {
  const server = await startServer({ root: dist, port: 0 });
  const path = `/zh/${measured}/explore/`;
  const tested: Tested = { server: server.url, path, subject: explorerSubject };
  try {
    return {
      local: await start(tested, local),
      slow: await start(tested, slow),
      cube: await withoutDuckdb({ ...tested, saveData: true }, dist),
      duckdb: await withDuckdb(tested).catch(failed),
    };
  } finally {
    await server.close();
  }
}

/** Who saves data never gets the engine unasked, so the cube answers alone. */
async function withoutDuckdb(tested: Tested, dist: string): Promise<ExplorerFigures["cube"]> {
  const { browser, page, line, close } = await visit(tested, local);
  const scripts = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) scripts.add(pathname);
  });
  try {
    await page.goto(line.url + tested.path);
    const first = await page.evaluate(() => window.watch.first);
    if (first.by !== "cube") return null;
    const sizes = [...scripts].map(async (path) => gzipSync(await readFile(join(dist, path))));
    const scriptKb = (await Promise.all(sizes)).reduce((sum, { length }) => sum + length, 0) / 1000;
    const drawn = await page.evaluate(
      async ([fields, count]) => {
        await window.watch.change(() => window.subject.set("region", 0, false));
        return window.watch.changes(fields, count);
      },
      [fields, changes] as const,
    );
    return { change: by("cube", drawn), memory: await rendererMemory(browser), scriptKb };
  } finally {
    await close();
  }
}

/** With a text search, which no cube can answer. */
async function withDuckdb(tested: Tested): Promise<ExplorerFigures["duckdb"]> {
  const { browser, page, line, close } = await visit(tested, local);
  try {
    await page.goto(line.url + tested.path);
    await page.evaluate(async () => {
      await window.watch.first;
      await window.watch.reached("ready");
      await window.watch.change(() => window.subject.set("region", 0, false));
    });
    const found: Drawn[] = [];
    for (const text of searches) found.push(await page.evaluate(search, text));
    const drawn = await page.evaluate(
      ([fields, count]) => window.watch.changes(fields, count, "duckdb"),
      [fields, changes] as const,
    );
    const memory = await rendererMemory(browser);
    return { search: by("duckdb", found), change: by("duckdb", drawn), memory };
  } finally {
    await close();
  }
}

/** As who types and presses Enter. Runs in the page. */
async function search(text: string): Promise<Drawn> {
  await window.subject.calm();
  const input = document.querySelector<HTMLInputElement>("input[type=search][name=q]");
  return window.watch.change(() => {
    if (input) input.value = text;
    input?.form?.requestSubmit();
  }, "duckdb");
}

/** Of the whole answers of one tier; an explorer that does not say who answered has DuckDB alone. */
function by(tier: "cube" | "duckdb", drawn: readonly Drawn[]): Spread {
  const isOfTier = ({ by, busy }: Drawn) =>
    tier === "cube" ? by === tier && !busy : by === tier || by === "no event";
  return spread(drawn.filter(isOfTier).map(({ ms }) => ms));
}

/** The rest is still worth measuring. */
function failed(error: unknown): null {
  console.error(error);
  process.exitCode = 1;
  return null;
}
