import { defineDataset } from "#core/dataset";

const yes = (zh: string, en: string) => ({ zh, en });

/** A dataset with a column of every kind, for the files beside it. */
export const award = defineDataset({
  id: "award",
  title: yes("补贴", "Subsidies"),
  summary: yes("演示", "Demonstration"),
  articles: [50],
  source: {
    publisher: yes("演示", "Demonstration"),
    licence: yes("无", "None"),
    received: "2026-11-24",
  },
  file: { missing: ["-", "—"] },
  fields: {
    award_id: { kind: "text", label: yes("编号", "ID") },
    name: { kind: "text", label: yes("名称", "Name") },
    uscc: { kind: "uscc", label: yes("统一社会信用代码", "USCC") },
    region: { kind: "region", label: yes("地区", "Region") },
    subject_type: {
      kind: "category",
      label: yes("主体类型", "Kind of recipient"),
      codes: { 企业: yes("企业", "Enterprise"), 合作社: yes("合作社", "Co-operative") },
      spellings: { 公司: "企业" },
    },
    amount: { kind: "money", unit: "CNY", label: yes("金额", "Amount") },
    count: { kind: "count", max: 100_000, label: yes("户数", "Households") },
    share: { kind: "share", label: yes("占比", "Share") },
    year: { kind: "year", label: yes("年度", "Year") },
    approved_on: { kind: "date", label: yes("批准日期", "Approved on") },
    paid_on: { kind: "date", partial: true, optional: true, label: yes("兑付日期", "Paid on") },
    url: { kind: "url", label: yes("网址", "Address") },
    contact: { kind: "text", optional: true, personal: true, label: yes("联系电话", "Telephone") },
    phone: { kind: "count", optional: true, personal: true, label: yes("手机", "Mobile") },
    source_row: { kind: "count", label: yes("来源行号", "Line in the source file") },
  },
  key: "award_id",
  privacy: [],
  metrics: { awards: { agg: "rows", label: yes("笔数", "Awards") } },
  filters: [],
  search: [],
  charts: [],
  table: ["name"],
  row: { title: "name", pages: 5000 },
  demonstration: true,
});
