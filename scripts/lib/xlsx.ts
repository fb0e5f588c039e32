import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { Answer } from "#core/query";

/** A workbook; the same sheets give the same bytes. */
export async function workbook(
  sheets: readonly { name: string; rows: SheetData }[],
): Promise<Uint8Array> {
  const buffer = await writeExcelFile(
    sheets.map((s) => ({ sheet: s.name, data: s.rows, stickyRowsCount: 1 })),
  ).toBuffer();
  // The library stamps each part with the time of writing.
  return zipSync(unzipSync(buffer), { mtime: new Date(1980, 0, 1), level: 6 });
}

/** Rows as cells: the headings, then text and numbers. A string cell never runs as a formula. */
export const sheetRows = (rows: Answer, headings: readonly string[]): SheetData => [
  headings.map((h) => ({ value: h, type: String, fontWeight: "bold" as const })),
  ...rows.map((row) =>
    Object.values(row).map((v) =>
      v === null
        ? null
        : typeof v === "number"
          ? { value: v, type: Number }
          : { value: v, type: String },
    ),
  ),
];
