import { halfWidth, isAscii, type Reading, refuse } from "#core/check/parse";
import type { Note } from "#core/problem/problem";

const formulaError = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/i;
const damaged = /[^\P{Cc}\n\t]|\ufffd/u;
// Zero-width space, directional marks, word joiner, byte order mark, soft hyphen; joiners belong to a script.
const invisible = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
const dittos = new Set(["同上", "〃", "″"]);

/** Whether a cell only says “as above”. */
export const isDitto = (text: string): boolean => text.length <= 2 && dittos.has(text);

/** Whether a text could hold something to remove or refuse; false for nearly every cell. */
function isSuspect(text: string): boolean {
  const last = text.length - 1;
  const first = text.charCodeAt(0);
  if (first <= 0x20 || first === 0x23 || text.charCodeAt(last) <= 0x20) return true;
  if (first === 0x3000 || text.charCodeAt(last) === 0x3000) return true;
  if (last < 2 && (first === 0x540c || first === 0x3003 || first === 0x2033)) return true;
  for (let i = 0; i <= last; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x20 ? c !== 10 : c >= 0x7f && (c <= 0xad || (c >= 0x2000 && c <= 0x206f))) return true;
    if (c >= 0xfeff && (c === 0xfeff || c === 0xfffd)) return true;
  }
  return false;
}

/** Reads a text as written, without the space around it; `half` also makes letters and digits half-width. */
export function readText(text: string, half = false): Reading {
  if (!isSuspect(text) && (!half || isAscii(text))) return text;
  const notes: Note[] = [];
  const seen = text.replace(invisible, "");
  if (seen !== text) notes.push("invisible");
  const trimmed = seen.trim();
  if (trimmed !== seen) notes.push("spaces");
  const value = half ? halfWidth(trimmed, notes) : trimmed;
  if (damaged.test(value)) return refuse({ code: "damaged character" });
  if (formulaError.test(value)) return refuse({ code: "formula error" });
  if (isDitto(value)) return refuse({ code: "ditto" });
  return value === text ? value : { value, notes };
}

/** Reads a web address. */
export function readUrl(text: string): Reading {
  const reading = readText(text);
  const value = typeof reading === "string" ? reading : reading.value;
  if (value === undefined || value === "") return reading;
  return /^https?:\/\/[^\s/]+\S*$/i.test(value) ? reading : refuse({ code: "not a url" });
}
