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
