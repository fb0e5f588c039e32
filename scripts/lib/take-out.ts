import { createHash } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Dataset } from "#core/dataset";
import type { Problem } from "#core/problem/problem";
import { type Checked, checkFile, csvColumns } from "#scripts/lib/csv";
import { newlines, parse } from "#scripts/lib/records";
import type { Encoding } from "#scripts/lib/text";

/** Lines of a file, the first of which is 1. */
export type Lines = { first: number; last: number };

type Scan = {
  /** Where the records of the key begin. */
  at: readonly number[];
  /** Of all other sound rows. */
  hash: string;
  errors: readonly Problem[];
  checked: Checked;
};

async function scan(path: string, d: Dataset, key: string): Promise<Scan> {
  const keyAt = csvColumns(d).indexOf(d.key);
  const at: number[] = [];
  const others = createHash("sha256");
  const checked = await checkFile(path, d, {
    onCsv: (csv) => {
      for (const cells of parse(csv, ",", false).data) {
        if (cells[keyAt] === key) at.push(Number(cells[0]));
        else if (cells.length > 1) others.update(`${JSON.stringify(cells)}\n`);
      }
    },
  });
  const errors = checked.problems.filter(({ severity }) => severity === "error");
  return { at, hash: others.digest("hex"), errors, checked };
}

/** Where the content of each line begins and ends, counted as the check counts lines. */
function* linesOf(bytes: Buffer, encoding: Encoding): Generator<{ start: number; end: number }> {
  const wide = encoding === "UTF-16LE" || encoding === "UTF-16BE";
  const step = wide ? 2 : 1;
  const at = (i: number): number => {
    if (!wide) return bytes[i] ?? -1;
    if (i + 1 >= bytes.length) return -1;
    return encoding === "UTF-16LE" ? bytes.readUInt16LE(i) : bytes.readUInt16BE(i);
  };
  let start = 0;
  for (let i = 0; i < bytes.length; i += step) {
    const c = at(i);
    if (c !== 10 && c !== 13) continue;
    yield { start, end: i };
    if (c === 13 && at(i + step) === 10) i += step;
    start = i + step;
  }
  yield { start, end: bytes.length };
}

const longestRecord = 1 << 22; // bytes

/** The file without the records that begin on these lines, a blank line in the place of each line of theirs. */
function blanked(bytes: Buffer, { at, checked }: Scan): { bytes: Buffer; lines: readonly Lines[] } {
  const encoding = checked.encoding || "UTF-8";
  const kept: Buffer[] = [];
  const lines: Lines[] = [];
  let from = 0;
  let line = 0;
  let last = 0;
  for (const { start, end } of linesOf(bytes, encoding)) {
    line += 1;
    if (at.includes(line)) {
      const text = new TextDecoder(encoding.toLowerCase())
        .decode(bytes.subarray(start, start + longestRecord))
        .replace(/\r\n?/g, "\n");
      const [cells = []] = parse(text, checked.delimiter, false, 1).data;
      last = line + newlines(cells);
      lines.push({ first: line, last });
    }
    if (line > last) continue;
    kept.push(bytes.subarray(from, start));
    from = end;
  }
  return { bytes: Buffer.concat([...kept, bytes.subarray(from)]), lines };
}

export type TakenOut = {
  lines: readonly Lines[];
  /** Lines that stay, because without them other rows or a total would change. */
  stuck: readonly Lines[];
};

/** Writes what a file becomes beside it, then puts it in its place. */
export async function replaceFile(path: string, bytes: Buffer | string): Promise<void> {
  const mode = (await stat(path).catch(() => undefined))?.mode;
  await writeFile(`${path}.next`, bytes, { flush: true, ...(mode && { mode }) });
  await rename(`${path}.next`, path);
}

/** Whether a source has sound rows of a key, and its errors. */
export async function findRecord(path: string, d: Dataset, key: string) {
  const { at, errors } = await scan(path, d, key);
  return { has: at.length > 0, errors };
}

/** Takes every record of a key out of a source, and leaves all other rows and their line numbers as they are. */
export async function takeOut(path: string, d: Dataset, key: string): Promise<TakenOut> {
  const before = await scan(path, d, key);
  const lines: Lines[] = [];
  const next = `${path}.next`;
  let bytes: Buffer = await readFile(path);
  let found = before;
  try {
    // A repetition is found once the first is gone.
    while (found.at.length > 0) {
      const less = blanked(bytes, found);
      lines.push(...less.lines);
      bytes = less.bytes;
      await writeFile(next, bytes);
      found = await scan(next, d, key);
    }
    const known = new Set(before.errors.map((p) => JSON.stringify(p)));
    const isNew = (p: Problem) => !known.has(JSON.stringify(p));
    if (found.hash !== before.hash || found.errors.some(isNew)) return { lines: [], stuck: lines };
    if (lines.length > 0) await replaceFile(path, bytes);
    return { lines, stuck: [] };
  } finally {
    await rm(next, { force: true });
  }
}
