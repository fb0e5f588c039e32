import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { chromium } from "@playwright/test";
import { type Draws, drawRanks } from "#core/assessment/draw";
import type { Matrix } from "#core/assessment/matrix";
import { startUniform } from "#core/assessment/random";
import { findBrowser } from "#scripts/lib/chromium";
import { startServer } from "#scripts/serve";
import { median } from "./measure.ts";

export type AssessFigures = {
  /** Milliseconds for 2,000 draws, by units in one group. */
  node: Readonly<Record<number, number>>;
  browser: Readonly<Record<number, number>>;
  /** Milliseconds from a slider to the ranks on the page, and seconds that the pages took in the site's build. */
  slider: number;
  pages: { count: number; seconds: number };
};

const draws: Draws = { count: 2000, seed: 20260101, shares: 36 };
const sizes = [26, 122] as const;

/** Four pillars of three indicators each, the last of which rests on a sample. */
function matrixOf(units: number): Matrix {
  const uniform = startUniform(units);
  const column = () => Float64Array.from({ length: units }, uniform);
  return {
    units,
    pillars: 4,
    columns: Array.from({ length: 12 }, (_, k) => {
      const values = column();
      const low = values.map((v) => Math.max(0, v - 0.02));
      const high = values.map((v) => Math.min(1, v + 0.02));
      const sample = k === 11 ? { sample: { low, high } } : {};
      return { pillar: Math.floor(k / 3), goalposts: { worst: 0, best: 1 }, values, ...sample };
    }),
  };
}

const weights = [1, 1, 1, 1];

function inNode(units: number): number {
  const m = matrixOf(units);
  const times = Array.from({ length: 7 }, () => {
    const before = performance.now();
    drawRanks(m, weights, draws);
    return performance.now() - before;
  });
  return median(times.slice(2)); // the first ones compile
}

/** Measures the draws in Node and in the browser's worker, and the pages of the assessment. */
export async function benchAssess(): Promise<AssessFigures> {
  const node = Object.fromEntries(sizes.map((n) => [n, inNode(n)]));
  return { node, ...(await inBrowser()), pages: await buildTime() };
}

async function inBrowser(): Promise<Pick<AssessFigures, "browser" | "slider">> {
  const found = await findBrowser();
  Object.assign(process.env, found.env);
  const server = await startServer({ root: "dist", port: 0 });
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/zh/assessment/weights/`);
    const script = globSync("assets/weights-worker*.js", { cwd: "dist" })[0] ?? "";
    const times: Record<number, number> = {};
    for (const units of sizes) {
      const m = matrixOf(units);
      // Typed arrays do not cross into the page; plain ones do, and become typed again there.
      const plain = m.columns.map((c) => ({
        ...c,
        values: [...c.values],
        sample: c.sample && { low: [...c.sample.low], high: [...c.sample.high] },
      }));
      times[units] = median(
        await page.evaluate(
          async ({ url, columns, n, weights, draws }) => {
            const worker = new Worker(url, { type: "module" });
            const matrix = {
              units: n,
              pillars: 4,
              columns: columns.map(({ sample, ...c }) => ({
                ...c,
                values: Float64Array.from(c.values),
                ...(sample && {
                  sample: {
                    low: Float64Array.from(sample.low),
                    high: Float64Array.from(sample.high),
                  },
                }),
              })),
            };
            const measured: number[] = [];
            for (let i = 0; i < 7; i++) {
              const before = performance.now();
              await new Promise((done) => {
                worker.onmessage = done;
                worker.postMessage({ id: i, matrices: [matrix], weights, draws });
              });
              measured.push(performance.now() - before);
            }
            worker.terminate();
            return measured.slice(2);
          },
          { url: `/${script}`, columns: plain, n: units, weights, draws },
        ),
      );
    }
    const slider = median(
      await page.evaluate(async () => {
        const root = document.querySelector("mz-weights");
        const input = document.querySelector<HTMLInputElement>("input[type=range]");
        const measured: number[] = [];
        for (let i = 0; i < 12; i++) {
          const before = performance.now();
          if (input) input.value = String((i * 15) % 100);
          input?.dispatchEvent(new Event("input", { bubbles: true }));
          while (root?.hasAttribute("aria-busy")) await new Promise((done) => setTimeout(done, 0));
          measured.push(performance.now() - before);
        }
        return measured.slice(2);
      }),
    );
    return { browser: times, slider };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Builds the site and adds up the times that Astro gives for these pages. */
async function buildTime(): Promise<AssessFigures["pages"]> {
  const args = [
    "node_modules/astro/bin/astro.mjs",
    "build",
    "--outDir",
    "node_modules/.cache/bench",
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  await new Promise((resolve) => child.once("close", resolve));
  const ms = [
    ...output.matchAll(/\/(?:regions|assessment)\/\S*index\.html.*?\(\+([\d.]+)(ms|s)\)/g),
  ].map(([, n, unit]) => Number(n) * (unit === "s" ? 1000 : 1));
  return { count: ms.length, seconds: ms.reduce((sum, n) => sum + n, 0) / 1000 };
}

/** The lines of the table. */
export const assessLines = ({ node, browser, slider, pages }: AssessFigures): readonly string[] => [
  ...sizes.map(
    (n) =>
      `| 2,000 draws for ${n} units | ${node[n]?.toFixed(0)} ms in Node | ${browser[n]?.toFixed(0)} ms in the browser's worker |`,
  ),
  `| a slider of the weights | ${slider.toFixed(0)} ms to the ranks | |`,
  `| pages of the assessment and the regions | ${pages.count} pages in ${pages.seconds.toFixed(1)} s | |`,
];
