import { defineDataset } from "#core/dataset";
import type { Column } from "#core/field";

// Columns that reach the page as they are in the file; prepare.sql makes the others.
const asReceived = {
  list_type: {
    kind: "category",
    label: { zh: "清单类别", en: "List" },
    help: {
      zh: "办法第 50 条列出前三类；涉企保证金由国务院 2025 年的指导意见增加。",
      en: "Article 50 names the first three; deposits were added by State Council guidance in 2025.",
    },
    headers: ["fee_type", "收费性质", "收费类别", "清单名称"],
    merged: { within: ["source_url"] },
    codes: {
      行政事业性收费: { zh: "行政事业性收费", en: "Administrative fee" },
      政府性基金: { zh: "政府性基金", en: "Government fund" },
      政府定价经营服务性收费: {
        zh: "政府定价经营服务性收费",
        en: "Service charge at a government price",
      },
      涉企保证金: { zh: "涉企保证金", en: "Deposit taken from businesses" },
    },
    spellings: { 政府定价的经营服务性收费: "政府定价经营服务性收费" },
  },
  item: {
    kind: "text",
    label: { zh: "收费项目", en: "Charge" },
    headers: ["项目名称", "收费项目名称"],
  },
  department: {
    kind: "text",
    optional: true,
    label: { zh: "部门", en: "Department" },
    headers: ["部门名称", "执收部门"],
    merged: { within: ["source_url"] },
  },
  unit_nature: { kind: "text", optional: true, label: { zh: "单位性质", en: "Kind of body" } },
  service_content: {
    kind: "text",
    optional: true,
    label: { zh: "服务内容", en: "What the charge is for" },
    headers: ["服务内容或涉及事项"],
  },
  standard_text: {
    kind: "text",
    optional: true,
    label: { zh: "收费标准", en: "Standard" },
    help: { zh: "照来源原文，不改写。", en: "As the source writes it, not reworded." },
    headers: ["standard"],
  },
  amount_min: {
    kind: "money",
    unit: "CNY",
    optional: true,
    label: { zh: "金额下限", en: "Amount, lowest" },
    help: {
      zh: "只在收费标准的写法没有歧义时读出；只写数字的按元读。",
      en: "Read from the standard only where its wording leaves no doubt; a bare number is read as yuan.",
    },
  },
  amount_max: {
    kind: "money",
    unit: "CNY",
    optional: true,
    label: { zh: "金额上限", en: "Amount, highest" },
    help: {
      zh: "同金额下限；单一金额时两者相等。",
      en: "As the lowest; a single amount fills both.",
    },
  },
  fund_management: {
    kind: "category",
    optional: true,
    label: { zh: "资金管理方式", en: "Where the money goes" },
    headers: ["funds_handling"],
    codes: {
      缴入中央国库: { zh: "缴入中央国库", en: "Central treasury" },
      缴入地方国库: { zh: "缴入地方国库", en: "Local treasury" },
      缴入中央和地方国库: { zh: "缴入中央和地方国库", en: "Central and local treasury" },
      缴入同级国库: { zh: "缴入同级国库", en: "Treasury of the same level" },
      缴入财政专户: { zh: "缴入财政专户", en: "Special fiscal account" },
    },
    spellings: { 地方国库: "缴入地方国库", 中央国库: "缴入中央国库" },
  },
  legal_basis: {
    kind: "text",
    optional: true,
    label: { zh: "政策依据（原文）", en: "Legal basis as written" },
    headers: ["政策依据", "收费依据", "文件依据"],
  },
  documents: {
    kind: "documents",
    optional: true,
    label: { zh: "依据文号", en: "Documents cited" },
    help: {
      zh: "从政策依据中读出的文号，括号统一为〔〕。文件是否仍然有效，来源没有说明，本站也未核实。",
      en: "Document numbers read from the legal basis, brackets made alike. Whether a document is still in force the source does not say and we have not verified.",
    },
  },
  applies_to_enterprises: {
    kind: "category",
    optional: true,
    label: { zh: "是否涉企", en: "Charged to businesses" },
    codes: { 是: { zh: "是", en: "Yes" }, 否: { zh: "否", en: "No" } },
  },
  relief: {
    kind: "text",
    optional: true,
    label: { zh: "减免", en: "Relief" },
    headers: ["减免政策"],
  },
  valid_from: {
    kind: "date",
    partial: true,
    optional: true,
    label: { zh: "执行起", en: "In force from" },
  },
  valid_to: {
    kind: "date",
    partial: true,
    optional: true,
    label: { zh: "执行止", en: "In force until" },
  },
  change_type: {
    kind: "category",
    optional: true,
    label: { zh: "变动", en: "Change" },
    codes: {
      新增: { zh: "新增", en: "New" },
      提高: { zh: "提高", en: "Raised" },
      降低: { zh: "降低", en: "Lowered" },
      依据变更: { zh: "依据变更", en: "Basis changed" },
      停止: { zh: "停止", en: "Stopped" },
    },
  },
  change_reason: {
    kind: "text",
    optional: true,
    label: { zh: "变动原因", en: "Reason of the change" },
  },
  complaint_channel: {
    kind: "text",
    optional: true,
    contact: true,
    label: { zh: "投诉渠道", en: "Where to complain" },
    headers: ["投诉电话", "监督电话"],
  },
  remark: {
    kind: "text",
    optional: true,
    label: { zh: "备注", en: "Remark" },
    help: {
      zh: "来源的备注，或录入者对来源表的说明（如“文号在源表中为空”）。",
      en: "The source’s remark, or the transcriber’s note on the source table.",
    },
    headers: ["note"],
  },
  source_url: { kind: "url", optional: true, label: { zh: "来源网址", en: "Source" } },
  truncated_source: {
    kind: "category",
    optional: true,
    label: { zh: "来源只见部分", en: "Source seen only in part" },
    help: {
      zh: "“是”：录入时只看到来源网页的一部分，网页上还有别的项目。",
      en: "“Yes”: only part of the source page was seen; it lists more charges.",
    },
    codes: {
      是: { zh: "是", en: "Yes" },
      否: { zh: "否", en: "No" },
      不明: { zh: "不明", en: "Not known" },
    },
    spellings: { yes: "是", no: "否", unknown: "不明" },
  },
  source_date: {
    kind: "date",
    partial: true,
    optional: true,
    label: { zh: "来源日期", en: "Date of the source" },
    headers: ["published", "发布日期"],
  },
} as const satisfies Readonly<Record<string, Column>>;

