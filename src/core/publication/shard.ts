/** Files an index is split into, so that a lookup fetches one small one. */
export const shards = 256;

const nameOf = (i: number): string => i.toString(16).padStart(2, "0");

/** Every file of an index: 00 to ff. */
export const shardNames: readonly string[] = Array.from({ length: shards }, (_, i) => nameOf(i));

const [start, prime] = [0x811c9dc5, 0x01000193];

/** The file of a key, 00 to ff: FNV-1a over its UTF-16 units. */
export function shardOf(key: string): string {
  let hash = start;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, prime);
  }
  return nameOf((hash >>> 0) % shards);
}

/** The same in SQL; a character beyond U+FFFF is two units. */
export function shardSql(key: string): string {
  const point = "ord(c)";
  const pair = `[55296 + ((${point} - 65536) >> 10), 56320 + ((${point} - 65536) & 1023)]`;
  const units = `flatten(list_transform(string_split(${key}, ''), lambda c: CASE WHEN ${point} > 65535 THEN ${pair} ELSE [${point}] END))`;
  const step = `lambda hash, unit: (xor(hash, CAST(unit AS UBIGINT)) * ${prime}) % 4294967296`;
  return `printf('%02x', list_reduce(${units}, ${step}, CAST(${start} AS UBIGINT)) % ${shards})`;
}
