import { personName, serialName, type Trade, trades } from "./name.ts";
import { places } from "./place.ts";
import { hashOf, mixed, startWeighted } from "./random.ts";
import { firstRecipient, usccOf } from "./uscc.ts";

export type Kind = keyof typeof trades;
export const kinds = Object.keys(trades) as readonly Kind[];
export type Size = "大" | "中" | "小" | "微";

export type Organisation = {
  name: string;
  uscc: string;
  kind: Kind;
  /** Index in `places`. */
  place: number;
  industry: string;
  size: Size | "";
};

const kindAt = startWeighted([62, 24, 8, 6]);
const placeAt = startWeighted(places.map(({ weight }) => weight));
const branchOf = ["第一分公司", "第二分公司", "分公司"] as const;
const kept = 4096;

/**
 * The organisations of a seed, by their number: each is worked out of its number alone, so that a million of
 * them take no memory. Low numbers are larger, and asked for most, so that those are kept.
 */
export function startOrganisations(seed: number): (i: number) => Organisation {
  const base = hashOf(seed, "organisation");
  const known: Organisation[] = [];
  const make = (i: number): Organisation => organisationAt(base, i);
  return (i) => {
    if (i >= kept) return make(i);
    known[i] ??= make(i);
    return known[i];
  };
}

function organisationAt(base: number, i: number): Organisation {
  const one = mixed(base ^ Math.imul(i + 1, 0x9e3779b1));
  const two = mixed(one ^ 0x7feb352d);
  const three = mixed(two ^ 0x68e31da4);
  const place = placeAt((one >>> 0) / 2 ** 32);
  const kind = kinds[kindAt(two / 2 ** 32)] ?? "企业";
  const list: readonly Trade[] = trades[kind];
  const { word, industry } = list[three % list.length] ?? { word: "商贸", industry: "F" };
  const draw = three >>> 8;
  const { code, short } = places[place] ?? { code: "650000", short: "新疆" };
  const own = `演示${short}${serialName(i)}${word}`;
  const serial = firstRecipient + i;
  switch (kind) {
    case "企业": {
      const branch = draw % 29 === 0 ? (branchOf[draw % 3] ?? "") : "";
      const size = sizeOf(draw, i);
      return {
        name: `${own}有限公司${branch}`,
        uscc: usccOf("91", code, serial),
        kind,
        place,
        industry: draw % 61 === 0 ? "" : industry,
        size,
      };
    }
    case "个体工商户": {
      const name = draw % 20 < 3 ? personName(draw >>> 5) : own;
      return { name, uscc: usccOf("92", code, serial), kind, place, industry, size: "微" };
    }
    case "合作社": {
      const uscc = usccOf("93", code, serial);
      return { name: `${own}农民专业合作社`, uscc, kind, place, industry, size: "" };
    }
    case "社会组织": {
      const uscc = usccOf(industry === "S" ? "51" : "52", code, serial);
      return { name: own, uscc, kind, place, industry, size: "" };
    }
  }
}

function sizeOf(draw: number, i: number): Size {
  const n = draw % 100;
  if (n < (i < 200 ? 8 : 2)) return "大";
  if (n < 14) return "中";
  return n < 52 ? "小" : "微";
}
