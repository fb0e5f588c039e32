import { defineDataset } from "#core/dataset";
import type { Column } from "#core/field";

const paid = ["已兑付", "部分兑付"] as const;

// Columns that are published as they are in the file; prepare.sql adds the others.
const asReceived = {
  award_id: { kind: "text", label: { zh: "编号", en: "ID" } },
  prog_id: {
    kind: "text",
    label: { zh: "项目编号", en: "Programme ID" },
    refers: { to: "subsidy-programmes", needs: ["conditions", "materials", "steps"] },
  },
  recipient_name: {
    kind: "text",
    label: { zh: "领取方", en: "Recipient" },
    help: {
      zh: "个体工商户的名称就是自然人姓名的，只留首尾字（张*三）。",
      en: "Where the name of an individual business is a person’s, only its first and last character are shown (张*三).",
    },
    headers: ["企业名称", "单位名称", "补贴对象"],
  },
  uscc: { kind: "uscc", label: { zh: "统一社会信用代码", en: "Credit code (USCC)" } },
  subject_type: {
    kind: "category",
    label: { zh: "主体类型", en: "Kind of recipient" },
    codes: {
      企业: { zh: "企业", en: "Enterprise" },
      个体工商户: { zh: "个体工商户", en: "Individual business" },
      合作社: { zh: "农民专业合作社", en: "Farmers’ co-operative" },
      社会组织: { zh: "社会组织", en: "Social organisation" },
    },
  },
  region: { kind: "region", label: { zh: "地区", en: "Region" } },
  industry: {
    kind: "category",
    optional: true,
    label: { zh: "行业门类（GB/T 4754）", en: "Industry (GB/T 4754)" },
    codes: {
      A: { zh: "农、林、牧、渔业", en: "Agriculture, forestry, animal husbandry, fishery" },
      B: { zh: "采矿业", en: "Mining" },
      C: { zh: "制造业", en: "Manufacturing" },
      D: { zh: "电力、热力、燃气及水生产和供应业", en: "Electricity, heat, gas and water" },
      E: { zh: "建筑业", en: "Construction" },
      F: { zh: "批发和零售业", en: "Wholesale and retail" },
      G: { zh: "交通运输、仓储和邮政业", en: "Transport, storage and post" },
      H: { zh: "住宿和餐饮业", en: "Hotels and catering" },
      I: { zh: "信息传输、软件和信息技术服务业", en: "Information and software" },
      J: { zh: "金融业", en: "Finance" },
      K: { zh: "房地产业", en: "Real estate" },
      L: { zh: "租赁和商务服务业", en: "Leasing and business services" },
      M: { zh: "科学研究和技术服务业", en: "Research and technical services" },
      N: { zh: "水利、环境和公共设施管理业", en: "Water, environment and public facilities" },
      O: { zh: "居民服务、修理和其他服务业", en: "Household services and repair" },
      P: { zh: "教育", en: "Education" },
      Q: { zh: "卫生和社会工作", en: "Health and social work" },
      R: { zh: "文化、体育和娱乐业", en: "Culture, sport and entertainment" },
      S: {
        zh: "公共管理、社会保障和社会组织",
        en: "Public administration and social organisations",
      },
      T: { zh: "国际组织", en: "International organisations" },
    },
  },
  size_class: {
    kind: "category",
    optional: true,
    label: { zh: "规模", en: "Size" },
    ordered: true,
    codes: {
      大: { zh: "大型", en: "Large" },
      中: { zh: "中型", en: "Medium" },
      小: { zh: "小型", en: "Small" },
      微: { zh: "微型", en: "Micro" },
    },
  },
  amount: {
    kind: "money",
    unit: "CNY",
    label: { zh: "金额", en: "Amount" },
    headers: ["补贴金额", "兑付金额"],
  },
  approved_on: { kind: "date", label: { zh: "批准日期", en: "Approved on" } },
  publicity_start: { kind: "date", optional: true, label: { zh: "公示开始", en: "Notice from" } },
  publicity_end: { kind: "date", optional: true, label: { zh: "公示结束", en: "Notice until" } },
  paid_on: { kind: "date", optional: true, label: { zh: "兑付日期", en: "Paid on" } },
  status: {
    kind: "category",
    label: { zh: "状态", en: "Status" },
    codes: {
      拟补助: { zh: "拟补助", en: "Proposed" },
      公示中: { zh: "公示中", en: "Under public notice" },
      已兑付: { zh: "已兑付", en: "Paid" },
      部分兑付: { zh: "部分兑付", en: "Partly paid" },
      撤销: { zh: "撤销", en: "Revoked" },
      追回: { zh: "追回", en: "Recovered" },
    },
  },
  revoked_on: { kind: "date", optional: true, label: { zh: "撤销日期", en: "Revoked on" } },
  source_doc: { kind: "text", optional: true, label: { zh: "来源文件", en: "Source document" } },
} as const satisfies Readonly<Record<string, Column>>;

