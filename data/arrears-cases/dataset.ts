import {
  ageBand,
  type CreditorScope,
  creditorNames,
  creditorScope,
  debtorType,
  ofCreditors,
  owedTo,
} from "#core/creditor";
import { defineDataset } from "#core/dataset";
import type { Column } from "#core/field";
import { withdrawalReasons } from "#core/rule";

const asReceived = {
  case_id: { kind: "text", label: { zh: "案例编号", en: "Case ID" } },
  debtor_name: {
    kind: "text",
    label: { zh: "欠款方", en: "Debtor" },
    headers: ["拖欠单位", "债务人"],
  },
  debtor_uscc: { kind: "uscc", label: { zh: "欠款方信用代码", en: "Debtor’s credit code (USCC)" } },
  debtor_type: debtorType,
  region: { kind: "region", label: { zh: "地区", en: "Region" } },
  creditor_count: {
    kind: "count",
    min: 1,
    label: { zh: "债权人数", en: "Creditors" },
    help: {
      zh: "只公布个数，从不公布债权人名称。",
      en: "Only their number; a creditor is never named.",
    },
  },
  creditor_scope: creditorScope,
  contract_type: {
    kind: "category",
    label: { zh: "合同类型", en: "Contract" },
    codes: {
      货物: { zh: "货物", en: "Goods" },
      工程: { zh: "工程", en: "Works" },
      服务: { zh: "服务", en: "Services" },
    },
  },
  delivered_on: { kind: "date", label: { zh: "交付日期", en: "Delivered on" } },
  accepted_on: { kind: "date", optional: true, label: { zh: "验收日期", en: "Accepted on" } },
  due_on: {
    kind: "date",
    optional: true,
    label: { zh: "应付日期", en: "Due on" },
    help: {
      zh: "合同约定的日期；没有约定的，从验收（未约定验收的从交付）起算：机关、事业单位 30 天，其他 60 天，起算日不计。",
      en: "As agreed; where nothing is agreed, counted from acceptance (or delivery): 30 days for state bodies and public institutions, 60 for others, the first day not counted.",
    },
  },
  principal: { kind: "money", unit: "CNY", label: { zh: "欠款本金", en: "Principal" } },
  paid: { kind: "money", unit: "CNY", label: { zh: "已付", en: "Paid" } },
  disputed: {
    kind: "money",
    unit: "CNY",
    label: { zh: "有争议", en: "Disputed" },
    help: {
      zh: "有争议的部分不计利息，案例会标明。",
      en: "No interest is counted on it, and the case says so.",
    },
  },
  rate_type: {
    kind: "category",
    label: { zh: "利率", en: "Rate" },
    codes: {
      合同: { zh: "合同约定", en: "As agreed" },
      法定: { zh: "法定：每日万分之五", en: "Statutory: 0.05 % a day" },
    },
  },
  exposed_on: { kind: "date", label: { zh: "曝光日期", en: "Exposed on" } },
  exposing_authority: { kind: "text", label: { zh: "曝光单位", en: "Exposed by" } },
  exposure_basis: {
    kind: "text",
    optional: true,
    label: { zh: "曝光依据", en: "Basis of the exposure" },
  },
  publish_until: {
    kind: "date",
    label: { zh: "公示至", en: "Published until" },
    help: {
      zh: "过了这一天，名称从本站所有文件中消失，只留无名记录。",
      en: "After this day the name is gone from every file of this site; a nameless record stays.",
    },
  },
  status: {
    kind: "category",
    label: { zh: "状态", en: "Status" },
    codes: {
      曝光中: { zh: "曝光中", en: "Exposed" },
      已清偿: { zh: "已清偿", en: "Paid off" },
      已修复: { zh: "已修复", en: "Credit repaired" },
      已撤下: { zh: "已撤下", en: "Taken down" },
    },
  },
  withdrawn_on: { kind: "date", optional: true, label: { zh: "撤下日期", en: "Taken down on" } },
  withdrawal_reason: {
    kind: "category",
    optional: true,
    label: { zh: "撤下原因", en: "Why it was taken down" },
    codes: withdrawalReasons,
  },
} as const satisfies Readonly<Record<string, Column>>;

const cases = (s: CreditorScope) =>
  ({ agg: "rows", where: [owedTo(s)], ...ofCreditors(s, "案例", "Cases") }) as const;
const principal = (s: CreditorScope) =>
  ({
    agg: "sum",
    of: "principal",
    where: [owedTo(s)],
    ...ofCreditors(s, "欠款本金", "Principal"),
  }) as const;
const paid = (s: CreditorScope) =>
  ({ agg: "sum", of: "paid", where: [owedTo(s)], ...ofCreditors(s, "已付", "Paid") }) as const;
const outstanding = (s: CreditorScope) =>
  ({
    agg: "sum",
    of: "outstanding",
    where: [owedTo(s)],
    ...ofCreditors(s, "未付", "Unpaid"),
  }) as const;
const cleared = { zh: "已付 ÷ 欠款本金，按金额。", en: "Paid ÷ principal, by amount." };

const byAge = (s: CreditorScope, y: "cases_53_1" | "cases_53_2" | "cases_802") =>
  ({
    id: `age-${s}`,
    title: { zh: `逾期多久：${creditorNames[s].zh}`, en: `How late: ${creditorNames[s].en}` },
    alt: { zh: "条形图：各逾期段的案例数。", en: "Bar chart: cases by days overdue." },
    mark: "bar",
    x: "age_band",
    y,
  }) as const;
