import { startServer } from "#scripts/serve";
import { changes, fields } from "./awards.ts";
import { local, slow } from "./line.ts";
import { type Spread, spread } from "./measure.ts";
import { type Memory, rendererMemory } from "./memory.ts";
import { mosaicSubject } from "./subject.ts";
import { type Start, start, type Tested, visit } from "./visit.ts";

export type DashboardFigures = {
  local: Start;
  slow: Start;
  change: Spread;
  memory: Memory | null;
  /** Of a renderer that shows nothing. */
  blank: Memory | null;
};

/** Measures the Mosaic dashboard in a folder as the explorer is measured. */
export async function benchDashboard(folder: string): Promise<DashboardFigures> {
  const server = await startServer({ root: folder, port: 0 });
  const tested: Tested = {
    server: server.url,
    path: "/",
    subject: mosaicSubject,
    inlineStyle: true,
  };
  try {
    return {
      local: await start(tested, local),
      slow: await start(tested, slow),
      ...(await later(tested)),
    };
  } finally {
    await server.close();
  }
}

async function later(tested: Tested): Promise<Omit<DashboardFigures, "local" | "slow">> {
  const { browser, page, line, close } = await visit(tested, local);
  try {
    const blank = await rendererMemory(browser);
    await page.goto(line.url + tested.path);
    const drawn = await page.evaluate(
      async ([fields, count]) => {
        await window.watch.first;
        await window.watch.change(() => window.subject.set("region", 0, false));
        return window.watch.changes(fields, count);
      },
      [fields, changes] as const,
    );
    return {
      change: spread(drawn.map(({ ms }) => ms)),
      memory: await rendererMemory(browser),
      blank,
    };
  } finally {
    await close();
  }
}
