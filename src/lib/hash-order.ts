/**
 * FNV-1a, 32 bits, over the code units of a text; for ASCII these are its bytes.
 * Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", section 2.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The finaliser of MurmurHash3 (fmix32, Appleby, public domain): each bit of the result depends on each bit given.
 * FNV-1a alone would put texts that differ only in their last letter into alphabetical order more often than chance.
 */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * An order that looks like chance and needs no generator and no state: things are sorted by a hash of the seed and of
 * their id, so that the same seed gives the same order on every machine and in every language.
 *
 * @param idOf an ASCII id, unique among the things.
 */
export function orderByHash<T>(things: readonly T[], idOf: (thing: T) => string, seed: string): T[] {
  return things
    .map((thing) => ({ thing, id: idOf(thing), hash: mixed(fnv1a(`${seed}:${idOf(thing)}`)) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
    .map(({ thing }) => thing);
}
