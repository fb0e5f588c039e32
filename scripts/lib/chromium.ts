import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Browser = { path: string; args: readonly string[]; env: Record<string, string> };

/** Our own flags: the package's own list turns web security off and puts everything in one process. */
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // Nothing but this machine can be reached, whatever a page asks for.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--font-render-hinting=none",
];

const systemBrowsers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Unpacks the Chromium inside the npm package once for each version; the package reuses whatever it finds in TMPDIR. */
async function unpack(): Promise<string> {
  const home = dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  const cache = resolve("node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unpacked = await mkdtemp(join(cache, "unpacking-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = unpacked;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(join(home, "bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  await rename(unpacked, folder).catch(() => rm(unpacked, { recursive: true })); // another process was faster
  return folder;
}

const starts = (path: string, env: Record<string, string>) =>
  promisify(execFile)(path, ["--version"], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );

/** A Chromium to test with: CHROME_PATH, else the one npm brings (Linux on x64), else one the system has. */
export async function findBrowser(): Promise<Browser> {
  const given = process.env["CHROME_PATH"];
  if (given) return { path: given, args, env: {} };
  if (process.platform === "linux" && process.arch === "x64") {
    const folder = await unpack();
    const path = join(folder, "chromium");
    const libraries = { LD_LIBRARY_PATH: join(folder, "al2023/lib") };
    for (const env of [{}, libraries]) if (await starts(path, env)) return { path, args, env };
  }
  const path = systemBrowsers[process.platform]?.find(existsSync);
  if (path) return { path, args, env: {} };
  throw new Error(
    "No Chromium found. Expected CHROME_PATH, the npm package @sparticuz/chromium (Linux on x64) or an installed Chrome. Install Chrome or Chromium, or set CHROME_PATH to its program.",
  );
}
