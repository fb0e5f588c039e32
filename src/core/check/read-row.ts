/** What a record below the header is. */
export type RowKind = "data" | "blank" | "total rows" | "note rows" | "header again";

const labels =
  /^(?:本页|本表|全区|全市|全县)?(?:合计|总计|小计|共计)[:：]?$|^(?:sub-?|grand)?total:?$/i;

/** Whether a row that begins with this cell holds totals. */
function isTotalLabel(text: string): boolean {
  if (text.length > 16) return false;
  const last = text.charCodeAt(text.length - 1);
  // 计 : ： l L space, before the regular expression is asked
  if (last !== 0x8ba1 && last !== 58 && last !== 0xff1a && last !== 108 && last !== 76 && last > 32)
    return false;
  return labels.test(text.replace(/\s+/gu, ""));
}

const noteLabel =
  /^(?:注|备注|说明|填表人|填报人|制表人?|审核人?|单位负责人|填报单位|填报日期)\s*[0-9]*[:：]/u;

/** Whether a row's only cell is a note below the table. */
const isNote = (text: string): boolean => noteLabel.test(text);

/** Whether a cell holds nothing but space. */
export function isBlank(cell: string): boolean {
  if (cell === "") return true;
  const first = cell.charCodeAt(0);
  return (first <= 0x20 || first === 0x3000 || first === 0xa0) && cell.trim() === "";
}

const isSame = (cells: readonly string[], header: readonly string[]) =>
  cells.every((cell, i) => cell.trim() === (header[i] ?? ""));

export function rowKind(cells: readonly string[], header: readonly string[]): RowKind {
  let first = 0;
  while (first < cells.length && isBlank(cells[first] ?? "")) first += 1;
  const cell = cells[first];
  if (cell === undefined) return "blank";
  if (isTotalLabel(cell)) return "total rows";
  if (cell === header[first] && isSame(cells, header)) return "header again";
  if (first === 0 && isNote(cell) && cells.slice(1).every(isBlank)) return "note rows";
  return "data";
}
