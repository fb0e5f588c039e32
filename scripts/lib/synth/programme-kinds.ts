import type { Kind } from "./organisation.ts";

/** How much an award is: one of fixed sums, or around a typical one, in yuan. */
export type Sums =
  | { fixed: readonly number[] }
  | { typical: number; spread: number; cap?: number; bunched?: true };

export type Channel = "免申即享" | "即申即享" | "申报";

/** A programme before it has a place: what it is for, who may have it, how much. */
export type ProgrammeKind = {
  name: string;
  department: string;
  kinds: readonly Kind[];
  channel: Channel;
  /** Its share of the awards of those who may have it. */
  weight: number;
  days?: number;
  sums: Sums;
  conditions: readonly string[];
  materials?: readonly string[];
};

const company = ["企业"] as const;
const every = ["企业", "个体工商户", "合作社", "社会组织"] as const;

/** Programmes of the autonomous region; the first three have no cap and most of the awards. */
export const regionWide: readonly ProgrammeKind[] = [
  {
    name: "稳岗返还",
    department: "人力资源和社会保障厅",
    kinds: ["企业", "个体工商户", "社会组织"],
    channel: "免申即享",
    weight: 22,
    days: 15,
    sums: { typical: 9_000, spread: 1.5 },
    conditions: ["上年度参加失业保险并足额缴费。", "上年度裁员率不高于规定的控制目标。"],
  },
  {
    name: "小微企业贷款贴息",
    department: "财政厅",
    kinds: ["企业", "个体工商户", "合作社"],
    channel: "申报",
    weight: 20,
    days: 30,
    sums: { typical: 30_000, spread: 1.4 },
    conditions: ["属于小型、微型企业或个体工商户、合作社。", "贷款用于生产经营，已按期付息。"],
    materials: ["贷款合同和付息凭证。", "上年度财务报表。"],
  },
  {
    name: "技术改造投资补助",
    department: "工业和信息化厅",
    kinds: company,
    channel: "申报",
    weight: 29,
    days: 45,
    sums: { typical: 230_000, spread: 1, bunched: true },
    conditions: ["技术改造项目已备案并完工。", "设备投资有发票和付款凭证。"],
    materials: ["项目备案文件。", "设备清单、发票和付款凭证。"],
  },
  {
    name: "专精特新奖励",
    department: "工业和信息化厅",
    kinds: company,
    channel: "申报",
    weight: 4,
    days: 30,
    sums: { fixed: [200_000, 500_000] },
    conditions: ["当年首次认定为专精特新中小企业。"],
    materials: ["认定文件。"],
  },
  {
    name: "高新技术企业认定奖励",
    department: "科学技术厅",
    kinds: company,
    channel: "免申即享",
    weight: 4,
    days: 20,
    sums: { fixed: [100_000] },
    conditions: ["当年认定为高新技术企业。"],
  },
  {
    name: "首次升规奖励",
    department: "统计局",
    kinds: company,
    channel: "免申即享",
    weight: 3,
    days: 20,
    sums: { fixed: [100_000] },
    conditions: ["当年首次达到规模以上标准并纳入统计。"],
  },
  {
    name: "研发投入后补助",
    department: "科学技术厅",
    kinds: company,
    channel: "申报",
    weight: 4,
    days: 60,
    sums: { typical: 150_000, spread: 1, cap: 2_000_000 },
    conditions: ["上年度研发费用已加计扣除。", "研发费用比前一年增加。"],
    materials: ["研发费用汇算清缴表。"],
  },
  {
    name: "出口信用保险保费补助",
    department: "商务厅",
    kinds: company,
    channel: "申报",
    weight: 3,
    days: 30,
    sums: { typical: 18_000, spread: 1.1, cap: 300_000 },
    conditions: ["有进出口实绩。", "已投保出口信用保险并缴纳保费。"],
    materials: ["保险单和保费发票。"],
  },
  {
    name: "吸纳就业社会保险补贴",
    department: "人力资源和社会保障厅",
    kinds: every,
    channel: "即申即享",
    weight: 6,
    days: 15,
    sums: { typical: 14_000, spread: 1.1 },
    conditions: ["招用就业困难人员并签订一年以上劳动合同。", "已为其缴纳社会保险费。"],
    materials: ["劳动合同。"],
  },
  {
    name: "一次性创业补贴",
    department: "人力资源和社会保障厅",
    kinds: ["企业", "个体工商户"],
    channel: "即申即享",
    weight: 5,
    days: 10,
    sums: { fixed: [5_000, 10_000] },
    conditions: ["首次创业，登记满一年并正常经营。"],
    materials: ["经营流水或纳税记录。"],
  },
  {
    name: "农产品冷链设施补助",
    department: "农业农村厅",
    kinds: ["合作社", "企业"],
    channel: "申报",
    weight: 3,
    days: 45,
    sums: { typical: 160_000, spread: 0.8, cap: 1_000_000 },
    conditions: ["冷链设施已建成使用。", "设施用于农产品产地保鲜。"],
    materials: ["建设合同、决算和照片。"],
  },
  {
    name: "农业保险保费补贴",
    department: "财政厅",
    kinds: ["合作社"],
    channel: "免申即享",
    weight: 14,
    sums: { typical: 21_000, spread: 1.2 },
    conditions: ["已投保种植业或养殖业保险。"],
  },
  {
    name: "民办社会服务机构奖补",
    department: "民政厅",
    kinds: ["社会组织"],
    channel: "免申即享",
    weight: 16,
    days: 30,
    sums: { typical: 60_000, spread: 0.7, cap: 200_000 },
    conditions: ["提供普惠性的托育、培训、养老或行业服务，年检合格。"],
  },
  {
    name: "物流降本补助",
    department: "交通运输厅",
    kinds: company,
    channel: "申报",
    weight: 3,
    days: 30,
    sums: { typical: 42_000, spread: 1, cap: 300_000 },
    conditions: ["经营道路货物运输，车辆在本区登记。"],
    materials: ["通行费发票。"],
  },
  {
    name: "个体工商户经营场地租金补贴",
    department: "市场监督管理局",
    kinds: ["个体工商户"],
    channel: "即申即享",
    weight: 18,
    days: 10,
    sums: { typical: 4_800, spread: 0.6, cap: 12_000 },
    conditions: ["登记为个体工商户，正常经营。", "租用场地有租赁合同。"],
    materials: ["租赁合同和租金收据。"],
  },
  {
    name: "职业技能培训补贴",
    department: "人力资源和社会保障厅",
    kinds: ["企业", "社会组织"],
    channel: "申报",
    weight: 4,
    days: 30,
    sums: { typical: 26_000, spread: 0.9, cap: 200_000 },
    conditions: ["组织职工培训，取得证书。"],
    materials: ["培训名册（只报人数，不报个人信息）。"],
  },
];
