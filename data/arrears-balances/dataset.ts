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

const asReceived = {
  period: { kind: "month", label: { zh: "月份", en: "Month" }, headers: ["统计月份"] },
  region: { kind: "region", label: { zh: "地区", en: "Region" } },
  debtor_type: debtorType,
  creditor_scope: creditorScope,
  age_band: { ...ageBand, label: { zh: "期初账龄", en: "Age at the start" } },
  opening: { kind: "money", unit: "CNY", label: { zh: "期初余额", en: "Opening balance" } },
  verified_new: { kind: "money", unit: "CNY", label: { zh: "本期新核实", en: "Newly verified" } },
  paid: { kind: "money", unit: "CNY", label: { zh: "本期清偿", en: "Paid" } },
  closing: { kind: "money", unit: "CNY", label: { zh: "期末余额", en: "Closing balance" } },
} as const satisfies Readonly<Record<string, Column>>;

const latest = { field: "latest", is: ["是"] } as const;
const paid = (s: CreditorScope) =>
  ({ agg: "sum", of: "paid", where: [owedTo(s)], ...ofCreditors(s, "清偿", "Paid") }) as const;
const owed = (s: CreditorScope) =>
  ({
    agg: "sum",
    of: "opening",
    and: ["verified_new"],
    where: [owedTo(s)],
    ...ofCreditors(s, "期初余额与新核实", "Opening balance and newly verified"),
  }) as const;
const closing = (s: CreditorScope) =>
  ({
    agg: "sum",
    of: "closing",
    where: [owedTo(s)],
    ...ofCreditors(s, "期末余额", "Closing balance"),
  }) as const;
const now = (s: CreditorScope) => ({
  paid: {
    ...paid(s),
    where: [owedTo(s), latest],
    ...ofCreditors(s, "最近一月清偿", "Paid in the latest month"),
  } as const,
  owed: {
    ...owed(s),
    where: [owedTo(s), latest],
    ...ofCreditors(s, "最近一月应清偿", "Owed in the latest month"),
  } as const,
  closing: {
    ...closing(s),
    where: [owedTo(s), latest],
    ...ofCreditors(s, "最近月末余额", "Balance at the latest month’s end"),
  } as const,
});
const rate = {
  zh: "清偿 ÷（期初余额 + 新核实），按金额。",
  en: "Paid ÷ (opening balance + newly verified), by amount.",
};
const clearance = (s: CreditorScope, y: "clearance_53_1" | "clearance_53_2" | "clearance_802") =>
  ({
    id: `clearance-${s}`,
    title: {
      zh: `每月清偿率：${creditorNames[s].zh}`,
      en: `Cleared each month: ${creditorNames[s].en}`,
    },
    alt: { zh: "折线图：每月清偿率。", en: "Line chart: share cleared in each month." },
    mark: "line",
    x: "period",
    y,
  }) as const;
const balance = (s: CreditorScope, y: "closing_53_1" | "closing_53_2" | "closing_802") =>
  ({
    id: `balance-${s}`,
    title: {
      zh: `月末余额：${creditorNames[s].zh}`,
      en: `Balance at month’s end: ${creditorNames[s].en}`,
    },
    alt: { zh: "折线图：每月末的欠款余额。", en: "Line chart: balance at the end of each month." },
    mark: "line",
    x: "period",
    y,
  }) as const;

