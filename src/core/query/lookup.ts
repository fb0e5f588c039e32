import { fold } from "#core/query/fold";

/** A line of a fee list, as the check reads it from the page. */
export type Item = {
  key: string;
  name: string;
  /** The heading above it, or "". */
  parent: string;
  payee: string;
  /** The most the standard allows in yuan for one unit, where it is a plain amount. */
  most: number | null;
  /** What the source says of relief, or "": the amount then says little. */
  relief: string;
};

/** Where the amount a reader gave lies, for one unit: only said where the standard is plain. */
export type Standing = "above" | "within" | "relief" | "not plain" | "not given";

export type Finding =
  | { kind: "nothing asked" }
  | { kind: "found"; matches: readonly { item: Item; standing: Standing }[] }
  /** `payee`: lines of a body of that name; `similar`: lines with a like name, the closest first. */
  | { kind: "not found"; payee: readonly Item[]; similar: readonly Item[] };

/**
 * Looks a charge up by name. It says what the list says and nothing more: a charge that is not found
 * may still be lawful, since the list is incomplete, and one that is found may have been stopped.
 */
export function lookup(items: readonly Item[], query: string, yuan: number | null): Finding {
  const words = wordsOf(query);
  if (words.length === 0) return { kind: "nothing asked" };
  const matches = items.filter((i) => isNamed(i, words, plain(query)));
  if (matches.length > 0)
    return {
      kind: "found",
      matches: matches.map((item) => ({ item, standing: standing(item, yuan) })),
    };
  return {
    kind: "not found",
    payee: items.filter((i) => words.every((w) => plain(i.payee).includes(w))),
    similar: similar(items, plain(query)),
  };
}

export function standing(item: Item, yuan: number | null): Standing {
  if (yuan === null) return "not given";
  if (item.most === null) return "not plain";
  if (yuan > item.most) return "above";
  return item.relief ? "relief" : "within";
}

/** Every word is in the line, at least one of them in its name; or the query holds the whole name. */
function isNamed(item: Item, words: readonly string[], query: string): boolean {
  const name = plain(item.name);
  if (name.length >= 4 && query.includes(name)) return true;
  const heading = name + plain(item.parent);
  const all = heading + plain(item.payee);
  return words.every((w) => all.includes(w)) && words.some((w) => heading.includes(w));
}

const fewest = 0.3; // below this share of common letter pairs the names have little to do with each other
const most = 6;

function similar(items: readonly Item[], query: string): readonly Item[] {
  const asked = pairs(query);
  return items
    .map((item) => {
      const name = plain(item.name);
      const whole = likeness(asked, pairs(name));
      return { item, like: Math.max(whole, likeness(asked, pairs(plain(item.parent)))) };
    })
    .filter(({ like }) => like >= fewest)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ item }) => item);
}

/** Dice's coefficient: twice the common pairs over all pairs. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((p) => b.has(p)).length) / (a.size + b.size);
}

function pairs(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((c, i) => `${letters[i]}${c}`));
}

/** Letters and digits only, folded: 污水-处理费 and 污水处理费 are the same name. */
const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

const wordsOf = (query: string): readonly string[] =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
