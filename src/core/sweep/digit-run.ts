import * as character from "#core/sweep/character";

// Asked for each character: names of this module are found faster than those of another.
const { bracket, classOf, dash, digit, digitOf, dot, hidden, letter, line, numeral, space } =
  character;

/** Digits without anything visible between them, as ASCII; an X counts where an identity number would end. */
export type Group = { digits: string; index: number; end: number };
/** What stands between two groups. */
export type Gap = "space" | "line" | "dash" | "dot" | "bracket";
/** Groups of digits that could be one number written apart, with the gap after each but the last. */
export type Run = { groups: readonly Group[]; gaps: readonly Gap[] };

const fewest = 10;
const widestGap = 4;

/** The end of the characters from `i` on that cannot be seen. */
function skipHidden(text: string, i: number): number {
  while (i < text.length && classOf(text.charCodeAt(i)) === hidden) i += 1;
  return i;
}

const isX = (code: number) => (code | 32) === 120 || code === 0xff38 || code === 0xff58;

function isWordAt(text: string, i: number): boolean {
  const c = classOf(text.charCodeAt(skipHidden(text, i)));
  return c === letter || c === digit;
}

/** Where the group that starts at `i` ends, and how many digits it has. */
function measureGroup(text: string, i: number): { end: number; count: number } {
  const kind = classOf(text.charCodeAt(i));
  let end = i;
  let count = 0;
  for (let at = i; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (classOf(code) === kind) count += 1;
    else if (isX(code) && count > 0 && (count === 17 || !isWordAt(text, at + 1)))
      return { end: at + 1, count: count + 1 };
    else break;
    end = at + 1;
    at = skipHidden(text, end);
  }
  return { end, count };
}

function readDigits(text: string, from: number, to: number): string {
  let digits = "";
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const c = classOf(code);
    if (c === digit || c === numeral) digits += digitOf(code);
    else if (c === letter) digits += "X";
  }
  return digits;
}

const gaps: Readonly<Record<number, Gap>> = {
  [space]: "space",
  [line]: "line",
  [dash]: "dash",
  [dot]: "dot",
  [bracket]: "bracket",
};

/** The gap from `i` to the next digit, if digits follow it. */
function readGap(text: string, i: number): { gap: Gap; next: number } | undefined {
  let kind = 0;
  let width = 0;
  for (let at = i; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const c = classOf(code);
    if (c === hidden) continue;
    const endsHere = c === digit || c === numeral || (isX(code) && !isWordAt(text, at + 1));
    if (endsHere) {
      const gap = gaps[kind];
      return gap && { gap, next: at };
    }
    const isIndent = code === 9 && kind === line;
    if (c < space && !isIndent) return undefined;
    if (c === line || kind === line) {
      if (c !== line && c !== space && !isIndent) return undefined;
      kind = line;
    } else if (c === space) kind ||= space;
    else if (kind === 0 || kind === space || kind === c) kind = c;
    else return undefined;
    width += 1;
    if (width > (kind === line ? 20 * widestGap : widestGap)) return undefined;
  }
  return undefined;
}

/** Hands over every run of at least ten digits, in one pass. */
export function eachRun(text: string, hand: (run: Run) => void): void {
  for (let i = 0; i < text.length; ) {
    const c = classOf(text.charCodeAt(i));
    if (c !== digit && c !== numeral) {
      i += 1;
      continue;
    }
    const alone = measureGroup(text, i);
    if (alone.count < fewest && !readGap(text, alone.end)) {
      i = alone.end;
      continue;
    }
    const ends: number[] = [];
    const found: Gap[] = [];
    let digits = 0;
    for (let at = i; ; ) {
      const { end, count } = measureGroup(text, at);
      ends.push(at, end);
      digits += count;
      i = end;
      const after = readGap(text, end);
      if (!after) break;
      found.push(after.gap);
      at = after.next;
    }
    if (digits < fewest) continue;
    const groups: Group[] = [];
    for (let g = 0; g < ends.length; g += 2) {
      const [index = 0, end = 0] = [ends[g], ends[g + 1]];
      groups.push({ digits: readDigits(text, index, end), index, end });
    }
    hand({ groups, gaps: found });
  }
}