export default defineDataset({
  id: "fees",
  title: { zh: "涉企收费清单", en: "What businesses may be charged" },
  summary: {
    zh: "政府部门和单位可以向企业等收什么费、按什么标准、凭哪份文件。来源没有说明哪些项目向企业收取，其中有学校和医疗收费。",
    en: "What public bodies may charge businesses and others, at what rate and under which document. The sources do not say which charges fall on businesses; some are for schools and clinics.",
  },
  articles: [50],
  source: {
    publisher: {
      zh: "沙湾、乌鲁木齐、皮山、轮台、阿图什等地官方网站",
      en: "Official sites of Shawan, Ürümqi, Pishan, Luntai, Artux and others",
    },
    licence: {
      zh: "来源网页未声明许可，内容为政府公开信息",
      en: "The source pages state no licence; the content is public government information",
    },
    received: "2026-11-24",
  },
  file: { missing: ["-", "—", "——", "/"] },
  input: {
    ...asReceived,
    seq: { kind: "text", optional: true, label: { zh: "序号", en: "No." }, headers: ["项目序号"] },
    charging_unit: {
      kind: "text",
      optional: true,
      label: { zh: "收费单位", en: "Charging body" },
      headers: ["收费单位名称", "执收单位"],
      merged: { within: ["source_url", "department"] },
    },
    unit: {
      kind: "text",
      optional: true,
      label: { zh: "计费单位", en: "Unit" },
      headers: ["计算单位", "计量单位"],
    },
    level: {
      kind: "text",
      optional: true,
      label: { zh: "设立级次或定价部门", en: "Level or price authority" },
      headers: ["设立级次", "标准制定方式及部门"],
    },
    amount_min: { ...asReceived.amount_min, of: { column: "standard_text", part: "least amount" } },
    amount_max: {
      ...asReceived.amount_max,
      of: { column: "standard_text", part: "greatest amount" },
    },
    documents: { ...asReceived.documents, of: { column: "legal_basis", part: "documents" } },
    region: { kind: "region", optional: true, label: { zh: "地区", en: "Region" } },
    contact: {
      kind: "text",
      optional: true,
      personal: true,
      label: { zh: "联系人", en: "Contact person" },
      headers: ["联系电话", "经办人"],
    },
  },
  fields: {
    fee_id: {
      kind: "text",
      label: { zh: "编号", en: "ID" },
      help: {
        zh: "由地区、清单、单位、上级标题和项目名称算出；标准或依据改变时编号不变。",
        en: "Computed from region, list, body, heading and name; it stays when the standard or the basis changes.",
      },
    },
    ...asReceived,
    parent_item: {
      kind: "text",
      optional: true,
      label: { zh: "上级标题", en: "Heading above" },
      help: {
        zh: "来源表中这一行所在的分组标题。",
        en: "The heading under which the source lists this row.",
      },
    },
    payee_unit: { kind: "text", optional: true, label: { zh: "收费单位", en: "Charging body" } },
    payee_code: {
      kind: "text",
      optional: true,
      label: { zh: "收费单位编号", en: "Number of the charging body" },
    },
    unit_of_charge: { kind: "text", optional: true, label: { zh: "计费单位", en: "Unit" } },
    set_level: {
      kind: "category",
      optional: true,
      label: { zh: "设立级次", en: "Level that set it up" },
      ordered: true,
      codes: {
        中央: { zh: "中央", en: "Central" },
        自治区: { zh: "自治区", en: "Autonomous region" },
        地州市: { zh: "地州市", en: "Prefecture" },
        县: { zh: "县", en: "County" },
      },
    },
    price_form: {
      kind: "text",
      optional: true,
      label: { zh: "标准制定方式及部门", en: "Who set the price, and how" },
    },
    basis_from: {
      kind: "category",
      optional: true,
      label: { zh: "依据取自", en: "Basis taken from" },
      help: {
        zh: "来源表的依据列常为合并单元格：备注写明是合并单元格的，文号取自上方最近一行。",
        en: "Source tables merge cells: where the remark says so, the documents are those of the nearest row above.",
      },
      codes: {
        本行: { zh: "本行", en: "This row" },
        上方合并单元格: { zh: "上方合并单元格", en: "Merged cell above" },
      },
    },
    basis_year: {
      kind: "year",
      optional: true,
      label: { zh: "最新依据年份", en: "Year of newest document" },
    },
    region: { kind: "region", optional: true, label: { zh: "地区", en: "Region" } },
    source_row: {
      kind: "count",
      label: { zh: "来源行号", en: "Line in the source file" },
      help: {
        zh: "source.csv 中的行号，表头为第 1 行。",
        en: "Line of source.csv; the header is line 1.",
      },
    },
  },
  key: "fee_id",
  privacy: [],
  metrics: {
    items: { agg: "rows", label: { zh: "收费项目", en: "Charges" } },
    payees: { agg: "distinct", of: "payee_unit", label: { zh: "收费单位", en: "Charging bodies" } },
    with_documents: {
      agg: "filled",
      of: "documents",
      label: { zh: "写明文号的项目", en: "Charges that cite a document" },
    },
    documented: {
      agg: "ratio",
      of: "with_documents",
      per: "items",
      label: { zh: "写明依据文号的比例", en: "Share that cites a document" },
      help: {
        zh: "写明至少一个文号的项目 ÷ 全部项目。",
        en: "Charges that cite at least one numbered document ÷ all charges.",
      },
    },
    with_own_basis: {
      agg: "filled",
      of: "legal_basis",
      label: { zh: "本行写有依据的项目", en: "Charges whose own row states a basis" },
    },
    own_basis: {
      agg: "ratio",
      of: "with_own_basis",
      per: "items",
      label: { zh: "本行写有依据的比例", en: "Share whose own row states a basis" },
      help: {
        zh: "其余多为合并单元格，文号取自上方一行（见“依据取自”）。",
        en: "Most others are merged cells whose documents come from the row above (see “Basis taken from”).",
      },
    },
    with_amount: {
      agg: "filled",
      of: "amount_max",
      label: { zh: "标准为明确金额的项目", en: "Charges with a plain amount" },
    },
    priced: {
      agg: "ratio",
      of: "with_amount",
      per: "items",
      label: { zh: "标准为明确金额的比例", en: "Share with a plain amount" },
      help: {
        zh: "能从收费标准读出金额的项目 ÷ 全部项目；其余为比例、分档或“见文件”。",
        en: "Charges whose standard is a plain amount ÷ all charges; the others are percentages, tiers or “see the document”.",
      },
    },
  },
  headlines: ["items", "payees", "documented", "priced"],
  filters: ["list_type", "department", "set_level", "region"],
  search: [
    "item",
    "parent_item",
    "department",
    "payee_unit",
    "standard_text",
    "documents",
    "region",
  ],
  charts: [
    {
      id: "by-list",
      title: { zh: "各清单的收费项目数", en: "Charges on each list" },
      alt: {
        zh: "条形图：每类清单有多少收费项目。",
        en: "Bar chart: how many charges each list holds.",
      },
      mark: "bar",
      x: "list_type",
      y: "items",
    },
    {
      id: "by-department",
      title: { zh: "哪些部门的收费项目最多", en: "Departments with the most charges" },
      alt: {
        zh: "条形图：收费项目最多的十个部门。",
        en: "Bar chart: the ten departments with the most charges.",
      },
      mark: "bar",
      x: "department",
      y: "items",
      top: 10,
    },
    {
      id: "by-region",
      title: { zh: "各地区的收费项目数", en: "Charges by region" },
      alt: {
        zh: "条形图：每个地区收录了多少收费项目。",
        en: "Bar chart: how many charges are recorded for each region.",
      },
      mark: "bar",
      x: "region",
      y: "items",
    },
    {
      id: "by-basis-year",
      title: { zh: "收费依据是哪一年的文件", en: "How old the legal basis is" },
      alt: {
        zh: "柱形图：按所引最新文件的年份统计收费项目数。",
        en: "Column chart: charges by the year of the newest document they cite.",
      },
      mark: "column",
      x: "basis_year",
      y: "items",
    },
  ],
  table: [
    "item",
    "list_type",
    "payee_unit",
    "standard_text",
    "unit_of_charge",
    "documents",
    "region",
  ],
  row: { title: "item", pages: 5000 },
  demonstration: false,
});
