import type { Text } from "#core/language";
import { current, former, shortNames } from "#core/region/table";

export type Region = {
  code: string;
  name: Text;
  kind: "autonomous region" | "prefecture" | "xpcc city" | "county";
  parent?: string;
  /** At prefecture level: a name that fits into a small square. */
  short?: Text;
  /** First day, where it is certain: that of a unit which took the place of another. */
  validFrom?: string;
  /** First day on which the unit was no longer there. */
  validTo?: string;
};
/** One of the 26 units that are compared with each other: prefectures and cities of the corps. */
export type Prefecture = Region & { short: Text };
/** A unit that went, and the code of the one that has its whole area today. */
export type FormerRegion = Region & { validTo: string; now: string };
/** A unit that was set up and whose code is not confirmed yet. */
export type CodelessRegion = { name: Text; parent: string; validFrom: string };

/** The first word of an English name is the name; a Chinese one ends with the kind. */
const shortName = (code: string, { zh, en }: Text): Text => ({
  zh: shortNames[code] ?? zh.replace(/(?:市|地区)$/u, ""),
  en: en.split(" ")[0] ?? en,
});

// The cities of the Production and Construction Corps (6590..) are peers of the prefectures.
function regionOf(code: string, zh: string, en: string): Region {
  const name = { zh, en };
  const peer = { code, name, parent: "650000", short: shortName(code, name) };
  if (code === "650000") return { code, name, kind: "autonomous region" };
  if (code.startsWith("6590")) return { ...peer, kind: "xpcc city" };
  if (code.endsWith("00")) return { ...peer, kind: "prefecture" };
  return { code, name, kind: "county", parent: `${code.slice(0, 4)}00` };
}

const lines = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split(" "));

/** Units that went; a file of their time may bear their names or codes. */
export const formerRegions: readonly FormerRegion[] = lines(former).map(
  ([now = "", code = "", validTo = "", zh = "", ...en]) => ({
    ...regionOf(code, zh, en.join(" ")),
    now,
    validTo,
  }),
);

const regions: readonly Region[] = lines(current).map(([code = "", zh = "", ...en]) => {
  const region = regionOf(code, zh, en.join(" "));
  const before = formerRegions.find(({ now }) => now === code);
  return before ? { ...region, validFrom: before.validTo } : region;
});

/** Regions of Xinjiang by their six digits, each after the one it belongs to. */
export const regionByCode: Readonly<Record<string, Region>> = Object.fromEntries(
  regions.map((region) => [region.code, region]),
);

/** The 14 prefectures and the 12 cities of the corps, by code. */
export const prefectures: readonly Prefecture[] = regions.filter(
  (region): region is Prefecture => region.short !== undefined,
);

/** Set up by the autonomous region's announcements of 2024-12-27; no list of codes has confirmed theirs yet. */
export const codelessRegions: readonly CodelessRegion[] = [
  { name: { zh: "和安县", en: "He'an County" }, parent: "653200", validFrom: "2024-12-27" },
  { name: { zh: "和康县", en: "Hekang County" }, parent: "653200", validFrom: "2024-12-27" },
];

/**
 * Units that have a code and were there on a day, as far as the table has dates: a unit without `validFrom` is taken to
 * have always been there, also a city of the corps that was founded since.
 */
export const regionsOn = (date: string): readonly Region[] =>
  [...regions, ...formerRegions].filter(
    ({ validFrom = "", validTo }) => validFrom <= date && (validTo === undefined || date < validTo),
  );

/** A name without spaces and without the autonomous region before it. */
export const localName = (text: string): string =>
  text.replace(/\s+/gu, "").replace(/^新疆(?:维吾尔自治区)?(?=.)/u, "");

/** The same of a text as it stands in a file: half-width, nothing invisible. */
export const plainRegionName = (text: string): string =>
  localName(text.normalize("NFKC").replace(/\p{Cf}/gu, ""));

/** The unit without a code that a text names, with or without 县, alone or after its parent's name. */
export function codelessRegion(text: string): CodelessRegion | undefined {
  const plain = plainRegionName(text).replace(/县$/u, "");
  return codelessRegions.find(({ name }) => plain.endsWith(name.zh.replace(/县$/u, "")));
}

/**
 * Code of a full Chinese name, alone or after its parent's; a name that two regions bear is left out. A former name
 * gives the code of today, unless a region bears it now.
 */
export const regionCodeByName: ReadonlyMap<string, string> = (() => {
  const codes = new Map<string, string | undefined>();
  const add = (name: string, code: string) =>
    codes.set(name, codes.has(name) && codes.get(name) !== code ? undefined : code);
  for (const { code, name, parent = "" } of regions) {
    add(name.zh, code);
    const above = regionByCode[parent];
    if (above) add(above.name.zh + name.zh, code);
  }
  const today = new Set(codes.keys());
  for (const { now, name, parent = "" } of formerRegions) {
    const above = regionByCode[parent] ?? formerRegions.find(({ code }) => code === parent);
    for (const text of [name.zh, (above?.name.zh ?? "") + name.zh])
      if (!today.has(text)) add(text, now);
  }
  return new Map([...codes].filter((entry): entry is [string, string] => entry[1] !== undefined));
})();
