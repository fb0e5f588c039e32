import { type Region, regionByCode } from "#core/region/region";

/** Units that are compared with each other and with no others. */
export const groups = ["prefectures", "cities", "counties"] as const;
export type Group = (typeof groups)[number];

const kinds = {
  prefecture: "prefectures",
  "xpcc city": "cities",
  county: "counties",
  "autonomous region": null,
} as const satisfies Readonly<Record<Region["kind"], Group | null>>;

/** The peer group of a unit; null of the autonomous region, which has none. */
export const groupOf = (code: string): Group | null => {
  const region = regionByCode[code];
  return region ? kinds[region.kind] : null;
};

/** The codes of a peer group. */
export const unitsOf = (group: Group): readonly string[] =>
  Object.keys(regionByCode).filter((code) => groupOf(code) === group);

/** Every unit that is assessed: 14 prefectures, 12 cities of the corps, 96 counties. */
export const allUnits: readonly string[] = groups.flatMap(unitsOf);
