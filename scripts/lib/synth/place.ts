import { type Region, regionByCode } from "#core/region/region";
import { prefectureOf } from "#core/region/rollup";

/** Where an organisation may be: a county, or a city of the XPCC. */
export type Place = { code: string; prefecture: string; short: string; weight: number };

/** Roughly how much business there is; the made-up volumes follow it. */
const weights: Readonly<Record<string, number>> = {
  "650100": 260,
  "650200": 45,
  "650400": 38,
  "650500": 42,
  "652300": 100,
  "652700": 32,
  "652800": 80,
  "652900": 100,
  "653000": 30,
  "653100": 130,
  "653200": 85,
  "654000": 115,
  "654200": 52,
  "654300": 36,
  "659001": 48,
  "659002": 24,
  "659003": 18,
  "659004": 18,
  "659005": 11,
  "659006": 12,
  "659007": 9,
  "659008": 10,
  "659009": 8,
  "659010": 9,
  "659011": 8,
  "659012": 7,
};

const people = "维吾尔|哈萨克|柯尔克孜|蒙古|塔吉克|锡伯|回族";
const ending = new RegExp(`(?:${people})?(?:自治区|自治州|自治县|地区|市|县|区)$`, "u");

/** A region's name without what kind of unit it is: 阿勒泰地区 → 阿勒泰. */
export const shortName = (region: Region): string => region.name.zh.replace(ending, "");

export type Prefecture = { code: string; name: string; short: string; weight: number };

/** Units at the prefecture level, cities of the XPCC among them. */
export const prefectures: readonly Prefecture[] = Object.values(regionByCode)
  .filter(({ kind }) => kind === "prefecture" || kind === "xpcc city")
  .map((region) => ({
    code: region.code,
    name: region.name.zh,
    short: shortName(region),
    weight: weights[region.code] ?? 0,
  }));

export const places: readonly Place[] = prefectures.flatMap(({ code, short, weight }) => {
  const counties = Object.values(regionByCode).filter(({ parent }) => parent === code);
  if (counties.length === 0) return [{ code, prefecture: code, short, weight }];
  // The first is the seat, which has more than the others.
  return counties.map((county, i) => ({
    code: county.code,
    prefecture: prefectureOf(county.code),
    short: shortName(county),
    weight: (weight * (i === 0 ? 2 : 1)) / (counties.length + 1),
  }));
});
