import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "#scripts/lib/chromium";
import { startServer } from "#scripts/serve";

const folder = join("bench", "lighthouse");
const program = join(folder, "node_modules", "lighthouse", "cli", "index.js");

/** One of each kind of page that most readers see. */
const paths = ["/zh/", "/zh/fees/", "/zh/fees/explore/", "/zh/regions/652900/", "/zh/law/"];
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const shown = [
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;

type Report = {
  categories: Readonly<Record<(typeof categories)[number], { score: number | null }>>;
  audits: Readonly<Record<string, { numericValue?: number; displayValue?: string }>>;
};

/** What Lighthouse says of a page, as a phone on a slow line would load it. */
export type PageFigures = {
  path: string;
  scores: readonly (number | null)[];
  values: readonly string[];
  bytes: number;
};

/** What nobody else needs is installed when it is first measured. */
function install(): void {
  if (existsSync(program)) return;
  const windows = process.platform === "win32"; // npm is a script there
  const { status } = spawnSync("npm", ["ci"], { cwd: folder, stdio: "inherit", shell: windows });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed: see above`);
}

/** Has Lighthouse visit pages of the built site, one after the other. */
export async function benchPages(): Promise<readonly PageFigures[]> {
  install();
  const browser = await findBrowser();
  const server = await startServer({ root: "dist", port: 0 });
  const env = { ...process.env, ...browser.env, CHROME_PATH: browser.path };
  const flags = ["--headless=new", "--no-sandbox", ...browser.args];
  const found: PageFigures[] = [];
  try {
    for (const path of paths) {
      const args = [
        program,
        server.url + path,
        "--quiet",
        "--output=json",
        `--only-categories=${categories.join(",")}`,
        // Commas would part a flag in two; the rule that needs one is not needed for pages of our own.
        `--chrome-flags=${flags.filter((flag) => !flag.includes(",")).join(" ")}`,
      ];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env,
        maxBuffer: 64e6,
      });
      const { categories: scored, audits } = JSON.parse(stdout) as Report; // what --output=json prints
      found.push({
        path,
        scores: categories.map((c) => scored[c].score),
        values: shown.map((name) => audits[name]?.displayValue ?? ""),
        bytes: audits["total-byte-weight"]?.numericValue ?? 0,
      });
    }
  } finally {
    await server.close();
  }
  return found;
}

export const pageLines = ({ path, scores, values, bytes }: PageFigures): string =>
  `| ${path} | ${categories.map((c, i) => `${c} ${scores[i]}`).join(", ")} | ${values.join(", ")}; ${Math.round(bytes / 1000)} kB |`;
