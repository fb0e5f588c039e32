import type { Wanted } from "#core/declaration/shape";
import { formatDate } from "#core/format/format";
import { nearest } from "#core/problem/near";
import { type Format, type Found, type Sentences, type Spot, visible } from "#core/problem/problem";
import { guessRegion } from "#core/region/near";
import type { PersonalKind } from "#core/sweep/personal";

const q = (found: Found) => (found === null ? "（已隐去）" : `“${visible(found)}”`);
/** A number or a date, which needs no quotes. */
const n = (value: Found) => value ?? "（已隐去）";
const groupText = (group: readonly Found[], after = "") =>
  group.length > 0 ? `${list(group.map(n))}${after}` : "";
const list = (items: readonly string[]) => items.map((i) => `“${visible(i)}”`).join("、");
const change = "请改这一行。";

const formats: Readonly<Record<Format, string>> = {
  xlsx: "Excel 工作簿（.xlsx）",
  zip: "ZIP 压缩包",
  xls: "旧版 Excel 工作簿（.xls）",
  pdf: "PDF",
  gzip: "gzip 压缩文件",
  parquet: "Parquet 文件",
  binary: "二进制内容或没有 BOM 的 UTF-16",
};
const advice: Readonly<Record<Format, string>> = {
  xlsx: "请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”。",
  zip: "请先解压，再检查其中的 CSV。",
  xls: "请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”。",
  pdf: "请向提供者索取表格原件，另存为 CSV。",
  gzip: "请先用 gunzip 解压，再检查其中的 CSV。",
  parquet: "请先转换为 CSV。",
  binary: "请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”。",
};

const personal: Readonly<Record<PersonalKind, string>> = {
  identity: "居民身份号码",
  mobile: "手机号码",
  fixed: "固定电话号码",
  card: "银行卡号",
  "e-mail": "电子邮箱",
};
function at(spot: Spot): string {
  switch (spot.in) {
    case "line":
      return "这里";
    case "name":
      return "文件名里";
    case "byte":
      return `第 ${spot.offset} 字节附近`;
    case "row":
      return `第 ${spot.row} 行`;
    case "cell":
      return `工作表“${visible(spot.sheet)}”的 ${spot.cell} 单元格`;
  }
}
const remedy = (kind: PersonalKind) =>
  kind === "identity" || kind === "card"
    ? "因此没有发布。请从来源中去掉，或用隐私规则去掉这一列。"
    : "因此没有发布。请从来源中去掉或去掉这一列；如属应公开的单位联系方式，请把这一列声明为 contact。";

function wanted(expected: Wanted): string {
  if (typeof expected === "object") return `${list(expected.oneOf)}之一`;
  const said = {
    text: "文字",
    number: "数",
    "true or false": " true 或 false",
    object: "对象 {…}",
    list: "列表 […]",
    "plain data": "JSON 能表达的数据",
  };
  return said[expected];
}
const names = { field: "字段", column: "列", metric: "指标", code: "代码" };
function meant(found: string, known: readonly string[]): string {
  const near = nearest(found, known);
  if (near.length > 0) return `相近的有${list(near)}`;
  return known.length > 0
    ? `现有${list(known.slice(0, mostKnown))}${known.length > mostKnown ? "等" : ""}`
    : "一个也没有声明";
}
const mostKnown = 8;

