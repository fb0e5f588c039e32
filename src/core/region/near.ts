import {
  type CodelessRegion,
  codelessRegion,
  formerRegions,
  plainRegionName,
  type Region,
  regionByCode,
} from "#core/region/region";

const most = 3; // more than these are no help

/** What a text that is no region may mean: a unit whose code is not confirmed yet, or regions near it, as 653223 皮山县. */
export type RegionGuess =
  | { kind: "no code yet"; unit: CodelessRegion; parent: Region }
  | { kind: "near"; named: readonly string[] };

/** Guesses from what was found alone: where that is hidden, nothing is said that would tell it. */
export function guessRegion(found: string | null): RegionGuess {
  if (found === null) return { kind: "near", named: [] };
  const unit = codelessRegion(found);
  const parent = unit && regionByCode[unit.parent];
  if (unit && parent) return { kind: "no code yet", unit, parent };
  const named = nearRegions(found).map((code) => `${code} ${regionByCode[code]?.name.zh}`);
  return { kind: "near", named };
}

// What kind of unit it is, and whose, is often left out: 焉耆 or 焉耆县 for 焉耆回族自治县.
const kinds =
  /(?:维吾尔|哈萨克|回族|蒙古|锡伯|塔吉克|柯尔克孜)?(?:自治区|(?:自治)?[州县])$|(?:地区|[市区])$| (?:(?:\w+ )?autonomous )?(?:region|prefecture|county)$| (?:city|district)$/u;
const stem = (text: string): string => text.replace(kinds, "");

/** Latin letters small and without accents. */
const latin = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();

type Spelling = {
  code: string;
  parent: string | undefined;
  texts: readonly string[];
  stems: readonly string[];
};

function spellingOf({ name, short, kind, parent }: Region, code: string): Spelling {
  const called = kind === "autonomous region" ? "自治区" : short?.zh;
  const texts = [name.zh, latin(name.en), ...(called === undefined ? [] : [called])];
  return { code, parent, texts, stems: texts.map(stem).filter((text) => text !== "") };
}

const spellings: readonly Spelling[] = [
  ...Object.values(regionByCode).map((region) => spellingOf(region, region.code)),
  ...formerRegions.map((region) => spellingOf(region, region.now)),
];

/**
 * Codes of the regions that a text which is none may mean, at most three, none where more would do: a name cut short or
 * in English, one below the wrong parent, a slip of the pen, or a code of former times.
 */
export function nearRegions(text: string): readonly string[] {
  const plain = plainRegionName(text);
  if (/^\d{5}/.test(plain)) return nearCodes(plain);
  const above = parentNamed(plain);
  const below = above ? nearNames(plain.slice(above.length), "", above.code) : [];
  return below.length > 0 ? below : nearNames(plain, latin(text), undefined);
}

/** A slip counts only below the parent that was named, if one was: 高新区 of 乌鲁木齐 is not 高昌区 of 吐鲁番. */
function nearNames(plain: string, english: string, parent: string | undefined): readonly string[] {
  const asked = [plain, english];
  const root = stem(plain);
  const isBelow = (s: Spelling) => parent === undefined || s.parent === parent;
  const ways = [
    ({ texts, stems }: Spelling) =>
      asked.some((a) => texts.includes(a) || stems.includes(a)) || stems.includes(root),
    ({ texts }: Spelling) => texts.some((t) => plain.endsWith(t)),
    ({ texts }: Spelling) => texts.some((t) => plain.startsWith(t)),
    (s: Spelling) =>
      isBelow(s) && asked.some((a) => [...s.texts, ...s.stems].some((t) => isSlip(t, a))),
  ];
  for (const isNear of ways) {
    const codes = new Set(spellings.filter(isNear).map(({ code }) => code));
    if (codes.size > 0) return codes.size > most ? [] : [...codes];
  }
  return [];
}

/** The prefecture whose name stands first in a longer text, and how much of the text that is. */
function parentNamed(plain: string): { code: string; length: number } | undefined {
  const named = spellings
    .filter(({ parent }) => parent === "650000")
    .flatMap(({ code, texts }) => texts.map((text) => ({ code, text })))
    .filter(({ text }) => plain.startsWith(text) && plain !== text)
    .sort((a, b) => b.text.length - a.text.length);
  return named[0] && { code: named[0].code, length: named[0].text.length };
}

function nearCodes(digits: string): readonly string[] {
  const six = digits.slice(0, 6); // the code of a village begins with its county's
  const before = formerRegions.find(({ code }) => code === six);
  if (before) return [before.now];
  if (Object.hasOwn(regionByCode, six)) return [six];
  const codes = Object.keys(regionByCode).filter((code) => isSlip(code, digits));
  if (codes.length > 0 && codes.length <= most) return codes;
  const above = `${six.slice(0, 4)}00`;
  return Object.hasOwn(regionByCode, above) ? [above] : [];
}

/** Whether two texts differ in one character: another, one more, one less, or two that changed places. */
function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
}
