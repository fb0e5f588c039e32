import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  columnFromArray,
  dictionary,
  float64,
  int8,
  int16,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { compressFolder } from "#scripts/lib/compress";
import { openAwards } from "./awards.ts";

/** Makes the Mosaic dashboard of bench/mosaic over the awards of a build folder: a folder to serve. */
export async function makeMosaic(build: string, out: string): Promise<void> {
  install();
  await bundle(out);
  await writeFile(join(out, "awards.arrow"), await awards(build));
  await compressFolder(out);
}

/** What nobody else needs is installed when it is first measured. */
function install(): void {
  if (existsSync("bench/mosaic/node_modules/@uwdata/vgplot")) return;
  const windows = process.platform === "win32"; // npm is a script there
  const { status } = spawnSync("npm", ["ci"], {
    cwd: "bench/mosaic",
    stdio: "inherit",
    shell: windows,
  });
  if (status !== 0) throw new Error("npm ci in bench/mosaic failed: see above");
}

/** Bundles with the vite that astro brings. */
async function bundle(out: string): Promise<void> {
  const astro = createRequire(import.meta.resolve("astro/package.json"));
  const { build }: typeof import("vite") = await import(pathToFileURL(astro.resolve("vite")).href);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    root: "bench/mosaic",
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: resolve(out),
      emptyOutDir: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
      target: "esnext",
    },
  });
}

/** The six columns as an Arrow stream, each in the smallest form that DuckDB reads. */
async function awards(build: string): Promise<Uint8Array> {
  const { duck, entry } = await openAwards(build);
  const reader = await duck.runAndReadAll("FROM hot");
  const { programme, region, year, status, paid, on_time } = reader.getColumnsObjectJS();
  duck.closeSync();
  const text = () => dictionary(utf8(), int16());
  const named = region?.map((code) => entry.regions[String(code)]?.zh ?? code);
  const column = (values: unknown[] | undefined, type: Parameters<typeof columnFromArray>[1]) =>
    columnFromArray(values ?? [], type);
  const bytes = tableToIPC(
    tableFromColumns({
      programme: column(programme, text()),
      region: column(named, text()),
      year: column(year, int16()),
      status: column(status, text()),
      paid: column(paid, float64()),
      on_time: column(on_time, int8()),
    }),
    { format: "stream" },
  );
  if (!bytes) throw new Error("no Arrow bytes");
  return bytes;
}
