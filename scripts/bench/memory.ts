import { readFile } from "node:fs/promises";
import type { Browser } from "@playwright/test";

/**
 * What a browser's renderers hold, in MB, workers included: `pss` now, pages shared with other processes in proportion;
 * `peak` the most each held at once (RSS, shared pages in full), added up.
 */
export type Memory = { pss: number; peak: number };

/** Reads /proc, so Linux only: elsewhere null. */
export async function rendererMemory(browser: Browser): Promise<Memory | null> {
  if (process.platform !== "linux") return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sum = { pss: 0, peak: 0 };
  for (const { type, id } of processInfo) {
    if (type !== "renderer") continue;
    sum.pss += await kilobytes(`/proc/${id}/smaps_rollup`, "Pss");
    sum.peak += await kilobytes(`/proc/${id}/status`, "VmHWM");
  }
  return { pss: sum.pss / 1024, peak: sum.peak / 1024 };
}

async function kilobytes(path: string, name: string): Promise<number> {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(await readFile(path, "utf8"));
  if (!found) throw new Error(`${path} has no ${name}`);
  return Number(found[1]);
}
