/** Where the keyboard is in a grid: a row counted from 0, -1 for the headings, and a column. */
export type Place = { row: number; column: number };

/** What there is to move over. Where rows are cards, a card is moved to whole and there are no headings. */
export type Field = { rows: number; columns: number; page: number; areCards: boolean };

/** To where a key leads in a grid; null where it leads nowhere. */
export function moved(
  { row, column }: Place,
  key: string,
  isCtrl: boolean,
  field: Field,
): Place | null {
  const [lastRow, lastColumn] = [field.rows - 1, field.areCards ? 0 : field.columns - 1];
  const firstRow = field.areCards ? 0 : -1;
  const at = (r: number, c: number): Place => ({
    row: Math.max(firstRow, Math.min(r, lastRow)),
    column: Math.max(0, Math.min(c, lastColumn)),
  });
  const toEnds = isCtrl || field.areCards;
  switch (key) {
    case "ArrowDown":
      return at(isCtrl ? lastRow : row + 1, column);
    case "ArrowUp":
      return at(isCtrl ? 0 : row - 1, column);
    case "ArrowRight":
      return field.areCards ? null : at(row, isCtrl ? lastColumn : column + 1);
    case "ArrowLeft":
      return field.areCards ? null : at(row, isCtrl ? 0 : column - 1);
    case "PageDown":
      return at(Math.max(0, row) + field.page, column);
    case "PageUp":
      return at(Math.max(0, row - field.page), column);
    case "Home":
      return toEnds ? at(0, 0) : at(row, 0);
    case "End":
      return toEnds ? at(lastRow, lastColumn) : at(row, lastColumn);
    default:
      return null;
  }
}
