import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import Papa from "papaparse";

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Writes `count` rows shaped like the fee list: each is a real row with its item, charging body,
 * amount and documents varied, so that texts, blanks and brackets occur as often as in the real list.
 */
export async function writeFeeRows(source: string, path: string, count: number): Promise<void> {
  const parsed = Papa.parse<string[]>(await readFile(source, "utf8"), { skipEmptyLines: true });
  const [header = [], ...real] = parsed.data;
  const at = (name: string) => header.indexOf(name);
  const next = random(20_260_131);
  const out = createWriteStream(path);
  out.write(`${header.join(",")}\n`);
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, i) => {
      const row = [...(real[(from + i) % real.length] ?? [])];
      row[at("item")] = `${row[at("item")]}第${Math.floor(next() * 5000)}档`;
      row[at("charging_unit")] ||= `第${Math.floor(next() * 2000)}收费单位`;
      if (/^\d+$/.test(row[at("standard")] ?? "")) {
        row[at("standard")] = String(Math.floor(next() ** 3 * 5000));
      }
      const basis = row[at("legal_basis")] ?? "";
      row[at("legal_basis")] = basis.replace(/\d+号?$/, () => `${Math.floor(next() * 4000)}号`);
      return row;
    });
    if (!out.write(`${Papa.unparse(rows, { newline: "\n" })}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
