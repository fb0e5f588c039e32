import { literal } from "#core/query/sql";

/** Full-width ASCII and the brackets of document numbers, and what a search takes them for. */
const wide = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join("");
const narrow = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join("");
const brackets = "()（）〔〕﹝﹞【】［］";
const from = `${brackets}${[...wide].filter((c) => !brackets.includes(c)).join("")}\u3000`;
const to = `${"[]".repeat(6)}${[...wide]
  .filter((c) => !brackets.includes(c))
  .map((c) => narrow[wide.indexOf(c)])
  .join("")} `;

const narrowByWide = new Map([...from].map((c, i) => [c, to[i] ?? c]));

/** Folds case, width and brackets, so that 新发改〔２０２０〕, 新发改(2020) and 新发改[2020] are found alike. */
export const fold = (text: string): string =>
  [...text]
    .map((c) => narrowByWide.get(c) ?? c)
    .join("")
    .toLowerCase();

/** The same in SQL. A look first spares nearly every text `translate`, which makes a table of all of these for each. */
export const foldSql = (sql: string): string =>
  `lower(CASE WHEN regexp_matches(${sql}, '[${from}]') THEN translate(${sql}, '${from}', '${to.replaceAll("'", "''")}') ELSE ${sql} END)`;

/** What is folded to each character, itself among it. */
const unfolded = new Map<string, Set<string>>();
for (const c of from) {
  const folded = fold(c);
  unfolded.set(folded, (unfolded.get(folded) ?? new Set([folded, folded.toUpperCase()])).add(c));
}

/** What may stand in a text for a character of a folded word. */
const formsOf = (c: string): readonly string[] => {
  const upper = c.toUpperCase();
  return [...(unfolded.get(c) ?? new Set([c, [...upper].length === 1 ? upper : c]))];
};

/** A regular expression that finds a folded word in texts as they are: to fold one word takes no time, to fold a million texts seconds. */
export const wordPattern = (word: string): string =>
  [...word]
    .map(formsOf)
    .map((forms) => {
      const all = forms.map((c) => (/[[\]^\\-]/.test(c) ? `\\${c}` : c)).join("");
      return forms.length === 1 && /[^\p{P}\p{S}]/u.test(all) ? all : `[${all}]`;
    })
    .join("");

/** The same in SQL. Most words have one form, which is found without a pattern. */
export const containsSql = (sql: string, word: string): string =>
  [...word].every((c) => formsOf(c).length === 1)
    ? `contains(${sql}, ${literal(word)})`
    : `regexp_matches(${sql}, ${literal(wordPattern(word))})`;