export default defineDataset({
  id: "arrears-balances",
  title: { zh: "拖欠账款清偿进度", en: "Clearance of arrears" },
  summary: {
    zh: "每月初欠多少、新核实多少、还了多少、月末还欠多少。",
    en: "What was owed at the start of each month, newly verified, paid, and still owed at its end.",
  },
  articles: [53, 54],
  source: {
    publisher: { zh: "演示数据，由程序生成", en: "Made up by a program" },
    licence: { zh: "演示数据，随项目许可", en: "Made up; licensed as the project" },
    received: "2026-11-01",
  },
  file: { missing: ["-", "—"] },
  input: asReceived,
  agreements: [
    {
      rule: "adds up",
      plus: ["opening", "verified_new"],
      minus: ["paid"],
      equals: "closing",
      tolerance: 0.01,
      label: {
        zh: "期初余额 + 新核实 − 清偿 = 期末余额",
        en: "opening + newly verified − paid = closing",
      },
    },
    {
      rule: "carries",
      closing: "closing",
      opening: "opening",
      along: "period",
      by: ["region", "debtor_type", "creditor_scope"],
      tolerance: 0.05,
      label: {
        zh: "上月期末合计 = 本月期初合计",
        en: "last month’s closing = this month’s opening",
      },
    },
  ],
  fields: {
    balance_id: { kind: "text", label: { zh: "编号", en: "ID" } },
    ...asReceived,
    latest: {
      kind: "category",
      label: { zh: "最近一月", en: "Latest month" },
      codes: { 是: { zh: "是", en: "Yes" }, 否: { zh: "否", en: "No" } },
    },
    source_row: { kind: "count", label: { zh: "来源行号", en: "Line in the source file" } },
  },
  key: "balance_id",
  privacy: [],
  headlines: [
    "closing_now_53_1",
    "clearance_now_53_1",
    "closing_now_53_2",
    "clearance_now_53_2",
    "closing_now_802",
    "clearance_now_802",
  ],
  apart: "creditor_scope",
  metrics: {
    closing_now_53_1: now("53-1").closing,
    paid_now_53_1: now("53-1").paid,
    owed_now_53_1: now("53-1").owed,
    clearance_now_53_1: {
      agg: "ratio",
      of: "paid_now_53_1",
      per: "owed_now_53_1",
      ...ofCreditors("53-1", "最近一月清偿率", "Cleared in the latest month"),
      help: rate,
    },
    closing_now_53_2: now("53-2").closing,
    paid_now_53_2: now("53-2").paid,
    owed_now_53_2: now("53-2").owed,
    clearance_now_53_2: {
      agg: "ratio",
      of: "paid_now_53_2",
      per: "owed_now_53_2",
      ...ofCreditors("53-2", "最近一月清偿率", "Cleared in the latest month"),
      help: rate,
    },
    closing_now_802: now("802").closing,
    paid_now_802: now("802").paid,
    owed_now_802: now("802").owed,
    clearance_now_802: {
      agg: "ratio",
      of: "paid_now_802",
      per: "owed_now_802",
      ...ofCreditors("802", "最近一月清偿率", "Cleared in the latest month"),
      help: rate,
    },
    closing_53_1: { ...closing("53-1"), onlyInCharts: true },
    paid_53_1: { ...paid("53-1"), onlyInCharts: true },
    owed_53_1: { ...owed("53-1"), onlyInCharts: true },
    clearance_53_1: {
      onlyInCharts: true,
      agg: "ratio",
      of: "paid_53_1",
      per: "owed_53_1",
      ...ofCreditors("53-1", "清偿率", "Cleared"),
      help: rate,
    },
    closing_53_2: { ...closing("53-2"), onlyInCharts: true },
    paid_53_2: { ...paid("53-2"), onlyInCharts: true },
    owed_53_2: { ...owed("53-2"), onlyInCharts: true },
    clearance_53_2: {
      onlyInCharts: true,
      agg: "ratio",
      of: "paid_53_2",
      per: "owed_53_2",
      ...ofCreditors("53-2", "清偿率", "Cleared"),
      help: rate,
    },
    closing_802: { ...closing("802"), onlyInCharts: true },
    paid_802: { ...paid("802"), onlyInCharts: true },
    owed_802: { ...owed("802"), onlyInCharts: true },
    clearance_802: {
      onlyInCharts: true,
      agg: "ratio",
      of: "paid_802",
      per: "owed_802",
      ...ofCreditors("802", "清偿率", "Cleared"),
      help: rate,
    },
  },
  filters: ["creditor_scope", "debtor_type", "region", "age_band", "period"],
  search: ["region"],
  charts: [
    clearance("53-1", "clearance_53_1"),
    balance("53-1", "closing_53_1"),
    clearance("53-2", "clearance_53_2"),
    balance("53-2", "closing_53_2"),
    clearance("802", "clearance_802"),
    balance("802", "closing_802"),
  ],
  table: [
    "period",
    "region",
    "debtor_type",
    "creditor_scope",
    "age_band",
    "opening",
    "verified_new",
    "paid",
    "closing",
  ],
  row: { title: "balance_id", pages: 0 },
  demonstration: true,
});
