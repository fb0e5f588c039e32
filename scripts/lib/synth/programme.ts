import { regionByCode } from "#core/region/region";
import { announced, ofCounties, ofPrefectures } from "./local-kinds.ts";
import { places, prefectures, shortName } from "./place.ts";
import { type ProgrammeKind, regionWide } from "./programme-kinds.ts";
import { type Random, startRandom } from "./random.ts";
import type { Row } from "./row.ts";

export type Programme = ProgrammeKind & {
  id: string;
  level: "自治区" | "地州市" | "县";
  region: string;
};

const wholeRegion = "650000";

/** The programmes there are; they do not depend on the seed. */
export const programmes: readonly Programme[] = (() => {
  const all: Omit<Programme, "id">[] = regionWide.map((kind) => ({
    ...kind,
    level: "自治区",
    region: wholeRegion,
  }));
  const each = <T>(list: readonly T[], i: number): T => list[i % list.length] as T; // an index in range
  prefectures.forEach(({ code }, i) => {
    all.push({ ...each(ofPrefectures, i), level: "地州市", region: code });
  });
  const counties = places.filter(({ code, prefecture }) => code !== prefecture);
  for (let i = 0; i < 12; i++) {
    const county = each(counties, i * 8 + 3);
    all.push({ ...each(ofCounties, i), level: "县", region: county.code });
  }
  const [first, second] = announced;
  if (first) all.push({ ...first, level: "自治区", region: wholeRegion });
  if (second) all.push({ ...second, level: "地州市", region: "650100" });
  return all.map((p, i) => ({ ...p, id: `P${String(i + 1).padStart(3, "0")}` }));
})();

const numbered = (sentences: readonly string[]): string =>
  sentences.map((s, i) => `${i + 1}. ${s}`).join("\n");

const capOf = ({ sums }: Programme): number | undefined =>
  "fixed" in sums ? Math.max(...sums.fixed) : sums.cap;

const yuan = (n: number) => (n >= 10_000 ? `${n / 10_000} 万元` : `${n} 元`);

function conditionsOf(p: Programme): string[] {
  if (p.conditions.length === 0) return [];
  const place = regionByCode[p.region]?.name.zh ?? "";
  const cap = capOf(p);
  const limit = "fixed" in p.sums ? "按定额发放，最高" : "每家每次最高";
  return [
    `在${place}登记，属于${p.kinds.join("、")}。`,
    ...p.conditions,
    ...(cap === undefined ? [] : [`${limit} ${yuan(cap)}。`]),
  ];
}

function materialsOf(p: Programme): string[] {
  if (p.conditions.length === 0) return [];
  if (p.channel === "免申即享") return ["不用提交材料。"];
  return ["申请表。", "营业执照或登记证书。", ...(p.materials ?? [])];
}

function stepsOf(p: Programme): string[] {
  if (p.conditions.length === 0) return [];
  const paid = p.days === undefined ? "批准后拨付。" : `批准后 ${p.days} 天内拨付到账。`;
  switch (p.channel) {
    case "免申即享":
      return [
        "部门比对数据，列出符合条件的名单。",
        "名单公示 7 天。",
        `领取方在网上确认账户，${paid}`,
      ];
    case "即申即享":
      return ["在窗口或网上提交申请。", "窗口当场核对材料。", `名单公示 7 天，${paid}`];
    case "申报":
      return ["在申请期内提交材料。", "主管部门会同财政部门审核。", "名单公示 7 天。", paid];
  }
}

/** One row a programme. The budget and the days of the application differ from seed to seed. */
export function* programmeRows(seed: number): Generator<Row> {
  const random = startRandom(seed, "programme");
  for (const [i, p] of programmes.entries()) yield rowOf(p, i, random);
}

function rowOf(p: Programme, i: number, random: Random): Row {
  const region = regionByCode[p.region];
  const short = region ? shortName(region) : "";
  const office = p.level === "县" ? "便民服务中心" : "政务服务中心";
  const year = random.between(2022, 2025);
  const opens = `2026-0${random.between(1, 3)}-${random.pick(["01", "10", "15"])}`;
  const closes = `2026-${random.pick(["05-31", "06-30", "08-31", "09-30"])}`;
  const scale = p.level === "自治区" ? 400 : p.level === "地州市" ? 60 : 15;
  const each = "fixed" in p.sums ? (p.sums.fixed[0] ?? 0) : p.sums.typical;
  const budget = Math.ceil((each * scale * random.between(8, 16)) / 10 / 10_000) * 10_000;
  const document = `演示发〔${year}〕${random.between(1, 60)}号`;
  return {
    prog_id: p.id,
    name: `${p.level === "自治区" ? "" : short}${p.name}（演示）`,
    level: p.level,
    authority: `演示${short}${p.department}`,
    region: p.region,
    legal_basis: document,
    conditions: numbered(conditionsOf(p)),
    materials: numbered(materialsOf(p)),
    steps: numbered(stepsOf(p)),
    channel: p.channel,
    promised_days: p.days === undefined ? "" : String(p.days),
    budget: random.chance(0.1) ? "" : `${budget}.00`,
    capped: capOf(p) === undefined ? "无" : "有",
    apply_open: p.channel === "申报" && p.weight > 0 ? opens : "",
    apply_close: p.channel === "申报" && p.weight > 0 ? closes : "",
    contact_office: `演示${short}${office}惠企窗口`,
    interpretation_url: random.chance(0.3) ? "" : `https://example.org/policy/${i + 1}`,
    source_doc: document,
  };
}