/** Every sentence in Chinese. */
export const zh: Sentences = {
  "bad option": ({ found, usage }) => `不认识${q(found)}。用法：${usage}`,
  "no file given": ({ usage }) => `应给出文件，实际没有。用法：${usage}`,
  "no such folder": () => "没有这个目录。请核对路径。",
  "no datasets": () => "目录里没有数据集。应有形如 data/fees/dataset.ts 的文件。",
  "no dataset chosen": ({ known }) =>
    `没有说明按哪个数据集检查。请加 --as，可选：${known.join("、")}。`,
  "no such dataset": ({ found, known }) => `没有数据集${q(found)}。可选：${known.join("、")}。`,
  "no declaration": () => "应有声明文件 dataset.ts，实际没有。请写一份，或移走这个目录。",
  "bad declaration": ({ reason }) => `声明无法读取：${visible(reason)}。请改正 dataset.ts。`,
  "bad assessment": ({ reason }) => `评价的声明有误：${reason}。请改正 assessment.ts。`,
  "bad target": ({ found, share }) =>
    `应为${share ? "比例，如 95% 或 0.95" : "数字，如 12"}；实为${q(found)}。请改这一行。`,
  "wrong id": ({ expected, found }) =>
    `数据集的 id 应与目录同名，为“${expected}”；实为${q(found)}。请改其中一个。`,
  "wrong shape": ({ at, expected, found }) =>
    `${at === "" ? "export default" : at} 应为${wanted(expected)}；实为 ${visible(found)}。请改声明。`,
  "unknown name": ({ at, of, found, known }) =>
    `${at} 应为声明的${names[of]}；实为“${visible(found)}”，${meant(found, known)}。请改声明。`,
  "wrong kind": ({ at, name, expected, found }) =>
    `${at} 应为 ${expected.join("、")} 类；“${visible(name)}”为 ${found} 类。请改声明。`,
  "wrong metric": ({ at, metric, agg }) =>
    `${at} 应为可由各行相加的指标；“${visible(metric)}”是 ${agg}。请换一个指标。`,
  "unseen metric": ({ at }) =>
    `${at} 只用于图表（onlyInCharts），却没有图表用它。请加一张图，或去掉它。`,
  "not apart": ({ at, field }) =>
    `${at} 应以 where 限定“${visible(field)}”为一个代码，因为 apart 声明各类从不相加；实为没有或不止一个。请改 where。`,
  "apart joined": ({ at, field, of, per }) =>
    `${at} 的分子分母应属同一类“${visible(field)}”；实为“${visible(of)}”与“${visible(per)}”。请改 of 或 per。`,
  "chart twice": ({ at, id }) => `${at} 应与别的图不同；“${visible(id)}”已有。请改 id。`,
  "unknown dataset": ({ at, found, known }) =>
    `${at} 用到的数据集“${visible(found)}”不在，现有${list(known)}。请改声明，或补上它的目录。`,
  "dataset circle": ({ by, ids }) =>
    `${by} 绕回自身：${list(ids)}。数据集应排在它用到、引用的之后，请去掉一个。`,
  "key not in file": ({ at, to, key }) =>
    `${at} 所引用的编号应在文件中；“${visible(to)}”的“${visible(key)}”不是文件的列。请改引用，或把编号放进它的文件。`,
  "no lead file": ({ lead }) =>
    `应有 leads/${visible(lead)}.sql；实际没有。请写出这份 SQL，或从 leads 去掉“${visible(lead)}”。`,
  "no such file": () => "没有这个文件。请核对路径。",
  "not a file": () => "应为文件，实为目录或设备。请给出 CSV 文件的路径。",
  "cannot be read": ({ reason }) => `文件无法读取：${visible(reason)}。请核对权限和磁盘。`,
  "empty file": () => "文件是空的。请重新导出。",
  "only a header": () => "表头以下应有数据，实际一行也没有。请核对是否导出完整。",
  "not text": ({ format }) => `应为 CSV 文本，实为${formats[format]}。${advice[format]}`,
  "damaged text": ({ encoding, offset }) =>
    `应为 ${encoding} 文本，${offset === undefined ? "这里" : `第 ${offset} 字节`}有损坏的字符。请从原件重新导出，不要用编辑器改编码。`,
  "long record": ({ limit }) =>
    `一行应不超过 ${limit} 个字符，这一行更长。请核对换行符，以及这是否是 CSV。`,
  "open quote": () => "这里的引号没有配对的另一半，后面的内容无法分行。请补上引号。",
  "bad quote": () =>
    "引号后面应为分隔符或换行，实为其他字符。请把单元格内的引号写成两个，或补上引号。",
  "no header": ({ expected, found }) =>
    `前 10 行里应有表头，如${list(expected.map((t) => t.zh))}；实为${found === null ? q(null) : found.length > 0 ? list(found) : "空行"}。请补上表头，或用 --as 换一个数据集。`,
  "missing column": ({ accepted, found }) =>
    `表头应有这一列，列名可写${list(accepted)}；实有${list(found)}。请补上这一列或改列名。`,
  "unknown unit": ({ found }) =>
    `金额单位应为元、万元或亿元；实为${q(found)}。请换算后改列名或标题。`,
  "column twice": ({ first, second }) =>
    `应只有一列，实有两列：“${visible(first)}”和“${visible(second)}”。请删去一列。`,
  "cell count": ({ expected, found, lines }) =>
    `应有 ${expected} 个单元格，与表头相同；实有 ${found} 个${lines > 1 ? `，且跨 ${lines} 行` : ""}。${lines > 1 ? "请核对引号是否配对。" : "请核对这一行的分隔符；单元格内有分隔符时要加引号。"}`,
  "total differs": ({ sum, found }) =>
    `合计应等于各行之和${q(sum)}；实为${q(found)}。请核对是否缺行或合计有误。`,
  "duplicate key": ({ found, first }) =>
    `编号应不重复；${q(found)}已在第 ${first} 行出现。请删去一行或改编号。`,
  "no such reference": ({ found, to, key, near }) =>
    `应为“${visible(to.zh)}”中已有的“${visible(key.zh)}”；实为${q(found)}${near.length > 0 ? `，相近的有${list(near)}` : ""}。请改这一行，或先在“${visible(to.zh)}”中加上它。`,
  "referred row lacks": ({ found, to, row, lacks, articles }) =>
    `${q(found)}在“${visible(to.zh)}”第 ${row} 行，缺${list(lacks.map((l) => l.zh))}。应先补上再发布${articles.length > 0 ? `（第 ${articles.join("、")} 条）` : ""}。`,
  "referred file": ({ to, errors, whole }) =>
    whole
      ? `所引用的“${visible(to.zh)}”有 ${errors} 处错误，引用的核对可能不全。请先用 npm run check 检查并改正它。`
      : `所引用的“${visible(to.zh)}”没有读完，没有核对引用。请先用 npm run check 检查并改正它。`,
  "sum differs": ({ agreement, terms, left, right, difference, tolerance }) =>
    `应符合“${agreement.zh}”；实为 ${n(terms)} = ${n(left)}，而这一列为 ${n(right)}，相差 ${n(difference)}，容许相差 ${tolerance}。请对照原件改这一行。`,
  "not at most": ({ agreement, left, right, most, difference }) =>
    `应符合“${agreement.zh}”；这一列为 ${n(left)}，而“${visible(most.zh)}”为 ${n(right)}${difference === undefined ? "" : `，多出 ${n(difference)}`}。请对照原件改这一行。`,
  "does not carry": ({ agreement, group, from, to, first, left, right, difference, tolerance }) =>
    `应符合“${agreement.zh}”；${groupText(group, "：")}${from}（自第 ${first} 行）期末合计 ${n(left)}，${to}（自本行）期初合计 ${n(right)}，相差 ${n(difference)}，容许相差 ${tolerance}。请对照原件核对这两期的各行。`,
  "period missing": ({ agreement, group, missing, periods }) =>
    `“${agreement.zh}”要各期相连才能核对；${groupText(group)}没有 ${missing}${periods > 1 ? ` 等 ${periods} 期` : " "}的行。请补上。`,
  "same row twice": ({ first }) =>
    `与第 ${first} 行完全相同。若是重复录入，请删去一行；若确是两笔，请加上能区分的栏目。`,
  "encoding doubtful": ({ encoding, rare, of }) =>
    `按 ${encoding} 读取，${of} 个汉字中有 ${rare} 个生僻，可能是别的编码（如 Big5）。请用表格软件另存为“CSV UTF-8（逗号分隔）”再检查。`,
  "more of these": ({ more }) => `同类问题还有 ${more} 处，不再逐一列出。请先改上面列出的。`,
  blank: () => "不能为空，这一行是空的。请补上。",
  "not an amount": ({ found }) => `应为金额，如 1234.50；实为${q(found)}。${change}`,
  "more than fen": ({ found }) => `金额应精确到分，即最多两位小数；实为${q(found)}。${change}`,
  "too large": ({ found }) => `金额应不超过 16 位整数；实为${q(found)}。${change}`,
  "not a date": ({ found }) => `应为日期，如 2021-03-10；实为${q(found)}。${change}`,
  "not a full date": ({ found }) =>
    `应为年月日齐全的日期，如 2021-03-10；实为${q(found)}。${change}`,
  "not a month": ({ found }) => `应为月份，如 2026-04；实为${q(found)}。${change}`,
  "no such day": ({ found }) => `应为历上有的日期；实为${q(found)}。${change}`,
  "not a count": ({ found }) => `应为整数，如 12；实为${q(found)}。${change}`,
  "out of range": ({ found, min, max }) =>
    `应为${max === undefined ? `不小于 ${min}` : ` ${min} 到 ${max} `}的整数；实为${q(found)}。${change}`,
  "not a share": ({ found }) => `应为 0 到 1 的比例，如 0.125 或 12.5%；实为${q(found)}。${change}`,
  "not a year": ({ found }) => `应为四位年份，如 2021；实为${q(found)}。${change}`,
  "not a url": ({ found }) => `应为网址，以 http:// 或 https:// 开头；实为${q(found)}。${change}`,
  "wrong length": ({ found }) => `统一社会信用代码应为 18 位；实为${q(found)}。${change}`,
  "wrong alphabet": ({ found }) =>
    `统一社会信用代码应由数字和除 I、O、S、V、Z 以外的大写字母组成；实为${q(found)}。${change}`,
  "check digit": ({ found }) =>
    `统一社会信用代码的校验位不符：${q(found)}。早期试点的代码可能如此，请与登记信息核对。`,
  "not a region": ({ found }) => {
    const guess = guessRegion(found);
    if (guess.kind === "no code yet") {
      const { unit, parent } = guess;
      return `应为有行政区划代码的地区；实为${q(found)}，${unit.name.zh}于${formatDate(unit.validFrom, "zh")}设立，代码尚未确认。确认以前请写${parent.name.zh}的代码 ${parent.code}。`;
    }
    const near = guess.named.length > 0 ? `，相近的有 ${guess.named.join("、")}` : "";
    return `应为新疆的六位行政区划代码或规范全称，如 653223 或皮山县；实为${q(found)}${near}。${change}`;
  },
  "not a category": ({ found, codes }) => `应为${list(codes)}之一；实为${q(found)}。${change}`,
  "formula error": ({ found }) => `应为内容，实为表格软件的错误值${q(found)}。请在原表中改正公式。`,
  ditto: ({ found }) => `应写出内容，实为${q(found)}。请照上一行写全。`,
  "damaged character": ({ found }) => `有损坏或不可见的字符：${q(found)}。请从原件重新抄录。`,
  "not a build folder": () =>
    "这里有别的文件，不会覆盖。请用 --out 换一个空的目录，或上次编译的目录。",
  "prepare failed": ({ reason }) => `DuckDB 没有执行完：${visible(reason)}。请改这份 SQL。`,
  "prepare lacks": ({ fields }) =>
    `表 prepared 应有声明的全部字段和 source_row，缺少${list(fields)}。请在 SQL 里补上。`,
  "prepare loses rows": ({ source, prepared, aside }) =>
    `来源的每一行应进入 prepared 或 set_aside；来源 ${source} 行，实为 ${prepared} + ${aside} 行。请把不发布的行写入 set_aside 并说明原因。`,
  "lead shape": ({ expected, found }) =>
    `应为一条 SELECT，列为${list(expected)}；实为${list(found)}。请改这份 SQL。`,
  "lead key": ({ found, rows }) =>
    `key 应为已公布的行的编号，或 NULL；有 ${rows} 个不是，如${q(found)}。请从 published 取编号。`,
  "prepared blank": ({ rows, first }) =>
    `不能为空，实有 ${rows} 行为空，首见于来源第 ${first} 行。请在 SQL 里补上，或声明为可空。`,
  "prepared twice": ({ found, rows, first }) =>
    `每行应不同，实有 ${rows} 行重复，如来源第 ${first} 行的${q(found)}。请让编号包含更多字段。`,
  "prepared value": ({ found, rows, first }) =>
    `${rows} 行的值不合字段的要求，如来源第 ${first} 行的${q(found)}。请在 SQL 里改正。`,
  "prepared code": ({ found, rows, first }) =>
    `应为声明的代码，实有 ${rows} 行不是，如来源第 ${first} 行的${q(found)}。请在 SQL 里改写，或在声明中加上这个代码。`,
  "personal data": ({ kind, excerpt, spot }) =>
    `${at(spot)}有疑似${personal[kind]}：“${excerpt}”。${remedy(kind)}`,
  "personal field": () =>
    "声明为个人信息，却会发布，也没有隐私规则提到它。请加一条规则，或只把这一列留在 input。",
  "personal copy": ({ input, rows, first }) =>
    `有 ${rows} 行与 input 的个人信息列“${visible(input.zh)}”相同，首见于来源第 ${first} 行。请在 SQL 里去掉，或加一条隐私规则去掉这个字段。`,
  "cannot be swept": ({ reason }) =>
    `无法检查其中有无个人信息：${visible(reason)}。因此没有发布。请重新写出这个文件，或移出目录。`,
  "rule without field": ({ rule, field }) =>
    `规则 ${rule} 提到的字段“${visible(field)}”没有声明。请改规则，或声明这个字段。`,
  "rule twice": ({ rule }) => `规则 ${rule} 应最多一条，实有多条。请合成一条。`,
  "rule field kind": ({ rule, expected, found }) =>
    `规则 ${rule} 在这里应有 ${expected} 字段；实为 ${found}。请改规则，或改字段的声明。`,
  "rule field twice": ({ rule }) =>
    `规则 ${rule} 应只提到这个字段一次，实际提到多次。请删去多余的。`,
  "rule field dropped": ({ rule }) =>
    `规则 ${rule} 要求公布这个字段，实际被另一条规则去掉。请改其中一条。`,
  "rule without code": ({ rule, missing }) =>
    `规则 ${rule} 用到代码“${visible(missing)}”，这个字段没有声明。请在 codes 里加上，或改规则。`,
  "singles out": () =>
    "有 suppress 规则时，除编号外应只公布 within、merge 的字段和 count 字段；公布这个字段会让人认出小数目。请加一条 drop 规则，或改规则。",
  "merged in source": ({ rows, first }) =>
    `代码“merged”只由合并小数目写入，来源里应没有；实有 ${rows} 行，首见于来源第 ${first} 行。请用合并之前的数据。`,
  "withdrawn blank": ({ rows }) =>
    `状态为已撤下的行应写明，实有 ${rows} 行为空。请补上，或在 withdrawn.csv 里登记。`,
  "does not add up": ({ source, published, merged, withdrawn, withheld, aside }) =>
    `来源行数应等于去向之和；来源 ${source} 行，实为公布 ${published} − 合并成 ${merged.rows} + 被合并 ${merged.cells} + 撤下 ${withdrawn} + 不公开 ${withheld} + 搁置 ${aside}。因此没有发布。请检查 SQL 和隐私规则。`,
  "no withdraw rule": () =>
    "数据集应有 withdraw 规则，才有撤下登记；实际没有。请加规则，或删去这个文件。",
  "not a key": ({ found }) =>
    `应为编号：字母、数字和 - _ ~，点不在开头，不超过 80 个字符；实为${q(found)}。${change}`,
  "no dataset to withdraw from": ({ known }) =>
    `应说明从哪个数据集撤下。请加 --dataset，可选：${known.length > 0 ? known.join("、") : "（没有数据集有 withdraw 规则）"}。`,
  "no case": () => "应给出要撤下的编号，实际没有。请写在命令后面。",
  "no such case": ({ found }) =>
    `来源和撤下登记里都没有编号${q(found)}。请照页面上的编号填写；来源有错误的，先改正再撤下。`,
  "no such reason": ({ found, codes }) =>
    `撤下原因应为${list(codes)}之一；实为${q(found)}。请改 --reason。`,
  "counted lacks": ({ fields }) =>
    `表 counted 应有声明的每一列，缺少${list(fields)}。请在 SQL 里补上。`,
  encoding: ({ encoding }) => `按 ${encoding} 读取。`,
  delimiter: ({ delimiter }) => `以${q(delimiter)}分隔。`,
  "from title": ({ found }) => `文件没有这一列，取标题里的“${found}”。`,
  "title rows": () => "表头以上是标题，不读取。",
  "undeclared column": ({ found }) => `列“${visible(found)}”没有声明，不读取、不发布。`,
  "unnamed column": ({ position }) => `第 ${position} 列有内容而没有列名，不读取、不发布。`,
  "blank rows": () => "空行，已跳过。",
  "total rows": () => "合计行，不作数据；金额列有合计的，已与各行之和核对。",
  "note rows": () => "表下注释，不读取。",
  "header again": () => "表头重复出现，已跳过。",
  "extra blank cells": () => "行末多出空单元格，已忽略。",
  spaces: () => "去掉首尾空白。",
  invisible: () => "去掉不可见字符。",
  "full width": () => "全角字符改为半角。",
  thousands: () => "去掉千位分隔符。",
  "yuan sign": () => "去掉“元”或“¥”。",
  "times 10000": () => "万元换算为元。",
  "times 100000000": () => "亿元换算为元。",
  "date rewritten": () => "日期改写为 2021-03-10 的形式。",
  "zero decimals": () => "去掉小数末尾多余的 0。",
  percent: () => "百分数换算为比例。",
  spelling: () => "改为声明的写法。",
  "code letters": () => "字母改为大写，去掉空格和连字符。",
  "region name": () => "地区名称换成行政区划代码。",
  merged: () => "空白取自上一行（合并单元格）。",
  "missing token": () => "表示“无”的符号当作空白。",
  brackets: () => "文号的写法已统一，如〔2021〕10号。",
  "not carried": () => "这些合计所属的行有错误，没有与上期核对。",
};