const byRegion = (
  s: CreditorScope,
  y: "outstanding_53_1" | "outstanding_53_2" | "outstanding_802",
) =>
  ({
    id: `region-${s}`,
    title: {
      zh: `各地未付金额：${creditorNames[s].zh}`,
      en: `Unpaid by region: ${creditorNames[s].en}`,
    },
    alt: {
      zh: "方格图：各地州市和兵团城市的未付金额。",
      en: "Tile grid: unpaid amount by region.",
    },
    mark: "tiles",
    x: "region",
    y,
  }) as const;

export default defineDataset({
  id: "arrears-cases",
  title: { zh: "拖欠账款曝光案例", en: "Exposed arrears" },
  summary: {
    zh: "哪些机关、事业单位、国有企业和大型企业拖欠民营企业的钱，欠多少、欠多久。",
    en: "Which state bodies, institutions, state-owned and large enterprises owe private businesses, how much and how long.",
  },
  articles: [45, 53, 54],
  source: {
    publisher: { zh: "演示数据，由程序生成", en: "Made up by a program" },
    licence: { zh: "演示数据，随项目许可", en: "Made up; licensed as the project" },
    received: "2026-11-01",
  },
  file: { missing: ["-", "—"] },
  input: asReceived,
  agreements: [
    {
      rule: "at most",
      least: "paid",
      most: "principal",
      label: { zh: "已付不多于本金", en: "no more is paid than is owed" },
    },
    {
      rule: "at most",
      least: "disputed",
      most: "principal",
      label: { zh: "有争议不多于本金", en: "no more is disputed than is owed" },
    },
    {
      rule: "at most",
      least: "delivered_on",
      most: "accepted_on",
      label: { zh: "交付不晚于验收", en: "delivery comes before acceptance" },
    },
    {
      rule: "at most",
      least: "exposed_on",
      most: "publish_until",
      label: { zh: "曝光不晚于公示截止", en: "exposure starts before it ends" },
    },
  ],
  fields: {
    ...asReceived,
    due_from: {
      kind: "category",
      label: { zh: "应付日期取自", en: "Due date from" },
      codes: {
        约定: { zh: "约定", en: "Agreement" },
        法定: { zh: "法定期限", en: "Statutory period" },
      },
    },
    outstanding: {
      kind: "money",
      unit: "CNY",
      label: { zh: "未付", en: "Unpaid" },
      help: {
        zh: "本金减已付，含有争议部分。",
        en: "Principal less paid, disputed parts included.",
      },
    },
    overdue_days: { kind: "count", label: { zh: "逾期天数", en: "Days overdue" } },
    age_band: ageBand,
    interest: {
      kind: "money",
      unit: "CNY",
      optional: true,
      label: { zh: "示意利息", en: "Illustrative interest" },
      help: {
        zh: "没有约定利率的：未付且无争议部分 × 每日万分之五 × 逾期天数，算到本页生成之日，仅供参考。",
        en: "Where no rate is agreed: unpaid and undisputed × 0.05 % a day × days overdue, up to the day this page was made; an illustration only.",
      },
    },
    source_row: { kind: "count", label: { zh: "来源行号", en: "Line in the source file" } },
  },
  key: "case_id",
  privacy: [
    {
      rule: "withdraw",
      until: "publish_until",
      on: "withdrawn_on",
      status: { field: "status", is: ["已修复", "已撤下"] },
      reason: "withdrawal_reason",
      names: ["debtor_name", "debtor_uscc"],
      because: { article: 45 },
    },
    { rule: "drop", field: "withdrawn_on", because: { article: 45 } },
    { rule: "drop", field: "withdrawal_reason", because: { article: 45 } },
  ],
  headlines: [
    "outstanding_53_1",
    "cases_53_1",
    "outstanding_53_2",
    "cases_53_2",
    "outstanding_802",
    "cases_802",
  ],
  apart: "creditor_scope",
  metrics: {
    cases_53_1: cases("53-1"),
    outstanding_53_1: outstanding("53-1"),
    principal_53_1: principal("53-1"),
    paid_53_1: paid("53-1"),
    cleared_53_1: {
      agg: "ratio",
      of: "paid_53_1",
      per: "principal_53_1",
      ...ofCreditors("53-1", "已付比例", "Share paid"),
      help: cleared,
    },
    cases_53_2: cases("53-2"),
    outstanding_53_2: outstanding("53-2"),
    principal_53_2: principal("53-2"),
    paid_53_2: paid("53-2"),
    cleared_53_2: {
      agg: "ratio",
      of: "paid_53_2",
      per: "principal_53_2",
      ...ofCreditors("53-2", "已付比例", "Share paid"),
      help: cleared,
    },
    cases_802: cases("802"),
    outstanding_802: outstanding("802"),
    principal_802: principal("802"),
    paid_802: paid("802"),
    cleared_802: {
      agg: "ratio",
      of: "paid_802",
      per: "principal_802",
      ...ofCreditors("802", "已付比例", "Share paid"),
      help: cleared,
    },
  },
  filters: ["creditor_scope", "debtor_type", "region", "age_band", "contract_type", "status"],
  ranges: ["principal"],
  search: ["debtor_name", "debtor_uscc", "exposing_authority", "region"],
  charts: [
    byAge("53-1", "cases_53_1"),
    byRegion("53-1", "outstanding_53_1"),
    byAge("53-2", "cases_53_2"),
    byRegion("53-2", "outstanding_53_2"),
    byAge("802", "cases_802"),
    byRegion("802", "outstanding_802"),
  ],
  table: [
    "debtor_name",
    "debtor_type",
    "creditor_scope",
    "outstanding",
    "overdue_days",
    "region",
    "status",
  ],
  row: { title: "debtor_name", pages: 2000 },
  demonstration: true,
});
