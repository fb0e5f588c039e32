/** The sentences of the list of rows, as its page hands them over; `{n}` and the like are filled in. */
export type RowText = {
  label: string;
  hint: string;
  sight: string;
  loading: string;
  failed: string;
  first: string;
  other: string;
  rowOf: string;
  sourceOrder: string;
  up: string;
  down: string;
  copied: string;
  copyByHand: string;
  blank: string;
  seeSource: string;
  sourceDate: string;
  sourceLine: string;
};

/** An element that the page holds for the list of rows. */
export function part<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
