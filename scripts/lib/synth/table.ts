import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Row } from "./row.ts";

const bufferBytes = 1 << 18;
const longestRow = 1 << 14; // bytes; the longest rows, of programmes, have a thousand

const special = /[",\n]/;
const quoted = (cell: string) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes rows as CSV under these columns, in this order, in flat memory; tells how many there are so far. */
export async function writeTable(
  path: string,
  columns: readonly string[],
  rows: Iterable<Row>,
  told: (rows: number) => void = () => {},
): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w");
  const buffer = Buffer.allocUnsafe(bufferBytes); // one for the whole file: a million rows leave no garbage
  let at = buffer.write(`${columns.join(",")}\n`);
  let count = 0;
  try {
    for (const row of rows) {
      at += buffer.write(lineOf(row, columns), at);
      count += 1;
      if (at < bufferBytes - longestRow) continue;
      await file.write(buffer, 0, at);
      at = 0;
      told(count);
    }
    await file.write(buffer, 0, at);
    return count;
  } finally {
    await file.close();
  }
}

function lineOf(row: Row, columns: readonly string[]): string {
  let line = "";
  for (let i = 0; i < columns.length; i++) {
    const cell = row[columns[i] ?? ""];
    if (cell === undefined) throw new Error(`a row without ${columns[i]}`);
    line += i === 0 ? quoted(cell) : `,${quoted(cell)}`;
  }
  if (line.length * 3 >= longestRow) throw new Error(`a row of ${line.length} characters`);
  return `${line}\n`;
}
