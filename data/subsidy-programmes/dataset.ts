import { defineDataset } from "#core/dataset";

export default defineDataset({
  id: "subsidy-programmes",
  title: { zh: "惠企补贴项目", en: "Subsidy programmes" },
  summary: {
    zh: "有哪些补贴、谁能领、怎么领、要带什么、多久到账。",
    en: "Which subsidies there are, who may have them, how, with which papers, and how long it takes.",
  },
  articles: [36],
  source: {
    publisher: { zh: "演示数据，由程序生成", en: "Made up by a program" },
    licence: { zh: "演示数据，随项目许可", en: "Made up; licensed as the project" },
    received: "2026-11-01",
  },
  file: { missing: ["-", "—"] },
  fields: {
    prog_id: { kind: "text", label: { zh: "项目编号", en: "Programme ID" } },
    name: { kind: "text", label: { zh: "项目名称", en: "Programme" }, headers: ["补贴项目"] },
    level: {
      kind: "category",
      label: { zh: "级次", en: "Level" },
      ordered: true,
      codes: {
        自治区: { zh: "自治区", en: "Autonomous region" },
        地州市: { zh: "地州市", en: "Prefecture" },
        县: { zh: "县（市、区）", en: "County" },
      },
    },
    authority: {
      kind: "text",
      label: { zh: "主管部门", en: "Authority" },
      headers: ["主管单位", "责任部门"],
    },
    region: { kind: "region", label: { zh: "地区", en: "Region" } },
    legal_basis: {
      kind: "text",
      optional: true,
      label: { zh: "政策依据", en: "Legal basis" },
      headers: ["依据文件"],
    },
    conditions: {
      kind: "text",
      optional: true,
      label: { zh: "谁能申请", en: "Who may have it" },
      headers: ["申请条件", "申报条件"],
    },
    materials: {
      kind: "text",
      optional: true,
      label: { zh: "要带什么", en: "What to bring" },
      headers: ["申请材料", "申报材料"],
    },
    steps: {
      kind: "text",
      optional: true,
      label: { zh: "怎么办", en: "How it goes" },
      headers: ["兑付程序", "办理流程"],
    },
    channel: {
      kind: "category",
      label: { zh: "兑付方式", en: "How it is claimed" },
      help: {
        zh: "免申即享：不用申请，由部门比对后直接发放；即申即享：申请后当场核定。",
        en: "Automatic: nobody applies, the authority matches its records and pays; at once: settled on application.",
      },
      codes: {
        免申即享: { zh: "免申即享", en: "Automatic" },
        即申即享: { zh: "即申即享", en: "At once on application" },
        申报: { zh: "申报", en: "On application" },
      },
    },
    promised_days: {
      kind: "count",
      min: 1,
      optional: true,
      label: { zh: "承诺天数", en: "Days promised" },
      help: {
        zh: "从批准到兑付，承诺不超过的日历天数。",
        en: "Calendar days from approval to payment that the authority promises not to exceed.",
      },
      headers: ["承诺时限"],
    },
    budget: {
      kind: "money",
      unit: "CNY",
      optional: true,
      label: { zh: "预算", en: "Budget" },
      headers: ["预算金额"],
    },
    capped: {
      kind: "category",
      label: { zh: "有无上限", en: "Is the amount capped?" },
      codes: {
        有: { zh: "有上限或定额", en: "Capped or fixed" },
        无: { zh: "无上限", en: "No cap" },
      },
    },
    apply_open: {
      kind: "date",
      optional: true,
      label: { zh: "申请开始", en: "Applications from" },
    },
    apply_close: {
      kind: "date",
      optional: true,
      label: { zh: "申请截止", en: "Applications until" },
    },
    contact_office: {
      kind: "text",
      optional: true,
      contact: true,
      label: { zh: "咨询窗口", en: "Where to ask" },
      headers: ["联系窗口"],
    },
    interpretation_url: {
      kind: "url",
      optional: true,
      label: { zh: "政策解读", en: "Explained at" },
    },
    source_doc: {
      kind: "text",
      optional: true,
      label: { zh: "来源文件", en: "Source document" },
    },
    source_row: { kind: "count", label: { zh: "来源行号", en: "Line in the source file" } },
  },
  key: "prog_id",
  agreements: [
    {
      rule: "at most",
      least: "apply_open",
      most: "apply_close",
      label: { zh: "申请开始不晚于截止", en: "applications start before they end" },
    },
  ],
  privacy: [],
  metrics: {
    programmes: { agg: "rows", label: { zh: "补贴项目", en: "Programmes" } },
    automatic: {
      agg: "rows",
      where: [{ field: "channel", is: ["免申即享"] }],
      label: { zh: "免申即享的项目", en: "Automatic programmes" },
    },
    automatic_share: {
      agg: "ratio",
      of: "automatic",
      per: "programmes",
      label: { zh: "免申即享的比例", en: "Share that is automatic" },
      help: {
        zh: "不用申请就能领的项目 ÷ 全部项目。",
        en: "Programmes nobody has to apply for ÷ all.",
      },
    },
    with_procedure: {
      agg: "filled",
      of: "steps",
      label: { zh: "公布了兑付程序的项目", en: "Programmes with a published procedure" },
    },
    procedure_share: {
      agg: "ratio",
      of: "with_procedure",
      per: "programmes",
      label: { zh: "公布兑付程序的比例", en: "Share with a published procedure" },
      help: {
        zh: "写明办理步骤的项目 ÷ 全部项目（第 36 条要求公开兑付程序）。",
        en: "Programmes that say how it goes ÷ all (Article 36 asks for the procedure).",
      },
    },
    promised: {
      agg: "median",
      of: "promised_days",
      label: { zh: "承诺天数（中位数）", en: "Days promised (median)" },
    },
    budget: { agg: "sum", of: "budget", label: { zh: "预算合计", en: "Budget" } },
  },
  headlines: ["programmes", "automatic_share", "procedure_share", "promised"],
  filters: ["channel", "level", "region"],
  search: ["name", "authority", "conditions", "legal_basis", "region"],
  charts: [
    {
      id: "by-channel",
      title: { zh: "补贴怎么领", en: "How subsidies are claimed" },
      alt: {
        zh: "条形图：每种兑付方式的项目数。",
        en: "Bar chart: programmes by how they are claimed.",
      },
      mark: "bar",
      x: "channel",
      y: "programmes",
    },
    {
      id: "by-region",
      title: { zh: "各地的补贴项目数", en: "Programmes by region" },
      alt: {
        zh: "方格图：每个地州市和兵团城市的项目数。",
        en: "Tile grid: programmes of each prefecture and XPCC city.",
      },
      mark: "tiles",
      x: "region",
      y: "programmes",
    },
  ],
  table: ["name", "channel", "authority", "region", "promised_days", "apply_close"],
  row: { title: "name", pages: 2000 },
  demonstration: true,
});
