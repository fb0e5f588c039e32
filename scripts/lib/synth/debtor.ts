import { countyName, serialName } from "./name.ts";
import type { Organisation } from "./organisation.ts";
import { places, prefectures } from "./place.ts";
import { type Random, startWeighted } from "./random.ts";
import { usccOf } from "./uscc.ts";

export type DebtorType = "机关" | "事业单位" | "国有企业" | "大型企业";

export type Debtor = {
  type: DebtorType;
  name: string;
  uscc: string;
  region: string;
  place: number;
};

const offices = [
  "交通运输局",
  "水利局",
  "住房和城乡建设局",
  "教育局",
  "农业农村局",
  "林业和草原局",
];
const institutions = ["第二人民医院", "职业高级中学", "水管总站", "公路养护中心", "广播电视台"];
const holdings = ["城市建设投资", "水务", "文化旅游投资", "国有资产经营"];
const large = [
  { word: "能源化工", industry: "C" },
  { word: "建设", industry: "E" },
  { word: "矿业", industry: "B" },
  { word: "电力", industry: "D" },
  { word: "乳业", industry: "C" },
] as const;

const placeAt = startWeighted(places.map(({ weight }) => weight));

/** An invented debtor by its serial: bodies of counties that are on no map, and companies named 演示…集团. */
export function inventDebtor(type: DebtorType, serial: number, random: Random): Debtor {
  const place = placeAt(random.next());
  const { code = "", prefecture = "" } = places[place] ?? {};
  const short = prefectures.find((p) => p.code === prefecture)?.short ?? "";
  const county = countyName(serial);
  const of = { type, region: code, place };
  switch (type) {
    case "机关":
      return {
        ...of,
        name: `演示${county}${random.pick(offices)}`,
        uscc: usccOf("11", code, serial),
      };
    case "事业单位": {
      const name = `演示${county}${random.pick(institutions)}`;
      return { ...of, name, uscc: usccOf("12", code, serial) };
    }
    case "国有企业": {
      const name = `演示${county}${random.pick(holdings)}集团有限公司`;
      return { ...of, name, uscc: usccOf("91", code, serial) };
    }
    case "大型企业": {
      const name = `演示${short}${serialName(serial)}${wordOf(serial)}集团有限公司`;
      return { ...of, name, uscc: usccOf("91", code, serial) };
    }
  }
}

const tradeOf = (serial: number) => large[serial % large.length] ?? large[0];
const wordOf = (serial: number) => tradeOf(serial).word;

/** A large enterprise as a recipient of subsidies: the same name and code. */
export const asRecipient = ({ name, uscc, place }: Debtor): Organisation => ({
  name,
  uscc,
  kind: "企业",
  place,
  industry: large.find(({ word }) => name.includes(word))?.industry ?? "",
  size: "大",
});
