import type { RegionNames } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import type { Lang } from "#core/language";
import { guarded, headingOf, isNumeric, labelsOf } from "#core/publication/download";
import { CellTable } from "./cell-table.ts";
import { cellText, csvCell } from "./cells.ts";
import type { RecordWriter } from "./rewrite.ts";
import { Piece, Sink } from "./sink.ts";

const sinkBytes = 1 << 20;

/**
 * The CSVs for people, one for each language, out of that for machines: as `csvSql`, which says the same in SQL for the
 * rows a reader has filtered. What lies between two cells that change is copied in one go.
 */
export async function peopleCsv(
  d: Dataset,
  regions: RegionNames,
  files: readonly { lang: Lang; path: string }[],
): Promise<RecordWriter> {
  const sinks = await Promise.all(files.map(({ path }) => Sink.open(path, sinkBytes)));
  const fields = publicFields(d);
  const texts = fields.flatMap((f, i) => (isNumeric(needField(d, f)) ? [] : [i]));
  const labelled = texts.map((i) => labelling(d, fields[i] as string, regions, files));
  const more = labelled.reduce((sum, { longest }) => sum + longest, 0);
  return {
    sinks,
    most: (bytes) => bytes + more,
    start() {
      for (const [n, { lang }] of files.entries()) {
        const headings = fields.map((f) => csvCell(headingOf(d, f, lang)));
        const heading = Piece.of(`${headings.join(",")}\n`);
        sinks[n]?.put(heading, 0, heading.length);
      }
    },
    record(piece, { starts, next }) {
      const { bytes } = piece;
      let from = starts[0] as number; // this and all below are there
      for (let t = 0; t < texts.length; t++) {
        const i = texts[t] as number;
        const start = starts[i] as number;
        const end = (starts[i + 1] as number) - 1;
        if (start === end) continue;
        const { table, labels } = labelled[t] as Labelling;
        const found = table === undefined ? -1 : table.find(bytes, start, end);
        const safe = found < 0 ? safeCell(bytes, start, end) : undefined;
        if (found < 0 && safe === undefined) continue;
        for (let n = 0; n < sinks.length; n++) {
          const sink = sinks[n] as Sink;
          const cell = safe ?? (labels[n]?.[found] as Piece);
          sink.put(piece, from, start);
          sink.put(cell, 0, cell.length);
        }
        from = end;
      }
      for (let n = 0; n < sinks.length; n++) sinks[n]?.put(piece, from, next);
    },
    end: () => {},
  };
}

/** The codes of a field, their labels in each language, and the most bytes that a cell becomes longer by. */
type Labelling = {
  table: CellTable | undefined;
  labels: readonly (readonly Piece[])[];
  longest: number;
};

function labelling(
  d: Dataset,
  f: string,
  regions: RegionNames,
  files: readonly { lang: Lang }[],
): Labelling {
  const entries = Object.entries(labelsOf(d, f, regions) ?? {});
  const table = entries.length ? new CellTable(entries.map(([code]) => csvCell(code))) : undefined;
  const labels = files.map(({ lang }) =>
    entries.map(([, text]) => Piece.of(csvCell(guarded(text[lang])))),
  );
  // An apostrophe or a tab, and quotes.
  const longest = Math.max(3, ...labels.flat().map(({ length }) => length));
  return { table, labels, longest };
}

/** What takes the place of a cell that a spreadsheet would run or cut. */
function safeCell(bytes: Uint8Array, start: number, end: number): Piece | undefined {
  if (!isSuspect(bytes, start, end)) return undefined;
  const text = cellText(bytes, start, end);
  const safe = guarded(text);
  return safe === text ? undefined : Piece.of(csvCell(safe));
}

const [quote, zero, nine, at, wide] = [0x22, 0x30, 0x39, 0x40, 0xef];

/** Whether a cell begins with a sign, or is digits alone: a look at a few bytes spares nearly every cell the rest. */
function isSuspect(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number; // the cell is not empty
  if (first < zero || first === wide || first === quote) return true;
  if (first > nine) return first <= at;
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < zero || byte > nine) return false;
  }
  return true;
}