export default defineDataset({
  id: "subsidy-awards",
  title: { zh: "惠企补贴兑付名单", en: "Who got subsidies" },
  summary: {
    zh: "哪些企业等领了哪项补贴、多少钱、批准后多久到账。",
    en: "Which businesses got which subsidy, how much, and how long after approval it was paid.",
  },
  articles: [36],
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
      least: "publicity_start",
      most: "publicity_end",
      label: { zh: "公示开始不晚于结束", en: "the notice starts before it ends" },
    },
  ],
  uses: ["subsidy-programmes", "arrears-cases"],
  fields: {
    ...asReceived,
    programme: { kind: "text", label: { zh: "补贴项目", en: "Programme" } },
    year: { kind: "year", label: { zh: "批准年份", en: "Year approved" } },
    promised_days: {
      kind: "count",
      optional: true,
      label: { zh: "承诺天数", en: "Days promised" },
    },
    days_to_payment: {
      kind: "count",
      min: -100_000,
      optional: true,
      label: { zh: "批准到兑付天数", en: "Days from approval to payment" },
    },
    timing: {
      kind: "category",
      label: { zh: "是否按期", en: "On time?" },
      help: {
        zh: "批准日期加承诺天数为止；尚未到期、已撤销或没有承诺天数的不计入按期率。",
        en: "Until the approval date plus the days promised; what is not due yet, revoked or without a promise is left out of the on-time share.",
      },
      codes: {
        按期: { zh: "按期兑付", en: "Paid on time" },
        逾期: { zh: "逾期兑付", en: "Paid late" },
        逾期未付: { zh: "逾期未付", en: "Late and unpaid" },
        未到期: { zh: "未到期", en: "Not due yet" },
        不适用: { zh: "不适用", en: "Does not apply" },
      },
    },
    source_row: { kind: "count", label: { zh: "来源行号", en: "Line in the source file" } },
  },
  key: "award_id",
  privacy: [
    {
      rule: "mask",
      field: "recipient_name",
      when: { field: "subject_type", is: ["个体工商户"] },
      because: { law: "pipl" },
    },
  ],
  metrics: {
    awards: { agg: "rows", label: { zh: "补贴笔数", en: "Awards" } },
    recipients: { agg: "distinct", of: "uscc", label: { zh: "领取方", en: "Recipients" } },
    paid: {
      agg: "sum",
      of: "amount",
      where: [{ field: "status", is: paid }],
      label: { zh: "已兑付金额", en: "Amount paid" },
      help: { zh: "状态为已兑付或部分兑付。", en: "Status paid or partly paid." },
    },
    on_time_awards: {
      agg: "rows",
      where: [{ field: "timing", is: ["按期"] }],
      label: { zh: "按期兑付的笔数", en: "Awards paid on time" },
    },
    due_awards: {
      agg: "rows",
      where: [{ field: "timing", is: ["按期", "逾期", "逾期未付"] }],
      label: { zh: "应已兑付的笔数", en: "Awards that were due" },
    },
    on_time: {
      agg: "ratio",
      of: "on_time_awards",
      per: "due_awards",
      label: { zh: "按期兑付率", en: "Paid on time" },
      help: {
        zh: "在承诺天数内兑付的笔数 ÷ 已到承诺期限的笔数；到期未付的计入分母。",
        en: "Awards paid within the days promised ÷ awards that were due; what is due and unpaid counts in the denominator.",
      },
    },
    days: {
      agg: "median",
      of: "days_to_payment",
      label: { zh: "批准到兑付（中位天数）", en: "Days to payment (median)" },
    },
    days_p90: {
      agg: "p90",
      of: "days_to_payment",
      label: { zh: "批准到兑付（90% 在此之内）", en: "Days to payment (90 % within)" },
    },
    top10: {
      agg: "top",
      of: "amount",
      by: "uscc",
      n: 10,
      where: [{ field: "status", is: paid }],
      label: { zh: "前十家所占金额", en: "Share of the ten largest recipients" },
      help: {
        zh: "领取最多的十家的已兑付金额 ÷ 全部已兑付金额。",
        en: "Paid to the ten that got most ÷ all that was paid.",
      },
    },
    revoked: {
      agg: "sum",
      of: "amount",
      where: [{ field: "status", is: ["撤销", "追回"] }],
      label: { zh: "撤销和追回金额", en: "Revoked and recovered" },
    },
  },
  headlines: ["paid", "awards", "recipients", "on_time", "days", "top10"],
  filters: [
    "programme",
    "region",
    "year",
    "subject_type",
    "industry",
    "size_class",
    "status",
    "timing",
  ],
  ranges: ["amount"],
  search: ["recipient_name", "uscc", "programme", "region"],
  charts: [
    {
      id: "by-programme",
      title: { zh: "钱发给了哪些项目", en: "Which programmes paid most" },
      alt: {
        zh: "条形图：已兑付金额最多的十个项目。",
        en: "Bar chart: the ten programmes that paid most.",
      },
      mark: "bar",
      x: "programme",
      y: "paid",
      top: 10,
    },
    {
      id: "by-region",
      title: { zh: "各地的已兑付金额", en: "Amount paid by region" },
      alt: {
        zh: "方格图：每个地州市和兵团城市的已兑付金额。",
        en: "Tile grid: amount paid in each prefecture and XPCC city.",
      },
      mark: "tiles",
      x: "region",
      y: "paid",
    },
    {
      id: "by-year",
      title: { zh: "各年的已兑付金额", en: "Amount paid by year" },
      alt: {
        zh: "柱形图：每年批准的补贴已兑付多少。",
        en: "Column chart: amount paid by year of approval.",
      },
      mark: "column",
      x: "year",
      y: "paid",
    },
    {
      id: "by-amount",
      title: { zh: "每笔多少钱", en: "How large the awards are" },
      alt: {
        zh: "直方图：各金额档各有多少笔补贴。",
        en: "Histogram: how many awards lie in each class of amounts.",
      },
      mark: "histogram",
      x: "amount",
      y: "awards",
    },
    {
      id: "on-time",
      title: { zh: "各地按期兑付率", en: "Paid on time, by region" },
      alt: { zh: "方格图：每地按期兑付率。", en: "Tile grid: share paid on time in each region." },
      mark: "tiles",
      x: "region",
      y: "on_time",
    },
  ],
  groups: [
    {
      by: "prog_id",
      of: ["awards", "recipients", "paid", "on_time", "days", "days_p90", "revoked"],
      order: "amount",
      top: 50,
    },
  ],
  organisations: {
    uscc: "uscc",
    name: "recipient_name",
    on: "approved_on",
    where: { field: "subject_type", is: ["企业", "合作社", "社会组织"] },
    of: ["awards", "paid", "on_time", "revoked"],
    table: ["programme", "amount", "approved_on", "paid_on", "timing", "status"],
    pages: 2000,
  },
  leads: {
    duplicates: {
      title: { zh: "完全相同的两笔", en: "The same award twice" },
      rule: {
        zh: "同一领取方、同一项目、同一金额、同一批准日期出现不止一次。",
        en: "The same recipient, programme, amount and date of approval more than once.",
      },
    },
    near_duplicates: {
      title: { zh: "几乎相同的两笔", en: "Nearly the same award twice" },
      rule: {
        zh: "同一领取方、同一项目，30 天内批准，金额相差不超过 1%。",
        en: "The same recipient and programme, approved within 30 days, amounts within 1 %.",
      },
    },
    threshold: {
      title: { zh: "恰好压在整数线下", en: "Just under a round line" },
      rule: {
        zh: "同一项目中，落在 10 万、50 万、100 万元线下 2% 以内的笔数，达到线上 2% 以内的三倍以上，且不少于 10 笔。",
        en: "In one programme, at least 10 awards and at least three times as many lie within 2 % under a line of 100,000, 500,000 or 1,000,000 yuan as lie within 2 % above it.",
      },
    },
    round: {
      title: { zh: "大额整数", en: "Large round sums" },
      rule: {
        zh: "金额不少于 10 万元且为 10 万元的整数倍，而所属项目不是定额或封顶。",
        en: "At least 100,000 yuan and a multiple of it, in a programme whose amounts are neither fixed nor capped.",
      },
    },
    early: {
      title: { zh: "先付款后批准", en: "Paid before approved" },
      rule: {
        zh: "兑付日期早于批准日期。",
        en: "The date of payment lies before the date of approval.",
      },
    },
    late: {
      title: { zh: "超过承诺天数才付", en: "Paid after the days promised" },
      rule: {
        zh: "兑付日期晚于批准日期加项目承诺天数。",
        en: "The date of payment lies after the approval plus the programme’s promised days.",
      },
    },
    debtor: {
      title: { zh: "领取方同时是被曝光的欠款方", en: "The recipient is also an exposed debtor" },
      rule: {
        zh: "领取方的信用代码出现在仍在公示的拖欠曝光案例中。",
        en: "The recipient’s credit code is that of a debtor in an arrears case still published.",
      },
    },
    benford: {
      title: { zh: "首位数字的分布异常", en: "Unusual first digits" },
      rule: {
        zh: "只看金额无上限且不少于 500 笔的项目：首位数字与本福特分布的平均绝对偏差超过 0.015。偏离不说明有错。",
        en: "Only programmes without a cap and with at least 500 awards: mean absolute deviation of first digits from Benford’s law over 0.015. A deviation proves nothing.",
      },
    },
  },
  table: ["recipient_name", "programme", "amount", "approved_on", "paid_on", "status", "region"],
  row: { title: "recipient_name", pages: 0 },
  demonstration: true,
});
