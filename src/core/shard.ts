/** Files an index is split into, so that a lookup fetches one small one. */
export const shards = 256;

/** The file of a key, 00 to ff: FNV-1a over its UTF-16 units. */
export function shardOf(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) % shards).toString(16).padStart(2, "0");
}
