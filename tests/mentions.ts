import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { literal } from "#core/query/sql";
import { ask, openDuck } from "#scripts/lib/duck";

/** The files below a folder that hold a text, in their bytes, their name, or unpacked. */
export async function mentions(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    if (path.includes(text) || (await unpacked(path)).some((bytes) => bytes.includes(text))) {
      found.push(path);
    }
  }
  return found;
}

async function unpacked(path: string): Promise<readonly Buffer[]> {
  const bytes = await readFile(path);
  const ending = path.slice(path.lastIndexOf(".") + 1);
  switch (ending) {
    case "xlsx":
      return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))];
    case "pf_fragment":
    case "pf_index":
    case "gz":
      return [bytes, gunzipSync(bytes)];
    case "br":
      return [bytes, brotliDecompressSync(bytes)];
    case "parquet": {
      const duck = await openDuck("node_modules/.cache/spill");
      const rows = await ask(duck, `FROM read_parquet(${literal(path)})`);
      duck.closeSync();
      return [bytes, Buffer.from(JSON.stringify(rows))];
    }
    case "duckdb": {
      const duck = await openDuck("node_modules/.cache/spill");
      await duck.run(`ATTACH ${literal(path)} AS file (READ_ONLY)`);
      const rows = await ask(duck, "FROM file.rows");
      duck.closeSync();
      return [bytes, Buffer.from(JSON.stringify(rows))];
    }
    default:
      return [bytes];
  }
}
