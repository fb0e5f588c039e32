import type { Format } from "#core/problem/problem";

const starts: readonly [Format, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["gzip", [0x1f, 0x8b]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
];

/** What a file is that is not text, by its first bytes. */
export function formatOf(head: Uint8Array): Format | undefined {
  const format = starts.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0];
  if (format !== "zip") return format;
  const names = String.fromCharCode(...head.subarray(0, 4096));
  return names.includes("[Content_Types].xml") || names.includes("xl/") ? "xlsx" : "zip";
}

/** UTF-16 is only recognised by its byte order mark. */
export function utf16Of(head: Uint8Array): "UTF-16LE" | "UTF-16BE" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "UTF-16LE";
  return head[0] === 0xfe && head[1] === 0xff ? "UTF-16BE" : undefined;
}

/** Length of the UTF-8 sequence at `i`; 0 where there is none, -1 where it is cut off by the end. */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k];
    if (next === undefined) return -1;
    let [from, to] = [0x80, 0xbf];
    if (k === 1 && lead === 0xe0) from = 0xa0;
    if (k === 1 && lead === 0xed) to = 0x9f;
    if (k === 1 && lead === 0xf0) from = 0x90;
    if (k === 1 && lead === 0xf4) to = 0x8f;
    if (next < from || next > to) return 0;
  }
  return length;
}

export type Utf8Count = {
  add: (bytes: Uint8Array, last: boolean) => void;
  /** Sequences of several bytes, which text in GB18030 seldom looks like. */
  valid: () => number;
  invalid: () => number;
  /** Where the first byte is that is not UTF-8. */
  first: () => { offset: number; line: number } | undefined;
};

/** Counts what is UTF-8 and what is not, to tell a damaged UTF-8 file from one in GB18030. */
export function startUtf8Count(): Utf8Count {
  let [valid, invalid, offset, line] = [0, 0, 0, 1];
  let carry = new Uint8Array(0);
  let first: { offset: number; line: number } | undefined;

  return {
    add(more, last) {
      const bytes = new Uint8Array(carry.length + more.length);
      bytes.set(carry);
      bytes.set(more, carry.length);
      let i = 0;
      while (i < bytes.length) {
        const length = sequenceAt(bytes, i);
        if (length === -1 && !last) break;
        if (length <= 0) {
          invalid += 1;
          first ??= { offset: offset + i, line };
        } else if (length > 1) valid += 1;
        if (bytes[i] === 10) line += 1;
        i += Math.max(1, length);
      }
      offset += i;
      carry = bytes.slice(i);
    },
    valid: () => valid,
    invalid: () => invalid,
    first: () => first,
  };
}

export type HanCount = {
  add: (bytes: Uint8Array) => void;
  /** Characters of two bytes, and those among them that Chinese tables hardly ever have. */
  counts: () => { rare: number; of: number };
};

/** How common a character of two bytes is in GB18030: ideographs of GB 2312 are, punctuation says nothing. */
function rarityOf(lead: number, trail: number): "common" | "rare" | "neither" {
  if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) return "common";
  if (lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1) return "neither";
  return "rare"; // beyond GB 2312, or kana, Greek, Cyrillic, private use
}

/** Counts rare characters in what is taken for GB18030: in Big5 or Shift-JIS they are many, since any two bytes are one. */
export function startHanCount(): HanCount {
  let [rare, of, lead, skip] = [0, 0, 0, 0];
  return {
    add(bytes) {
      for (const byte of bytes) {
        if (skip > 0) skip -= 1;
        else if (lead === 0) lead = byte >= 0x81 && byte <= 0xfe ? byte : 0;
        else {
          if (byte >= 0x30 && byte <= 0x39)
            skip = 2; // a character of four bytes
          else {
            const rarity = rarityOf(lead, byte);
            if (rarity === "rare") rare += 1;
            if (rarity !== "neither") of += 1;
          }
          lead = 0;
        }
      }
    },
    counts: () => ({ rare, of }),
  };
}

/** Whether so many characters are rare that the text is hardly Chinese in GB18030. */
export const isDoubtful = ({ rare, of }: { rare: number; of: number }): boolean =>
  of >= 10 && rare > of * 0.3;

/** How many bytes at the end belong to a UTF-8 sequence that is not complete yet. */
export function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceAt(bytes, bytes.length - back) === -1 ? back : 0;
  }
  return 0;
}
