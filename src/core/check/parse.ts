import type { Code, Details, Note } from "#core/problem/problem";

type CellCode = { [C in Code]: Details[C] extends { found: unknown } ? C : never }[Code];

/** Why a cell is refused; what was found is added by who knows whether it may be shown. */
export type Refusal = { [C in CellCode]: { code: C } & Omit<Details[C], "found"> }[CellCode];

/** What a cell says, once it took some doing: the value if there is one, what was changed, what is wrong. */
export type Read = { value?: string; notes: readonly Note[]; refusal?: Refusal };

/** A clean cell is its own reading, so that the usual cell costs no object. */
export type Reading = string | Read;
export type Reader = (text: string) => Reading;

export const refuse = (refusal: Refusal): Read => ({ notes: [], refusal });

const enough = 2000;

/** Remembers readings of texts that come again; `copy` keeps the cache from holding on to the file. */
export function remembered(read: Reader, copy: (text: string) => string): Reader {
  const known = new Map<string, Reading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    if (known.size < enough && text.length < 200) {
      const key = copy(text);
      known.set(key, reading === text ? key : reading);
    }
    return reading;
  };
}

/** Full-width digits, letters and brackets made half-width, by NFKC, with the note that says so. */
export function halfWidth(text: string, notes: Note[]): string {
  if (isAscii(text)) return text;
  // NFKC would also make a digit of a footnote: 10² is not 102.
  const half = text.replace(/[^²³¹⁰-₟①-⓿]+/gu, (part) => part.normalize("NFKC")).trim();
  if (half !== text) notes.push("full width");
  return half;
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}
