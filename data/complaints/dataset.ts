import { defineDataset } from "#core/dataset";
import type { Column } from "#core/field";

const yesNo = { 是: { zh: "是", en: "Yes" }, 否: { zh: "否", en: "No" } } as const;
const merged = { zh: "合并（人数少）", en: "Merged (few people)" } as const;

const dimensions = {
  month: { kind: "month", label: { zh: "月份", en: "Month" } },
  region: { kind: "region", label: { zh: "地区", en: "Region" } },
  authority_kind: {
    kind: "category",
    label: { zh: "承办单位", en: "Handled by" },
    codes: {
      市直部门: { zh: "地州市部门", en: "Prefecture department" },
      县级部门: { zh: "县级部门", en: "County department" },
      乡镇街道: { zh: "乡镇、街道", en: "Township or subdistrict" },
      园区: { zh: "园区", en: "Industrial park" },
      merged,
    },
  },
  category: {
    kind: "category",
    label: { zh: "诉求类别", en: "About" },
    codes: {
      政务服务: { zh: "政务服务", en: "Government services" },
      账款拖欠: { zh: "账款拖欠", en: "Late payment" },
      涉企收费: { zh: "涉企收费", en: "Charges" },
      行政执法: { zh: "行政执法", en: "Inspections and fines" },
      政策兑现: { zh: "政策兑现", en: "Promised support" },
      其他: { zh: "其他", en: "Other" },
      merged,
    },
  },
  channel: {
    kind: "category",
    label: { zh: "渠道", en: "Came through" },
    codes: {
      "12345": { zh: "12345 热线", en: "12345 hotline" },
      政务服务网: { zh: "政务服务网", en: "Government services site" },
      工商联: { zh: "工商联平台", en: "Federation of Industry and Commerce" },
      merged,
    },
  },
} as const satisfies Readonly<Record<string, Column>>;

const counts = {
  received: {
    kind: "count",
    label: { zh: "收到", en: "Received" },
    help: {
      zh: "诉求件数，不含表扬和单纯咨询。",
      en: "Complaints; praise and plain questions are not counted.",
    },
  },
  accepted: { kind: "count", label: { zh: "受理", en: "Accepted" } },
  transferred: {
    kind: "count",
    label: { zh: "转办", en: "Passed on" },
    help: { zh: "转办不算答复。", en: "Passing on is no reply." },
  },
  not_accepted: { kind: "count", label: { zh: "不予受理", en: "Not accepted" } },
  due: { kind: "count", label: { zh: "本月到期", en: "Due this month" } },
  replied_on_time: {
    kind: "count",
    label: { zh: "按期首次答复", en: "First substantive reply on time" },
  },
  closed: { kind: "count", label: { zh: "办结", en: "Closed" } },
  closed_on_time: { kind: "count", label: { zh: "按期办结", en: "Closed on time" } },
  extended: {
    kind: "count",
    label: { zh: "延期", en: "Extended" },
    help: { zh: "经批准延期的，单独列出。", en: "Extended with approval; shown apart." },
  },
  reopened: {
    kind: "count",
    label: { zh: "30 天内重办", en: "Reopened within 30 days" },
  },
  unresolved: {
    kind: "count",
    label: { zh: "企业认为未解决", en: "Not resolved, says the business" },
  },
  surveyed: { kind: "count", label: { zh: "回访", en: "Surveyed" } },
  answered: { kind: "count", label: { zh: "有效评价", en: "Valid answers" } },
  very_satisfied: { kind: "count", label: { zh: "非常满意", en: "Very satisfied" } },
  satisfied: { kind: "count", label: { zh: "满意", en: "Satisfied" } },
  basically_satisfied: { kind: "count", label: { zh: "基本满意", en: "Basically satisfied" } },
  dissatisfied: { kind: "count", label: { zh: "不满意", en: "Dissatisfied" } },
  very_dissatisfied: { kind: "count", label: { zh: "非常不满意", en: "Very dissatisfied" } },
  praise: { kind: "count", label: { zh: "表扬", en: "Praise" } },
  consultation: { kind: "count", label: { zh: "单纯咨询", en: "Plain questions" } },
} as const satisfies Readonly<Record<string, Column>>;

const line = (
  id: string,
  y: "received" | "response" | "resolution" | "effective" | "satisfaction",
  zh: string,
  en: string,
) =>
  ({
    id,
    title: { zh: `每月${zh}`, en: `${en}, by month` },
    alt: { zh: `折线图：每月的${zh}。`, en: `Line chart: ${en.toLowerCase()} in each month.` },
    mark: "line",
    x: "month",
    y,
  }) as const;

