import { closeSync, openSync, writeSync } from "node:fs";
import { constants, deflateRawSync } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";

/** A sheet: its name, what its columns are called, and its rows as XML (`rowXml`), piece by piece. */
export type Sheet = {
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** Writes a workbook, its first rows bold and fixed; the same sheets give the same bytes, and memory holds one piece. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const file = openSync(path, "w");
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  try {
    for (const [part, xml] of frame(sheets)) {
      const entry = add(zip, part);
      entry.push(utf8.encode(xml), true);
    }
    for (const [i, sheet] of sheets.entries()) {
      const entry = add(zip, `xl/worksheets/sheet${i + 1}.xml`);
      entry.push(utf8.encode(sheetStart + headingRow(sheet.headings)));
      for await (const piece of sheet.rows) entry.push(piece);
      entry.push(utf8.encode("</sheetData></worksheet>"), true);
    }
    zip.end();
  } finally {
    closeSync(file);
  }
}

const utf8 = new TextEncoder();

function add(zip: Zip, part: string): ZipPassThrough {
  const entry = new Deflated(part);
  entry.mtime = new Date(1980, 0, 1); // not the time of writing
  zip.add(entry);
  return entry;
}

/** Node's zlib compresses several times as fast as fflate; each piece ends at a whole byte, so that pieces can follow each other. */
class Deflated extends ZipPassThrough {
  override compression = 8;
  protected override process(piece: Uint8Array<ArrayBuffer>, last: boolean): void {
    const { Z_FINISH, Z_FULL_FLUSH } = constants;
    const finishFlush = last ? Z_FINISH : Z_FULL_FLUSH;
    this.ondata(null, new Uint8Array(deflateRawSync(piece, { level: 6, finishFlush })), last);
  }
}

const namespace = "http://schemas.openxmlformats.org";
const main = `${namespace}/spreadsheetml/2006/main`;
const relations = `${namespace}/officeDocument/2006/relationships`;
const packaged = `${namespace}/package/2006`;
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const sheetStart = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;

const headingRow = (headings: readonly string[]): string =>
  `<row r="1">${headings.map((h, i) => `<c r="${columnName(i)}1" s="1" t="inlineStr"><is><t>${escaped(h)}</t></is></c>`).join("")}</row>`;

/** The letters of a column: A, …, Z, AA, … */
export const columnName = (i: number): string =>
  (i >= 26 ? columnName(Math.floor(i / 26) - 1) : "") + String.fromCharCode(65 + (i % 26));

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

/** Excel takes names of at most 31 characters, without these signs. */
const sheetName = (name: string): string => escaped(name.replace(/[\\/*?:[\]]/g, " ").slice(0, 31));

/** The parts around the sheets. */
function frame(sheets: readonly Sheet[]): [string, string][] {
  const each = (part: (i: number, name: string) => string) =>
    sheets.map(({ name }, i) => part(i + 1, sheetName(name))).join("");
  return [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${each((i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((i, name) => `<sheet name="${name}" sheetId="${i}" r:id="rId${i}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${packaged}/relationships">${each((i) => `<Relationship Id="rId${i}" Type="${relations}/worksheet" Target="worksheets/sheet${i}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}
