import { nothing } from "#core/sweep/character";

const entities: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  commat: "@",
  period: ".",
  hyphen: "-",
  shy: nothing,
  zwnj: nothing,
  zwj: nothing,
  ZeroWidthSpace: nothing,
  NoBreak: nothing,
};

/** Elements that start no line. */
const inline =
  "a|abbr|b|bdi|bdo|cite|code|data|em|font|i|ins|kbd|mark|q|r|s|samp|small|span|strong|sub|sup|t|time|tspan|u|var|wbr";
const names: ReadonlySet<string> = new Set([...inline.split("|"), "br"]);

/** Whether a reader does not notice, inside a number, the tags of that name. */
export const isUnnoticed = (name: string): boolean => names.has(name.toLowerCase());

/** What a reader does not notice inside a number: a comment, or a tag inside a line. */
const unnoticed = new RegExp(`<(?:!--[^>]{0,200}--|/?(?:${inline})(?:\\s[^<>]{0,500})?/?)>`, "gi");

const escapes =
  /%[0-9a-f]{2}(?:%[0-9a-f]{2})*|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,14});?|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[nr]/gi;

function character(code: number): string | undefined {
  return code > 0 && code < 0x10000 ? String.fromCharCode(code) : undefined;
}

/** UTF-8 written as %E4%B8%80, without throwing at what is not. */
function fromPercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function meaning(written: string): string | undefined {
  if (written.startsWith("%")) return fromPercent(written);
  if (written.startsWith("\\"))
    return written.length === 2 ? "\n" : character(Number.parseInt(written.slice(2), 16));
  const name = written.replace(/^&|;$/g, "");
  if (!name.startsWith("#")) return entities[name];
  const hex = name[1] === "x" || name[1] === "X";
  return character(hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

const oneEscape = new RegExp(escapes.source, "iy");

/** The escape that a text begins with: how long it is and what it says, where it says anything. */
export function readEscape(
  text: string,
): { length: number; plain: string | undefined } | undefined {
  oneEscape.lastIndex = 0;
  const written = oneEscape.exec(text)?.[0];
  return written === undefined ? undefined : { length: written.length, plain: meaning(written) };
}

/**
 * The text as its reader meets it: escapes of URLs, HTML, JSON and scripts written out, tags inside a line
 * removed. Filled up with what cannot be seen, so that every character keeps its place.
 */
export function unfold(text: string): string {
  let seen = text;
  if (/<[!/a-z]/i.test(seen)) {
    seen = seen.replace(unnoticed, (tag) => nothing.repeat(tag.length));
    seen = seen.replace(/<br\s{0,9}\/?>/gi, (tag) => `\n${nothing.repeat(tag.length - 1)}`);
  }
  if (!/[%&\\]/.test(seen)) return seen;
  return seen.replace(escapes, (written) => {
    const plain = meaning(written);
    if (plain === undefined || plain.length > written.length) return written;
    return plain + nothing.repeat(written.length - plain.length);
  });
}

const dataUrl = /;base64,([A-Za-z0-9+/]{16,}={0,2})/g;

/** What base64 in data URLs says, with where it stands. */
export function embedded(text: string): { index: number; text: string }[] {
  if (!text.includes(";base64,")) return [];
  return [...text.matchAll(dataUrl)].map(({ index, 1: body = "" }) => {
    const bytes = Uint8Array.from(atob(body.slice(0, body.length & ~3)), (c) => c.charCodeAt(0));
    return { index, text: new TextDecoder().decode(bytes) };
  });
}