export default defineDataset({
  id: "complaints",
  title: { zh: "企业诉求办理", en: "Complaints by businesses" },
  summary: {
    zh: "企业的诉求有没有人答复、有没有办结、满不满意：只有件数，没有任何一件的内容。",
    en: "Whether complaints by businesses are answered, resolved and to their satisfaction: counts only, never a complaint.",
  },
  articles: [44, 47],
  source: {
    publisher: { zh: "演示数据，由程序生成", en: "Made up by a program" },
    licence: { zh: "演示数据，随项目许可", en: "Made up; licensed as the project" },
    received: "2026-11-01",
  },
  file: { missing: ["-", "—"] },
  input: { ...dimensions, ...counts },
  tickets: {
    ticket_id: { kind: "text", personal: true, label: { zh: "工单编号", en: "Ticket ID" } },
    received_on: { kind: "date", label: { zh: "收到日期", en: "Received on" } },
    ...dimensions,
    month: { ...dimensions.month, optional: true },
    nature: {
      kind: "category",
      label: { zh: "性质", en: "Nature" },
      codes: {
        诉求: { zh: "诉求", en: "Complaint" },
        表扬: { zh: "表扬", en: "Praise" },
        咨询: { zh: "咨询", en: "Question" },
      },
    },
    handling: {
      kind: "category",
      label: { zh: "受理情况", en: "Handling" },
      codes: {
        受理: { zh: "受理", en: "Accepted" },
        转办: { zh: "转办", en: "Passed on" },
        不予受理: { zh: "不予受理", en: "Not accepted" },
      },
    },
    due_on: { kind: "date", optional: true, label: { zh: "到期日期", en: "Due on" } },
    replied_on: { kind: "date", optional: true, label: { zh: "首次答复", en: "First reply" } },
    closed_on: { kind: "date", optional: true, label: { zh: "办结日期", en: "Closed on" } },
    extended: {
      kind: "category",
      optional: true,
      label: { zh: "延期", en: "Extended" },
      codes: yesNo,
    },
    reopened_on: { kind: "date", optional: true, label: { zh: "重办日期", en: "Reopened on" } },
    unresolved: {
      kind: "category",
      optional: true,
      label: { zh: "企业认为未解决", en: "Not resolved" },
      codes: yesNo,
    },
    surveyed: {
      kind: "category",
      optional: true,
      label: { zh: "已回访", en: "Surveyed" },
      codes: yesNo,
    },
    grade: {
      kind: "category",
      optional: true,
      label: { zh: "评价", en: "Answer" },
      codes: {
        非常满意: counts.very_satisfied.label,
        满意: counts.satisfied.label,
        基本满意: counts.basically_satisfied.label,
        不满意: counts.dissatisfied.label,
        非常不满意: counts.very_dissatisfied.label,
      },
    },
    caller: {
      kind: "text",
      optional: true,
      personal: true,
      label: { zh: "来电人", en: "Caller" },
      headers: ["联系电话", "联系人"],
    },
    content: {
      kind: "text",
      optional: true,
      personal: true,
      label: { zh: "内容", en: "Content" },
      headers: ["诉求内容"],
    },
  },
  agreements: [
    {
      rule: "at most",
      least: "accepted",
      most: "received",
      label: { zh: "受理不多于收到", en: "no more accepted than received" },
    },
    {
      rule: "at most",
      least: "closed_on_time",
      most: "closed",
      label: { zh: "按期办结不多于办结", en: "no more closed on time than closed" },
    },
    {
      rule: "at most",
      least: "closed",
      most: "due",
      label: { zh: "办结不多于到期", en: "no more closed than due" },
    },
    {
      rule: "at most",
      least: "replied_on_time",
      most: "due",
      label: { zh: "按期答复不多于到期", en: "no more replied on time than due" },
    },
    {
      rule: "at most",
      least: "answered",
      most: "surveyed",
      label: { zh: "有效评价不多于回访", en: "no more answers than surveyed" },
    },
    {
      rule: "adds up",
      plus: [
        "very_satisfied",
        "satisfied",
        "basically_satisfied",
        "dissatisfied",
        "very_dissatisfied",
      ],
      equals: "answered",
      tolerance: 0,
      label: { zh: "五档评价之和 = 有效评价", en: "the five grades add up to the valid answers" },
    },
  ],
  fields: {
    cell_id: { kind: "text", label: { zh: "编号", en: "ID" } },
    ...dimensions,
    ...counts,
  },
  key: "cell_id",
  privacy: [
    {
      rule: "suppress",
      within: ["month", "region"],
      merge: ["authority_kind", "category", "channel"],
      bases: ["received", "due", "answered"],
      under: 10,
      because: { law: "pipl" },
    },
  ],
  metrics: {
    received: { agg: "sum", of: "received", label: { zh: "收到诉求", en: "Complaints received" } },
    accepted: { agg: "sum", of: "accepted", label: { zh: "受理", en: "Accepted" } },
    due: { agg: "sum", of: "due", label: { zh: "到期", en: "Due" } },
    replied: {
      agg: "sum",
      of: "replied_on_time",
      label: { zh: "按期首次答复", en: "First reply on time" },
    },
    response: {
      agg: "ratio",
      of: "replied",
      per: "due",
      label: { zh: "诉求响应率", en: "Response rate" },
      help: {
        zh: "期限内作出首次实质答复的件数 ÷ 本期到期件数；转办不算答复。",
        en: "First substantive reply within its deadline ÷ due in the period; passing on is no reply.",
      },
    },
    closed: { agg: "sum", of: "closed", label: { zh: "办结", en: "Closed" } },
    closed_on_time: {
      agg: "sum",
      of: "closed_on_time",
      label: { zh: "按期办结", en: "Closed on time" },
    },
    resolution: {
      agg: "ratio",
      of: "closed_on_time",
      per: "due",
      label: { zh: "问题办结率", en: "Resolution rate" },
      help: { zh: "按期办结 ÷ 到期件数。", en: "Closed on time ÷ due." },
    },
    resolved: {
      agg: "sum",
      of: "closed_on_time",
      less: ["reopened", "unresolved"],
      label: { zh: "有效办结", en: "Effectively closed" },
    },
    effective: {
      agg: "ratio",
      of: "resolved",
      per: "due",
      label: { zh: "有效办结率", en: "Effective resolution rate" },
      help: {
        zh: "（按期办结 − 30 天内重办 − 企业认为未解决）÷ 到期件数。",
        en: "(Closed on time − reopened within 30 days − not resolved, says the business) ÷ due.",
      },
    },
    reopened: {
      agg: "sum",
      of: "reopened",
      label: { zh: "30 天内重办", en: "Reopened within 30 days" },
    },
    answered: { agg: "sum", of: "answered", label: { zh: "有效评价", en: "Valid answers" } },
    content: {
      agg: "sum",
      of: "very_satisfied",
      and: ["satisfied", "basically_satisfied"],
      label: { zh: "满意（含基本满意）", en: "Satisfied, basically included" },
    },
    satisfaction: {
      agg: "ratio",
      of: "content",
      per: "answered",
      interval: "wilson",
      label: { zh: "企业满意率", en: "Satisfaction rate" },
      help: {
        zh: "（非常满意 + 满意 + 基本满意）÷ 有效评价。",
        en: "(Very satisfied + satisfied + basically satisfied) ÷ valid answers.",
      },
    },
    really_content: {
      agg: "sum",
      of: "very_satisfied",
      and: ["satisfied"],
      label: { zh: "满意（不含基本满意）", en: "Satisfied, basically left out" },
    },
    strict_satisfaction: {
      agg: "ratio",
      of: "really_content",
      per: "answered",
      interval: "wilson",
      label: {
        zh: "企业满意率（不含基本满意）",
        en: "Satisfaction rate, basically satisfied left out",
      },
      help: {
        zh: "（非常满意 + 满意）÷ 有效评价。",
        en: "(Very satisfied + satisfied) ÷ valid answers.",
      },
    },
    surveyed: { agg: "sum", of: "surveyed", label: { zh: "回访", en: "Surveyed" } },
    survey_response: {
      agg: "ratio",
      of: "answered",
      per: "surveyed",
      label: { zh: "评价回收率", en: "Survey response rate" },
      help: { zh: "有效评价 ÷ 回访件数。", en: "Valid answers ÷ surveyed." },
    },
    transferred: {
      agg: "sum",
      of: "transferred",
      label: { zh: "转办（不算答复）", en: "Passed on (no reply)" },
    },
    extended: { agg: "sum", of: "extended", label: { zh: "延期", en: "Extended" } },
    praise: { agg: "sum", of: "praise", label: { zh: "表扬（不计入）", en: "Praise (left out)" } },
    consultation: {
      agg: "sum",
      of: "consultation",
      label: { zh: "单纯咨询（不计入）", en: "Plain questions (left out)" },
    },
  },
  headlines: ["response", "resolution", "effective", "satisfaction"],
  filters: ["month", "region", "authority_kind", "category", "channel"],
  search: ["region"],
  charts: [
    {
      id: "funnel",
      title: { zh: "一件诉求走到哪一步", en: "How far complaints get" },
      alt: {
        zh: "漏斗图：收到、受理、到期、办结、重办。",
        en: "Steps: received, accepted, due, closed, reopened.",
      },
      mark: "steps",
      of: ["received", "accepted", "due", "closed", "closed_on_time", "reopened"],
    },
    line("by-month", "received", "收到诉求", "Complaints received"),
    line("response", "response", "诉求响应率", "Response rate"),
    line("resolution", "resolution", "问题办结率", "Resolution rate"),
    line("effective", "effective", "有效办结率", "Effective resolution rate"),
    line("satisfaction", "satisfaction", "企业满意率", "Satisfaction rate"),
    {
      id: "by-region",
      title: { zh: "各地诉求响应率", en: "Response rate by region" },
      alt: {
        zh: "方格图：各地州市和兵团城市的诉求响应率。",
        en: "Tile grid: response rate by region.",
      },
      mark: "tiles",
      x: "region",
      y: "response",
    },
    {
      id: "by-category",
      title: { zh: "诉求都是什么事", en: "What complaints are about" },
      alt: { zh: "条形图：各类诉求的件数。", en: "Bar chart: complaints by subject." },
      mark: "bar",
      x: "category",
      y: "received",
    },
  ],
  table: [
    "month",
    "region",
    "authority_kind",
    "category",
    "channel",
    "received",
    "due",
    "replied_on_time",
    "closed_on_time",
    "answered",
  ],
  row: { title: "cell_id", pages: 0 },
  demonstration: true,
});
